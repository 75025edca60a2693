import { Worker } from "node:worker_threads";

/** What a worker is started with. */
export interface SilentWorkerOptions {
  readonly workerUrl: URL;
  /** JavaScript memory that it may use, in MiB. */
  readonly heapLimitMib: number;
  /** Handed to the worker as it is. */
  readonly workerData?: unknown;
}

/**
 * Starts a worker whose output goes nowhere: libraries write what they find in a file to the console, and nothing of a
 * document may stand in a log (safety.md, I6).
 */
export function spawnSilent({ workerUrl, heapLimitMib, workerData }: SilentWorkerOptions): Worker {
  const worker = new Worker(workerUrl, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMib },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
