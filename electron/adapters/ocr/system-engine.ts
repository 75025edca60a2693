import type { OcrEngine } from "#core/ports/ocr-engine.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { writeBitmap } from "./bitmap-file.ts";
import { findTesseract, type InstalledTesseract } from "./find-tesseract.ts";
import { createOcrPool, PAGE_DEADLINE_MS, RASTER_LIMITS, type Rasterise, runInPool } from "./ocr-pool.ts";
import { recogniseRaster } from "./recognise-raster.ts";
import { runTesseract } from "./run-tesseract.ts";
import { needsStraightening, straightenRaster } from "./straighten-raster.ts";

/** What the engine needs that uses the system's Tesseract. */
export interface SystemEngineOptions {
  /** Entry point of the worker that turns and levels rasters; as for the built-in engine. */
  readonly workerUrl: URL;
  /** Pages at a time; each takes a core. */
  readonly concurrency: number;
  readonly rasterise: Rasterise;
  /** Folders where programs are looked for; the environment's `PATH` by default. */
  readonly searchPath?: string;
  /** Longest time for a page in milliseconds; 90 s by default. */
  readonly deadlineMs?: number;
}

/** A table of more bytes than this is not that of a page. */
const TABLE_BYTES = 32 * 1024 ** 2;

/** Finds the system's Tesseract. Undefined when there is none, or when it does not answer. */
export async function createSystemOcrEngine(options: SystemEngineOptions): Promise<OcrEngine | undefined> {
  const installed = await findTesseract(options.searchPath ?? process.env["PATH"] ?? "");
  return installed === undefined ? undefined : createEngine(installed, options);
}

function createEngine(installed: InstalledTesseract, options: SystemEngineOptions): OcrEngine {
  const deadlineMs = options.deadlineMs ?? PAGE_DEADLINE_MS;
  const version = `tesseract ${installed.version}`;
  const data = { tesseract: undefined, memoryLimit: 0 };
  const pool = createOcrPool(options.workerUrl, options.concurrency, data, deadlineMs);

  return {
    name: "system",
    concurrency: options.concurrency,
    version,
    async languages() {
      return installed.languages;
    },
    async recognise({ path, page, languages }, signal) {
      const missing = languages.find((language) => !installed.languages.includes(language));
      if (missing !== undefined || languages.length === 0) {
        throw new ProbativeError("ocr/language-missing", "", missing === undefined ? {} : { language: missing });
      }
      const models = languages.join("+");
      const raster = await options.rasterise(path, page, RASTER_LIMITS, signal);
      // All runs for one page share its time.
      const endsAt = performance.now() + deadlineMs;
      const recognised = await recogniseRaster(raster, {
        async measure(picture, resolution) {
          const value = await runInPool(pool, { kind: "measure", raster: picture, resolution }, signal);
          if (value.kind !== "measured") throw new Error("the worker answered another question");
          return value.shape;
        },
        async straighten(picture, turned, skew) {
          // A raster that stays as it is need not go to another thread and back.
          if (!needsStraightening(turned, skew)) return straightenRaster(picture, turned, skew);
          const value = await runInPool(pool, { kind: "straighten", raster: picture, turned, skew }, signal);
          if (value.kind !== "straightened") throw new Error("the worker answered another question");
          return value.raster;
        },
        read: (picture, resolution) =>
          runTesseract({
            path: installed.path,
            words: describeRun(models, resolution),
            input: writeBitmap(picture, resolution),
            deadlineMs: Math.max(1, endsAt - performance.now()),
            outputAtMost: TABLE_BYTES,
            signal,
          }),
      });
      return { ...recognised, madeBy: `${version}, ${models}` };
    },
    close: () => pool.close(),
  };
}

/** Words on the command line: picture in, table of words out, nothing else. */
function describeRun(models: string, resolution: number): readonly string[] {
  return [
    ...["stdin", "stdout", "-l", models, "--psm", "3", "--dpi", String(Math.round(resolution))],
    ...["-c", "tessedit_create_tsv=1", "-c", "tessedit_create_txt=0"],
  ];
}
