import { parentPort, threadId } from "node:worker_threads";
import { serveTasks } from "../../../../electron/workers/serve-tasks.ts";
import { ProbativeError } from "../../../../shared/errors/probative-error.ts";

/** What the worker of these tests does when it is told to. */
export type TrialTask =
  | { readonly kind: "echo"; readonly text: string }
  | { readonly kind: "parts"; readonly count: number }
  | { readonly kind: "slow"; readonly steps: number; readonly stepMs: number }
  | { readonly kind: "hang" | "crash" | "exit" | "allocate" | "refuse" | "throw" }
  | { readonly kind: "grow"; readonly bytes: number };

/** Which thread did it, and what it has to say. */
export interface TrialValue {
  readonly thread: number;
  readonly text: string;
}

let memoryBytes = 0;

/** Never settles: the worker ends in another way. */
const never = new Promise<never>(() => undefined);

function allocateWithoutEnd(): never {
  const kept: number[][] = [];
  for (;;) kept.push(new Array<number>(100_000).fill(kept.length));
}

if (parentPort === null) throw new Error("this file is the entry of a worker");
serveTasks<TrialTask, number, TrialValue>(parentPort, {
  async run(task, channel) {
    const answer = (text: string) => ({ value: { thread: threadId, text }, transfer: [] });
    switch (task.kind) {
      case "echo":
        return answer(task.text);
      case "parts":
        for (let index = 0; index < task.count; index += 1) await channel.sendPart(index, []);
        return answer("sent");
      case "slow":
        for (let step = 0; step < task.steps; step += 1) {
          await new Promise((resolve) => setTimeout(resolve, task.stepMs));
          channel.progress();
        }
        return answer("at last");
      case "grow":
        memoryBytes = task.bytes;
        return answer("grown");
      case "hang":
        for (;;);
      case "crash":
        setImmediate(() => {
          throw new Error("a defect outside of the task");
        });
        return never;
      case "exit":
        process.exit(3);
        return never;
      case "allocate":
        return allocateWithoutEnd();
      case "refuse":
        throw new ProbativeError("import/page-count", "It claims -1.", { count: -1 });
      default:
        throw new TypeError("a defect inside of the task");
    }
  },
  memoryBytes: () => memoryBytes,
  describeCrash: () => new ProbativeError("import/worker-crashed"),
  isSpoiled: () => false,
});
// Tells the test that the thread has started; a pool takes it for a sign of life.
parentPort.postMessage({ kind: "progress" });
