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

/** Who is told what a worker says and how it ends: the task in hand, or nobody. */
interface Listener<Part, Value> {
  onMessage(message: FromWorker<Part, Value>): void;
  onLost(reason: ProbativeError): void;
}

/** Makes an empty slot. */
export function createPoolSlot<Task, Part, Value>(options: WorkerPoolOptions): PoolSlot<Task, Part, Value> {
  let worker: Worker | undefined;
  let listener: Listener<Part, Value> | undefined;
  let tasksDone = 0;
  let interrupt: ((reason: unknown) => void) | undefined;
  let lastTermination: Promise<unknown> = Promise.resolve();

  function startWorker(): Worker {
    const started = options.spawn();
    // What a worker says after it was given up is no longer heard.
    const isCurrent = (): boolean => worker === started;
    const onLost = (code: "import/memory" | "import/worker-crashed", cause?: unknown): void => {
      if (!isCurrent()) return;
      const lost = listener;
      discardWorker();
      lost?.onLost(new ProbativeError(code, "", {}, cause));
    };
    started.on("message", (message: FromWorker<Part, Value>) => {
      if (isCurrent()) listener?.onMessage(message);
    });
    started.on("messageerror", (cause) => onLost("import/worker-crashed", cause));
    started.on("error", (cause: NodeJS.ErrnoException) =>
      onLost(cause.code === OUT_OF_MEMORY ? "import/memory" : "import/worker-crashed", cause),
    );
    started.on("exit", () => onLost("import/worker-crashed"));
    return started;
  }

  function discardWorker(): void {
    const discarded = worker;
    worker = undefined;
    listener = undefined;
    tasksDone = 0;
    if (discarded !== undefined) lastTermination = discarded.terminate();
  }

  function releaseWorker(memoryBytes: number, isSpoiled: boolean): void {
    tasksDone += 1;
    listener = undefined;
    if (isSpoiled || tasksDone >= options.recycleAfterTasks || memoryBytes > options.recycleAboveBytes) discardWorker();
    // A worker that waits must not keep the program from ending.
    else worker?.unref();
  }

  function run({ task, onPart, signal }: PoolRequest<Task, Part>): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new ProbativeError("job/cancelled"));
        return;
      }
      worker ??= startWorker();
      const current = worker;
      current.ref();

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

      const takePart = (part: Part): void => {
        try {
          onPart(part);
        } catch (thrown) {
          stop(thrown);
          return;
        }
        // The receiver may have cancelled the task while it took the part.
        if (interrupt === stop) post(current, { kind: "taken" });
      };

      interrupt = stop;
      signal.addEventListener("abort", onAbort, { once: true });
      listener = {
        onLost: stop,
        onMessage(message) {
          deadline.refresh();
          switch (message.kind) {
            case "progress":
              return;
            case "part":
              takePart(message.part);
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
        },
      };
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
