import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { releaseCanvas } from "./canvas-cache.ts";
import { addRotation, makePageTransform, type PageRect } from "./page-transform.ts";

/** Paper: not the glaring white of a screen. */
const PAPER = "#fffefb";

export interface PaintRequest {
  readonly pdf: PDFDocumentProxy;
  readonly info: PageInfo;
  /** CSS pixels per PDF point. */
  readonly scale: number;
  readonly rotation: PageRotation;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** The part of the page to paint, in its device pixels; all of it when absent. */
  readonly part?: PageRect;
  readonly signal: AbortSignal;
}

/**
 * Paints a page or a part of it, with the appearance of the annotations that are in it, on a new canvas. Rejects when it
 * cannot be painted, and when `signal` is aborted.
 */
export async function paintPage(request: PaintRequest): Promise<HTMLCanvasElement> {
  const { pdf, info, scale, ratio, part, signal } = request;
  const page = await pdf.getPage(info.page);
  signal.throwIfAborted();

  const wanted = makePageTransform(info, scale, request.rotation);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(part?.width ?? wanted.width * ratio));
  canvas.height = Math.max(1, Math.round(part?.height ?? wanted.height * ratio));

  // Our box decides what is shown, so that text and picture agree even where pdf.js would crop the page otherwise. Its
  // unit (`/UserUnit`) is undone for the same reason: our points are user space.
  const options = {
    scale: (scale * ratio) / page.userUnit,
    rotation: addRotation(info.rotation, request.rotation),
  };
  const own = page.getViewport(options).convertToViewportPoint(0, 0);
  const [, , , , e, f] = makePageTransform(info, scale * ratio, request.rotation).matrix;
  const viewport = page.getViewport({
    ...options,
    offsetX: e - Number(own[0]) - (part?.left ?? 0),
    offsetY: f - Number(own[1]) - (part?.top ?? 0),
  });

  // Annotations are painted unless pdf.js is told otherwise.
  const task = page.render({ canvas, viewport, background: PAPER });
  const cancel = (): void => task.cancel();
  signal.addEventListener("abort", cancel);
  try {
    await task.promise;
    return canvas;
  } catch (error) {
    releaseCanvas(canvas);
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Lets go of what pdf.js keeps of a page for painting it again (decoded images above all) once none of it is in use. */
export function releasePage(pdf: PDFDocumentProxy, page: number): void {
  if (pdf.loadingTask.destroyed) return;
  pdf.getPage(page).then(
    (proxy) => proxy.cleanup(),
    // A page that cannot be had holds nothing.
    () => undefined,
  );
}
