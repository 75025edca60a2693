import type { Worker } from "node:worker_threads";
import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import type { PoolRequest, WorkerPoolOptions } from "./worker-pool.ts";

/** A place for one worker, which is started when first needed and replaced when it is lost. One task at a time. */
export interface PoolSlot<Task, Part, Value> {
  run(request: PoolRequest<Task, Part>): Promise<Value>;
  close(): Promise<void>;
}

/** Node's code for a worker whose JavaScript memory is used up. */
const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

/** Makes an empty slot. */
export function createPoolSlot<Task, Part, Value>(options: WorkerPoolOptions): PoolSlot<Task, Part, Value> {
  let worker: Worker | undefined;
  let tasksDone = 0;
  let interrupt: ((reason: unknown) => void) | undefined;
  let lastTermination: Promise<unknown> = Promise.resolve();

  function discardWorker(): void {
    const discarded = worker;
    if (discarded === undefined) return;
    worker = undefined;
    tasksDone = 0;
    discarded.removeAllListeners();
    // A worker that is being ended may still report an error; without a listener that would end the program.
    discarded.on("error", () => undefined);
    lastTermination = discarded.terminate();
  }

  function ensureWorker(): Worker {
    if (worker !== undefined) {
      worker.ref();
      return worker;
    }
    worker = options.spawn();
    return worker;
  }

  function releaseWorker(memoryBytes: number, isSpoiled: boolean): void {
    tasksDone += 1;
    if (isSpoiled || tasksDone >= options.recycleAfterTasks || memoryBytes > options.recycleAboveBytes) {
      discardWorker();
      return;
    }
    worker?.removeAllListeners();
    worker?.on("error", discardWorker);
    worker?.on("exit", discardWorker);
    // A worker that waits must not keep the program from ending.
    worker?.unref();
  }

  function run({ task, onPart, signal }: PoolRequest<Task, Part>): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new ProbativeError("job/cancelled"));
        return;
      }
      const current = ensureWorker();
      current.removeAllListeners();

      const settle = (): void => {
        clearTimeout(deadline);
        signal.removeEventListener("abort", onAbort);
        interrupt = undefined;
      };
      const stop = (reason: unknown): void => {
        settle();
        discardWorker();
        reject(reason);
      };
      const onAbort = (): void => stop(new ProbativeError("job/cancelled"));
      const deadline = setTimeout(() => stop(new ProbativeError("import/timeout")), options.progressDeadlineMs);

      const onMessage = (message: FromWorker<Part, Value>): void => {
        deadline.refresh();
        switch (message.kind) {
          case "progress":
            return;
          case "part":
            try {
              onPart(message.part);
            } catch (thrown) {
              stop(thrown);
              return;
            }
            // The receiver may have cancelled the task while it took the part.
            if (interrupt === stop) post(current, { kind: "taken" });
            return;
          case "done":
            settle();
            releaseWorker(message.memoryBytes, false);
            resolve(message.value);
            return;
          case "failed":
            settle();
            releaseWorker(message.memoryBytes, message.isSpoiled);
            reject(new ProbativeError(message.code, message.what, message.details));
            return;
          default:
            assertNever(message);
        }
      };

      interrupt = stop;
      signal.addEventListener("abort", onAbort, { once: true });
      current.on("message", onMessage);
      current.on("messageerror", () => stop(new ProbativeError("import/worker-crashed")));
      current.on("error", (error: NodeJS.ErrnoException) => {
        const code = error.code === OUT_OF_MEMORY ? "import/memory" : "import/worker-crashed";
        stop(new ProbativeError(code, "", {}, error));
      });
      current.on("exit", () => stop(new ProbativeError("import/worker-crashed")));
      post(current, { kind: "task", task });
    });
  }

  return {
    run,
    async close() {
      interrupt?.(new ProbativeError("job/cancelled"));
      discardWorker();
      await lastTermination;
    },
  };
}

function post<Task>(worker: Worker, message: ToWorker<Task>): void {
  worker.postMessage(message);
}
