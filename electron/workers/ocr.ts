import { readlinkSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { readModel } from "#adapters/ocr/built-in-models.ts";
import { measureShape } from "#adapters/ocr/find-upright.ts";
import { lowerPriority } from "#adapters/ocr/lower-priority.ts";
import { recogniseRaster } from "#adapters/ocr/recognise-raster.ts";
import { straightenRaster } from "#adapters/ocr/straighten-raster.ts";
import { nameTesseractBuild, startTesseract, type Tesseract } from "#adapters/ocr/tesseract-module.ts";
import type { ModelFile, OcrTask, OcrValue, OcrWorkerData } from "#adapters/ocr/worker-tasks.ts";
import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { serveTasks } from "./serve-tasks.ts";

/**
 * Worker that recognises pictures of unknown origin. It writes no file, logs nothing, and is ended when a page takes too
 * long. Tesseract stays warm between pages as long as the languages are the same.
 */

const { tesseract: program, memoryLimit } = workerData as OcrWorkerData;

let engine: Tesseract | undefined;
let engineKey = "";

async function ensureEngine(models: readonly ModelFile[]): Promise<Tesseract> {
  const key = models.map(({ path }) => path).join("\n");
  if (engine !== undefined && engineKey === key) return engine;
  if (program === undefined) throw new Error("this worker was started without Tesseract");
  engine?.close();
  engine = undefined;
  const loaded = new Map<string, Uint8Array>();
  for (const { language, path } of models) loaded.set(language, await readModel(path));
  engine = await startTesseract(program, loaded, memoryLimit);
  engineKey = key;
  return engine;
}

async function runTask(task: OcrTask): Promise<{ value: OcrValue; transfer: readonly ArrayBuffer[] }> {
  switch (task.kind) {
    case "recognise": {
      const { read } = await ensureEngine(task.models);
      const page = await recogniseRaster(task.page, {
        measure: async (raster, resolution) => measureShape(raster, resolution),
        straighten: async (raster, turned, skew) => straightenRaster(raster, turned, skew),
        read: async (raster, resolution) => read(raster, resolution),
      });
      const languages = task.models.map(({ language }) => language).join("+");
      const madeBy = `${nameTesseractBuild()}, ${languages}`;
      return { value: { kind: "recognised", page: { ...page, madeBy } }, transfer: [] };
    }
    case "measure":
      return { value: { kind: "measured", shape: measureShape(task.raster, task.resolution) }, transfer: [] };
    case "straighten": {
      const raster = straightenRaster(task.raster, task.turned, task.skew);
      return { value: { kind: "straightened", raster }, transfer: [raster.pixels.buffer] };
    }
    default:
      return assertNever(task);
  }
}

/**
 * A thread has a priority of its own on Linux only, where its number is found under /proc; elsewhere the number of workers is
 * what keeps the machine responsive.
 */
function findThread(): number | undefined {
  try {
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    return Number.isInteger(thread) && thread > 0 ? thread : undefined;
  } catch {
    return undefined;
  }
}

if (parentPort === null) throw new Error("this file is the entry of a worker");
const thread = findThread();
if (thread !== undefined) lowerPriority(thread);
serveTasks<OcrTask, never, OcrValue>(parentPort, {
  run: runTask,
  memoryBytes: () => engine?.memoryBytes() ?? 0,
  describeCrash: () => new ProbativeError("ocr/failed"),
  isSpoiled: () => false,
});
