import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import { releaseCanvas } from "./canvas-cache.ts";
import { paintPage } from "./page-paint.ts";
import { makePageTransform, PIXELS_PER_POINT } from "./page-transform.ts";
import { boxToRect } from "./region-geometry.ts";

/** Pixels of the picture per CSS pixel of the page at 100 %. */
const CROP_RATIO = 2;

/** Most pixels of a picture; a larger region comes out coarser. */
const MOST_PIXELS = 16_000_000;

/** Paints a region of a page as it is shown (turned as the reader turns it) and gives the picture as PNG. */
export async function cropPage(pdf: PDFDocumentProxy, info: PageInfo, rotation: PageRotation, box: Box): Promise<Blob> {
  const rect = boxToRect(makePageTransform(info, PIXELS_PER_POINT, rotation), box);
  const ratio = Math.min(CROP_RATIO, Math.sqrt(MOST_PIXELS / Math.max(1, rect.width * rect.height)));
  const canvas = await paintPage({
    pdf,
    info,
    scale: PIXELS_PER_POINT,
    rotation,
    ratio,
    part: {
      left: Math.round(rect.left * ratio),
      top: Math.round(rect.top * ratio),
      width: Math.ceil(rect.width * ratio),
      height: Math.ceil(rect.height * ratio),
    },
    signal: new AbortController().signal,
  });
  const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/png"));
  releaseCanvas(canvas);
  if (blob === null) throw new Error("the canvas gave no picture");
  return blob;
}
