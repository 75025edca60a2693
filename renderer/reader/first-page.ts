import { openPdf } from "./pdf-library.ts";

/** Paper, as in the reader. */
const PAPER = "#fffefb";

/** Room for a picture, in device pixels. */
export interface PictureBox {
  readonly width: number;
  readonly height: number;
}

/**
 * Paints the first page of the PDF at an address so that it fits into a box, for pictures of many documents: the document
 * is let go of at once. Rejects when it cannot be opened or painted.
 */
export async function paintFirstPage(url: string, box: PictureBox): Promise<HTMLCanvasElement> {
  // A part that cannot be read later ends the painting, which says so.
  const opening = openPdf(url, () => opening.close());
  try {
    const pdf = await opening.pdf;
    const page = await pdf.getPage(1);
    const whole = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(box.width / whole.width, box.height / whole.height) });
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport, background: PAPER }).promise;
    return canvas;
  } finally {
    opening.close();
  }
}
