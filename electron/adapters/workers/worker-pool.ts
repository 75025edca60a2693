import type { Worker } from "node:worker_threads";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { createPoolSlot, type PoolSlot } from "./pool-slot.ts";

/** How a pool treats its workers. */
export interface WorkerPoolOptions {
  /** Most workers that exist at a time. They are started when there is work for them. */
  readonly size: number;
  /** Starts a worker that speaks the protocol. */
  readonly spawn: () => Worker;
  /** A worker that says nothing for so long is ended, and its task fails with `import/timeout`. Milliseconds. */
  readonly progressDeadlineMs: number;
  /** Tasks after which a worker is replaced: what it leaks must not add up. */
  readonly recycleAfterTasks: number;
  /** A worker that holds more bytes when its task ends is replaced: WebAssembly memory never shrinks. */
  readonly recycleAboveBytes: number;
}

/** A task with the way its result is taken. */
export interface PoolRequest<Task, Part> {
  readonly task: Task;
  /** Takes the parts of the result in order. When it throws, the task ends with what it threw. */
  readonly onPart: (part: Part) => void;
  readonly signal: AbortSignal;
}

/** Workers that can be killed, with a queue before them. */
export interface WorkerPool<Task, Part, Value> {
  readonly size: number;
  /**
   * Runs a task in the next free worker. Rejects with the `ProbativeError` that the worker reported, with `import/timeout`,
   * `import/memory` or `import/worker-crashed` when it had to be replaced, with `job/cancelled` when the signal was aborted
   * or the pool closed, or with what `onPart` threw. Only this task fails.
   */
  run(request: PoolRequest<Task, Part>): Promise<Value>;
  /** Ends all workers and settles when they are gone. */
  close(): Promise<void>;
}

interface Waiting<Task, Part, Value> {
  readonly request: PoolRequest<Task, Part>;
  readonly start: (slot: PoolSlot<Task, Part, Value>) => void;
  readonly cancel: () => void;
}

/** Makes a pool. No worker is started yet. */
export function createWorkerPool<Task, Part, Value>(options: WorkerPoolOptions): WorkerPool<Task, Part, Value> {
  const slots = Array.from({ length: options.size }, () => createPoolSlot<Task, Part, Value>(options));
  const free = [...slots];
  const queue: Waiting<Task, Part, Value>[] = [];
  let isClosed = false;

  async function runIn(slot: PoolSlot<Task, Part, Value>, request: PoolRequest<Task, Part>): Promise<Value> {
    try {
      // The pool may have been closed between the promise of a slot and its use.
      if (isClosed) throw new ProbativeError("job/cancelled");
      return await slot.run(request);
    } finally {
      const next = queue.shift();
      if (next === undefined) free.push(slot);
      else next.start(slot);
    }
  }

  function waitForSlot(request: PoolRequest<Task, Part>): Promise<PoolSlot<Task, Part, Value>> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(new ProbativeError("job/cancelled"));
      };
      const waiting: Waiting<Task, Part, Value> = {
        request,
        start(slot) {
          request.signal.removeEventListener("abort", onAbort);
          resolve(slot);
        },
        cancel() {
          request.signal.removeEventListener("abort", onAbort);
          reject(new ProbativeError("job/cancelled"));
        },
      };
      request.signal.addEventListener("abort", onAbort, { once: true });
      queue.push(waiting);
    });
  }

  return {
    size: options.size,
    async run(request) {
      if (isClosed || request.signal.aborted) throw new ProbativeError("job/cancelled");
      // A worker that is warm is better than one that must be started.
      const slot = free.pop() ?? (await waitForSlot(request));
      return runIn(slot, request);
    },
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.cancel();
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}
