import type { PageRotation } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";

/** Which resolution a page is to be rendered at, in dots per inch. */
export interface RasterLimits {
  /** A page that is a scan is rendered at the scan's own resolution, kept between these two. */
  readonly lowest: number;
  readonly highest: number;
  /** For a page that is not one picture. */
  readonly usual: number;
  /** A raster that would hold more pixels is made smaller, whatever its resolution then is. */
  readonly pixelsAtMost: number;
}

/** A page as it is seen: cropped, turned by its own rotation, in grey. */
export interface PageRaster {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 black to 255 white, row by row from the top, `width * height` bytes. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** Dots per inch. */
  readonly resolution: number;
  /** Crop box in PDF user space. */
  readonly box: Box;
  readonly rotation: PageRotation;
}

/** Makes pictures of pages, away from the database, where it can be killed. Rejects as `DocumentReader.read` does. */
export interface PageRenderer {
  /**
   * @param path absolute path of a PDF
   * @param page 1-based; `import/page-count` when there is no such page, `import/corrupt` when it cannot be loaded
   */
  renderPage(path: string, page: number, limits: RasterLimits, signal: AbortSignal): Promise<PageRaster>;
}
