import type { OcrEngine } from "#core/ports/ocr-engine.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { findModel, SHIPPED_LANGUAGES } from "./built-in-models.ts";
import { createOcrPool, type OcrPool, PAGE_DEADLINE_MS, RASTER_LIMITS, type Rasterise, runInPool } from "./ocr-pool.ts";
import { chooseVariant, compileTesseract, nameTesseractBuild } from "./tesseract-module.ts";
import type { ModelFile } from "./worker-tasks.ts";

/** What the engine that is part of the program needs. */
export interface BuiltInEngineOptions {
  /** Entry point of the worker: the bundled file, or `electron/workers/ocr.ts` from source. */
  readonly workerUrl: URL;
  /** Pages at a time; each takes a core. */
  readonly concurrency: number;
  readonly rasterise: Rasterise;
  /** Folder with `<language>.traineddata` files that go before the shipped ones, and add to them. */
  readonly modelFolder?: string;
  /** Longest time for a page in milliseconds; 90 s by default. */
  readonly deadlineMs?: number;
}

/** Bytes that Tesseract may use in each worker: a page of 16 megapixels takes some 400 MB. */
const MEMORY_LIMIT = 1024 ** 3;

/** Tesseract as WebAssembly in workers that can be killed, with the models that are part of the program. */
export function createBuiltInOcrEngine(options: BuiltInEngineOptions): OcrEngine {
  let isClosed = false;
  let pool: Promise<OcrPool> | undefined;

  async function openPool(): Promise<OcrPool> {
    const variant = chooseVariant();
    const tesseract = { variant, compiled: await compileTesseract(variant) };
    const data = { tesseract, memoryLimit: MEMORY_LIMIT };
    return createOcrPool(options.workerUrl, options.concurrency, data, options.deadlineMs ?? PAGE_DEADLINE_MS);
  }

  return {
    name: "built-in",
    concurrency: options.concurrency,
    version: nameTesseractBuild(),
    async languages() {
      return SHIPPED_LANGUAGES;
    },
    async recognise({ path, page, languages }, signal) {
      if (isClosed) throw new ProbativeError("job/cancelled");
      const models = languages.map((language) => locateModel(language, options.modelFolder));
      if (models.length === 0) throw new ProbativeError("ocr/language-missing");
      const raster = await options.rasterise(path, page, RASTER_LIMITS, signal);
      pool ??= openPool();
      const value = await runInPool(await pool, { kind: "recognise", page: raster, models }, signal);
      if (value.kind !== "recognised") throw new Error("the worker answered another question");
      return value.page;
    },
    async close() {
      isClosed = true;
      await (await pool)?.close();
    },
  };
}

function locateModel(language: string, folder: string | undefined): ModelFile {
  const path = findModel(language, folder);
  if (path === undefined) throw new ProbativeError("ocr/language-missing", "", { language });
  return { language, path };
}
