import { parentPort, workerData } from "node:worker_threads";
import { annotateDocument } from "#adapters/pdf/annotate-document.ts";
import { readAttachments } from "#adapters/pdf/attachments.ts";
import { createPageReader, type PageReader } from "#adapters/pdf/page-reader.ts";
import { loadPdfium, type Pdfium } from "#adapters/pdf/pdfium-module.ts";
import { readDocument } from "#adapters/pdf/read-document.ts";
import { renderPage } from "#adapters/pdf/render-page.ts";
import type { PdfPart, PdfTask, PdfValue, PdfWorkerData } from "#adapters/pdf/worker-tasks.ts";
import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { serveTasks, type TaskChannel } from "./serve-tasks.ts";

/**
 * Worker that parses PDFs of unknown origin. It writes no file, logs nothing, and is ended when it hangs; whatever PDFium
 * throws besides an orderly refusal leaves it in an unknown state, so it is then replaced.
 */

const { compiled, memoryLimit } = workerData as PdfWorkerData;

interface Tools {
  readonly pdfium: Pdfium;
  readonly readPage: PageReader;
}
let tools: Tools | undefined;

async function ensureTools(): Promise<Tools> {
  if (tools === undefined) {
    const pdfium = await loadPdfium(compiled, memoryLimit);
    tools = { pdfium, readPage: createPageReader(pdfium) };
  }
  return tools;
}

async function runTask(
  task: PdfTask,
  channel: TaskChannel<PdfPart>,
): Promise<{ value: PdfValue; transfer: readonly ArrayBuffer[] }> {
  const { pdfium, readPage } = await ensureTools();
  switch (task.kind) {
    case "read": {
      const result = await readDocument(pdfium, readPage, task, {
        onPage: () => channel.progress(),
        onBatch: (pages, buffer) => channel.sendPart({ kind: "pages", pages }, [buffer]),
      });
      return { value: { kind: "read", ...result }, transfer: [] };
    }
    case "attachments": {
      await readAttachments(pdfium, task.path, (part, transfer) => channel.sendPart(part, transfer));
      return { value: { kind: "attachments" }, transfer: [] };
    }
    case "annotate": {
      const bytes = annotateDocument(pdfium, task.path, task.annotations, task.withheld, () => channel.progress());
      return { value: { kind: "annotated", bytes }, transfer: [bytes.buffer] };
    }
    case "render": {
      const raster = renderPage(pdfium, task.path, task.page, task.limits);
      return { value: { kind: "rendered", raster }, transfer: [raster.pixels.buffer] };
    }
    default:
      return assertNever(task);
  }
}

if (parentPort === null) throw new Error("this file is the entry of a worker");
serveTasks<PdfTask, PdfPart, PdfValue>(parentPort, {
  run: runTask,
  memoryBytes: () => tools?.pdfium.bytes().length ?? 0,
  describeCrash: () => new ProbativeError(isMemoryRefused() ? "import/memory" : "import/worker-crashed"),
  isSpoiled: isMemoryRefused,
});

function isMemoryRefused(): boolean {
  return tools?.pdfium.memoryRefused() ?? false;
}
