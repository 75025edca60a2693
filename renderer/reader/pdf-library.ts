import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { say } from "../messages/say.ts";
import { type Opening, SharedOpenings } from "./shared-openings.ts";

/** pdf.js is a third of the program and nobody needs it before a document is opened: it is loaded beside the first screen. */
const loadLibrary = () => import("./pdf-start.ts");

// Safari has no idle callback; a second later the window has settled too. Without the library opening says what is wrong.
const loadEarly = (): void => void loadLibrary().catch(() => undefined);
if (typeof requestIdleCallback === "function") requestIdleCallback(loadEarly);
else setTimeout(loadEarly, 1000);

/** A document being opened, and the way to let go of it whatever its state. */
export type OpeningPdf = Opening<PDFDocumentProxy>;

/** Why a PDF cannot be opened, in plain words. */
export function explainPdfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // By name: the classes are in the part that is loaded later.
  if (error.name === "PasswordException") return say("reader.needsPassword");
  if (error.name === "InvalidPDFException") return say("reader.damaged");
  return error.message;
}

/**
 * Opens a PDF to paint pages of it. `pdf` rejects when it cannot be opened; `onFailure` is called when a part that is
 * needed later cannot be read.
 */
export function openPdf(url: string, onFailure: (error: Error) => void): OpeningPdf {
  const controller = new AbortController();
  let started: OpeningPdf | null = null;
  const open = async (): Promise<PDFDocumentProxy> => {
    const { startPdf } = await loadLibrary();
    controller.signal.throwIfAborted();
    started = startPdf(url, onFailure);
    return started.pdf;
  };
  return {
    pdf: open(),
    close: () => {
      controller.abort();
      started?.close();
    },
  };
}

const shared = new SharedOpenings(openPdf);

/**
 * Opens a PDF as `openPdf` does, once for all views that show it: the reader goes on with what a preview has opened.
 * Each lets go of it for itself.
 */
export function sharePdf(url: string, onFailure: (error: Error) => void): OpeningPdf {
  return shared.open(url, onFailure);
}
