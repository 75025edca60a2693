import { spawnSilent } from "#adapters/workers/spawn-silent.ts";
import { createWorkerPool, type WorkerPool } from "#adapters/workers/worker-pool.ts";
import type { PageRaster, RasterLimits } from "#core/ports/page-renderer.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { OcrTask, OcrValue, OcrWorkerData } from "./worker-tasks.ts";

/** Makes a picture of a page: `PageRenderer.renderPage`. */
export type Rasterise = (path: string, page: number, limits: RasterLimits, signal: AbortSignal) => Promise<PageRaster>;

/**
 * Scans are read at their own resolution between these bounds. Measured on spoilt pages of known text: from 300 down to 200
 * dots per inch the errors stay the same while the time falls by a tenth to a fifth; at 150 they begin to rise. 250 leaves
 * room for small print. At most 16 megapixels (safety.md, H3).
 */
export const RASTER_LIMITS: RasterLimits = { lowest: 150, highest: 250, usual: 250, pixelsAtMost: 16_000_000 };

/** Longest time for a page, in milliseconds (safety.md, H2). */
export const PAGE_DEADLINE_MS = 90_000;

export type OcrPool = WorkerPool<OcrTask, never, OcrValue>;

/** JavaScript memory of a worker, in MiB: a few rasters of 16 megapixels, and words. */
const HEAP_LIMIT_MIB = 512;
const RECYCLE_AFTER_TASKS = 200;
const RECYCLE_ABOVE_BYTES = 384 * 1024 ** 2;

/** Makes the pool of workers for OCR. */
export function createOcrPool(workerUrl: URL, size: number, workerData: OcrWorkerData, deadlineMs: number): OcrPool {
  return createWorkerPool({
    size,
    spawn: () => spawnSilent({ workerUrl, heapLimitMib: HEAP_LIMIT_MIB, workerData }),
    progressDeadlineMs: deadlineMs,
    recycleAfterTasks: RECYCLE_AFTER_TASKS,
    recycleAboveBytes: RECYCLE_ABOVE_BYTES,
  });
}

/** Runs a task and gives failures of the worker the names that they have in OCR. */
export async function runInPool(pool: OcrPool, task: OcrTask, signal: AbortSignal): Promise<OcrValue> {
  try {
    return await pool.run({ task, onPart: ignorePart, signal });
  } catch (thrown) {
    throw nameFailure(thrown);
  }
}

const ignorePart = (): void => {};

function nameFailure(thrown: unknown): unknown {
  if (!(thrown instanceof ProbativeError)) return thrown;
  if (thrown.code === "import/timeout") return new ProbativeError("ocr/timeout", "", {}, thrown);
  if (thrown.code === "import/memory" || thrown.code === "import/worker-crashed") {
    return new ProbativeError("ocr/failed", "", {}, thrown);
  }
  return thrown;
}
