import type { MessagePort, Transferable } from "node:worker_threads";
import { type FromWorker, PARTS_UNDER_WAY, type ToWorker } from "#adapters/workers/protocol.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Shortest time between two signs of life, in milliseconds: well below any deadline, and rare enough to cost nothing. */
const PROGRESS_INTERVAL = 500;

/** What a task uses to speak to the pool. */
export interface TaskChannel<Part> {
  /** Says that there is progress; may be called for every page. */
  progress(): void;
  /** Sends a part; waits while too many are under way. */
  sendPart(part: Part, transfer: readonly Transferable[]): Promise<void>;
  /** Sends a part at once, for a sender that bounds by itself what is under way. */
  postPart(part: Part, transfer: readonly Transferable[]): void;
}

/** What a worker does. */
export interface TaskHandler<Task, Part, Value> {
  /** Does one task. A `ProbativeError` is reported as it is; anything else spoils the worker. */
  run(
    task: Task,
    channel: TaskChannel<Part>,
  ): Promise<{ readonly value: Value; readonly transfer: readonly Transferable[] }>;
  /** Bytes that this worker holds and cannot give back. */
  memoryBytes(): number;
  /** Turns a failure that is not a `ProbativeError` into what is reported; never with text of a document. */
  describeCrash(thrown: unknown): ProbativeError;
  /** True when the worker must not be used again even though its last task ended in order. */
  isSpoiled(): boolean;
}

/** Serves the tasks that arrive at a port, one at a time, by the protocol of the worker pool. */
export function serveTasks<Task, Part, Value>(port: MessagePort, handler: TaskHandler<Task, Part, Value>): void {
  let underWay = 0;
  let resume: (() => void) | undefined;
  let lastSign = 0;

  const post = (message: FromWorker<Part, Value>, transfer: readonly Transferable[] = []): void => {
    lastSign = performance.now();
    port.postMessage(message, transfer);
  };

  const channel: TaskChannel<Part> = {
    progress() {
      if (performance.now() - lastSign >= PROGRESS_INTERVAL) post({ kind: "progress" });
    },
    async sendPart(part, transfer) {
      while (underWay >= PARTS_UNDER_WAY) {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      }
      channel.postPart(part, transfer);
    },
    postPart(part, transfer) {
      underWay += 1;
      post({ kind: "part", part }, transfer);
    },
  };

  async function runTask(task: Task): Promise<void> {
    underWay = 0;
    try {
      const { value, transfer } = await handler.run(task, channel);
      if (handler.isSpoiled()) throw handler.describeCrash(undefined);
      post({ kind: "done", value, memoryBytes: handler.memoryBytes() }, transfer);
    } catch (thrown) {
      const isOrderly = thrown instanceof ProbativeError && !handler.isSpoiled();
      const failure = isOrderly ? thrown : handler.describeCrash(thrown);
      const { code, details, message } = failure;
      const what = isOrderly ? whatOf(message, code) : "";
      post({ kind: "failed", code, what, details, isSpoiled: !isOrderly, memoryBytes: handler.memoryBytes() });
    }
  }

  port.on("message", (message: ToWorker<Task>) => {
    if (message.kind === "taken") {
      underWay -= 1;
      resume?.();
      resume = undefined;
      return;
    }
    void runTask(message.task);
  });
}

/** The part of a message that was added to the code's own sentence. */
function whatOf(message: string, code: ProbativeError["code"]): string {
  return message.slice(new ProbativeError(code).message.length).trim();
}
