import { AnnotationMode, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { releaseCanvas } from "./canvas-cache.ts";
import { addRotation, makePageTransform } from "./page-transform.ts";

/** Paper: not the glaring white of a screen. */
const PAPER = "#fffefb";

/** Most pixels of a canvas (16 megapixels) and of one of its sides; beyond them a page is painted coarser. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 16_384;

/** Device pixels per CSS pixel at which a page of this size is painted. */
export function outputScale(width: number, height: number, devicePixelRatio: number): number {
  return Math.min(
    devicePixelRatio,
    Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
    LONGEST_SIDE / Math.max(1, width, height),
  );
}

export interface PaintRequest {
  readonly pdf: PDFDocumentProxy;
  readonly info: PageInfo;
  /** CSS pixels per PDF point. */
  readonly scale: number;
  readonly rotation: PageRotation;
  readonly devicePixelRatio: number;
  readonly signal: AbortSignal;
}

/**
 * Paints a page, with the appearance of the annotations that are in it, on a new canvas. Rejects when it cannot be
 * painted, and when `signal` is aborted.
 */
export async function paintPage(request: PaintRequest): Promise<HTMLCanvasElement> {
  const { pdf, info, scale, signal } = request;
  const page = await pdf.getPage(info.page);
  signal.throwIfAborted();

  const wanted = makePageTransform(info, scale, request.rotation);
  const ratio = outputScale(wanted.width, wanted.height, request.devicePixelRatio);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(wanted.width * ratio));
  canvas.height = Math.max(1, Math.round(wanted.height * ratio));

  // Our box decides what is shown, so that text and picture agree even where pdf.js would crop the page otherwise. Its
  // unit (`/UserUnit`) is undone for the same reason: our points are user space.
  const options = {
    scale: (scale * ratio) / page.userUnit,
    rotation: addRotation(info.rotation, request.rotation),
  };
  const own = page.getViewport(options).convertToViewportPoint(0, 0);
  const [, , , , e, f] = makePageTransform(info, scale * ratio, request.rotation).matrix;
  const viewport = page.getViewport({ ...options, offsetX: e - Number(own[0]), offsetY: f - Number(own[1]) });

  const task = page.render({ canvas, viewport, background: PAPER, annotationMode: AnnotationMode.ENABLE });
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
