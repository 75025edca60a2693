import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { openPdfSource, RANGE_CHUNK } from "./range-transport.ts";
import type { Opening } from "./shared-openings.ts";

GlobalWorkerOptions.workerSrc = workerUrl;

/** Images with more pixels are left out rather than decoded: a letter page scanned at 1,200 dpi still has fewer. */
const LARGEST_IMAGE = 160_000_000;

/** pdf.js writes what it finds wrong with a file to the console; a document's words have no place there. */
const SILENT = 0;

let spare: PDFWorker | null = null;

/** A worker that is already started when there is one. Every document has its own: one that hangs stops no other. */
function takeWorker(): PDFWorker {
  const worker = spare ?? new PDFWorker({ verbosity: SILENT });
  spare = null;
  return worker;
}

/** Starts the worker that the next document will take, when there is time, so that opening it need not wait for it. */
function prepareWorker(): void {
  const prepare = (): void => {
    spare ??= new PDFWorker({ verbosity: SILENT });
  };
  // Safari has no idle callback; a second later the window has settled too.
  if (typeof requestIdleCallback === "function") requestIdleCallback(prepare);
  else setTimeout(prepare, 1000);
}

prepareWorker();

/** Folders of pdf.js's own data, copied beside the page by the build. */
function assetUrl(folder: string): string {
  return new URL(`./pdfjs/${folder}/`, document.baseURI).href;
}

/**
 * Opens a PDF to paint pages of it: byte ranges on demand, no forms, no XFA, no scripts. `pdf` rejects when it cannot be
 * opened; `onFailure` is called when a part that is needed later cannot be read.
 */
export function startPdf(url: string, onFailure: (error: Error) => void): Opening<PDFDocumentProxy> {
  const controller = new AbortController();
  const worker = takeWorker();
  let task: PDFDocumentLoadingTask | null = null;

  const open = async (): Promise<PDFDocumentProxy> => {
    const source = await openPdfSource(url, controller.signal, onFailure);
    controller.signal.throwIfAborted();
    task = getDocument({
      ...(source.kind === "whole" ? { data: source.data } : { range: source.transport }),
      worker,
      rangeChunkSize: RANGE_CHUNK,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      maxImageSize: LARGEST_IMAGE,
      cMapUrl: assetUrl("cmaps"),
      cMapPacked: true,
      standardFontDataUrl: assetUrl("standard_fonts"),
      wasmUrl: assetUrl("wasm"),
      iccUrl: assetUrl("iccs"),
      verbosity: SILENT,
    });
    const pdf = await task.promise;
    prepareWorker();
    return pdf;
  };

  return {
    pdf: open(),
    close: () => {
      controller.abort();
      const finish = (): void => worker.destroy();
      if (task === null) finish();
      else task.destroy().then(finish, finish);
    },
  };
}
