import { handOver } from "#adapters/workers/child-parts.ts";
import { spawnSilent } from "#adapters/workers/spawn-silent.ts";
import { createWorkerPool, type WorkerPool } from "#adapters/workers/worker-pool.ts";
import type { DocumentAnnotator } from "#core/ports/document-annotator.ts";
import type { DocumentReader } from "#core/ports/document-reader.ts";
import type { PageRenderer } from "#core/ports/page-renderer.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { compilePdfium, resolvePdfiumWasm } from "./pdfium-module.ts";
import type { PdfPart, PdfTask, PdfValue, PdfWorkerData } from "./worker-tasks.ts";

/** Where the workers come from and what they may use. */
export interface PooledReaderOptions {
  /** Entry point of the worker: the bundled file, or `electron/workers/extract.ts` from source. */
  readonly workerUrl: URL;
  /** Documents read at a time. */
  readonly concurrency: number;
  /** Path of `pdfium.wasm`; by default where the package keeps it. */
  readonly wasmPath?: string;
  /** Bytes that PDFium may use in each worker; 1 GiB by default. */
  readonly memoryLimit?: number;
  /** Milliseconds without progress after which a worker is ended; 60 s by default (safety.md, H2). */
  readonly progressDeadlineMs?: number;
}

const GIBIBYTE = 1024 ** 3;
const DEFAULT_DEADLINE_MS = 60_000;
/** JavaScript memory of a worker, in MiB: it holds a few batches of pages, and an outline. */
const HEAP_LIMIT_MIB = 512;
const RECYCLE_AFTER_TASKS = 500;
const RECYCLE_ABOVE_BYTES = 256 * 1024 ** 2;

/** Reads, annotates and draws PDFs in worker threads that can be killed. Workers start with the first document. */
export function createPooledDocumentReader(
  options: PooledReaderOptions,
): DocumentReader & DocumentAnnotator & PageRenderer {
  let isClosed = false;
  let pool: Promise<WorkerPool<PdfTask, PdfPart, PdfValue>> | undefined;

  async function openPool(): Promise<WorkerPool<PdfTask, PdfPart, PdfValue>> {
    const compiled = await compilePdfium(options.wasmPath ?? resolvePdfiumWasm());
    const workerData: PdfWorkerData = { compiled, memoryLimit: options.memoryLimit ?? GIBIBYTE };
    return createWorkerPool({
      size: options.concurrency,
      spawn: () => spawnSilent({ workerUrl: options.workerUrl, heapLimitMib: HEAP_LIMIT_MIB, workerData }),
      progressDeadlineMs: options.progressDeadlineMs ?? DEFAULT_DEADLINE_MS,
      recycleAfterTasks: RECYCLE_AFTER_TASKS,
      recycleAboveBytes: RECYCLE_ABOVE_BYTES,
    });
  }

  async function ensurePool(): Promise<WorkerPool<PdfTask, PdfPart, PdfValue>> {
    if (isClosed) throw new ProbativeError("job/cancelled");
    pool ??= openPool();
    return pool;
  }

  return {
    concurrency: options.concurrency,
    async read({ path, maxPages, revealed }, onPages, signal) {
      const workers = await ensurePool();
      const onPart = (part: PdfPart): void => {
        if (part.kind === "pages") onPages(part.pages);
      };
      const value = await workers.run({ task: { kind: "read", path, maxPages, revealed }, onPart, signal });
      if (value.kind !== "read") throw new Error("the worker answered another question");
      return { ...value.document, damagedPages: value.damagedPages };
    },
    async readAttachments(path, children, signal) {
      const workers = await ensurePool();
      const onPart = (part: PdfPart): void => {
        if (part.kind !== "pages") handOver(part, children);
      };
      await workers.run({ task: { kind: "attachments", path }, onPart, signal });
    },
    async annotate(path, annotations, withheld) {
      const workers = await ensurePool();
      const { signal } = new AbortController();
      const task: PdfTask = { kind: "annotate", path, annotations, withheld };
      const value = await workers.run({ task, onPart: ignorePart, signal });
      if (value.kind !== "annotated") throw new Error("the worker answered another question");
      return value.bytes;
    },
    async renderPage(path, page, limits, signal) {
      const workers = await ensurePool();
      const value = await workers.run({ task: { kind: "render", path, page, limits }, onPart: ignorePart, signal });
      if (value.kind !== "rendered") throw new Error("the worker answered another question");
      return value.raster;
    },
    async close() {
      isClosed = true;
      await (await pool)?.close();
    },
  };
}

const ignorePart = (): void => {};
