import { handOver } from "#adapters/workers/child-parts.ts";
import { spawnSilent } from "#adapters/workers/spawn-silent.ts";
import { createWorkerPool } from "#adapters/workers/worker-pool.ts";
import type { DocumentConverter } from "#core/ports/document-converter.ts";
import { isHeavy } from "./is-heavy.ts";
import type { ConversionPart, ConversionTask, ConversionValue } from "./worker-tasks.ts";

/** Where the workers come from. */
export interface PooledConverterOptions {
  /** Entry point of the worker: the bundled file, or `electron/workers/convert.ts` from source. */
  readonly workerUrl: URL;
  /** Files converted at a time. */
  readonly concurrency: number;
  /** Milliseconds without progress after which a worker is ended; 60 s by default (safety.md, H2). */
  readonly progressDeadlineMs?: number;
  /** JavaScript memory of a worker, in MiB; 1,024 by default. */
  readonly heapLimitMib?: number;
}

const DEFAULT_DEADLINE_MS = 60_000;
const DEFAULT_HEAP_MIB = 1_024;
const RECYCLE_AFTER_TASKS = 500;
/** What a worker holds outside of its JavaScript memory when its task is done. */
const RECYCLE_ABOVE_BYTES = 256 * 1024 ** 2;

/**
 * Converts files in worker threads that can be killed. Workers start with the first file. Files that may take much memory are
 * converted one after the other: two at a time would take more than a laptop can spare.
 */
export function createPooledDocumentConverter(options: PooledConverterOptions): DocumentConverter {
  const pool = createWorkerPool<ConversionTask, ConversionPart, ConversionValue>({
    size: options.concurrency,
    spawn: () => spawnSilent({ workerUrl: options.workerUrl, heapLimitMib: options.heapLimitMib ?? DEFAULT_HEAP_MIB }),
    progressDeadlineMs: options.progressDeadlineMs ?? DEFAULT_DEADLINE_MS,
    recycleAfterTasks: RECYCLE_AFTER_TASKS,
    recycleAboveBytes: RECYCLE_ABOVE_BYTES,
  });
  let lastHeavy: Promise<unknown> = Promise.resolve();
  const afterHeavy = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = lastHeavy.then(work);
    lastHeavy = mine.catch(() => {});
    return mine;
  };
  return {
    concurrency: options.concurrency,
    async convert(request, children, signal) {
      const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      const counter = new Int32Array(taken);
      const { path, fileName, format, depth } = request;
      const run = () =>
        pool.run({
          task: { request: { path, fileName, format, depth }, taken },
          onPart(part) {
            handOver(part, children);
            Atomics.add(counter, 0, 1);
            Atomics.notify(counter, 0);
          },
          signal,
        });
      return (await isHeavy(request)) ? afterHeavy(run) : run();
    },
    close: () => pool.close(),
  };
}
