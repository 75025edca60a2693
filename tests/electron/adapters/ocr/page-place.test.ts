import { describe, expect, test } from "vitest";
import { applyAffine, placeOnPage } from "#adapters/ocr/page-place.ts";
import { type QuarterTurn, rotateRaster, turnRaster } from "#adapters/ocr/raster.ts";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import type { PageRotation } from "#shared/model/document.ts";

/** A page of 60 by 40 points whose crop box does not begin at the origin, at one pixel a point, with one black pixel. */
function pageWithDot(rotation: PageRotation, x: number, y: number): PageRaster {
  const [width, height] = rotation === 90 || rotation === 270 ? [40, 60] : [60, 40];
  const pixels = new Uint8Array(width * height).fill(255);
  pixels[y * width + x] = 0;
  return { width, height, pixels, resolution: 72, box: [100, 200, 160, 240], rotation };
}

function findDot(raster: { readonly width: number; readonly pixels: Uint8Array }): readonly [number, number] {
  let darkest = 0;
  for (const [at, grey] of raster.pixels.entries()) if (grey < (raster.pixels[darkest] ?? 255)) darkest = at;
  return [(darkest % raster.width) + 0.5, Math.floor(darkest / raster.width) + 0.5];
}

const TURNS: readonly QuarterTurn[] = [0, 90, 180, 270];

describe("places on the page", () => {
  test.each([
    { rotation: 0, at: [110.5, 219.5] },
    { rotation: 90, at: [120.5, 210.5] },
    { rotation: 180, at: [149.5, 220.5] },
    { rotation: 270, at: [139.5, 229.5] },
  ] as const)("follow the page's rotation of $rotation degrees, and any turn of the raster", ({ rotation, at }) => {
    const page = pageWithDot(rotation, 10, 20);
    for (const turned of TURNS) {
      const toPage = placeOnPage(page, { turned, rotated: 0 });
      const [x, y] = applyAffine(toPage, findDot(turnRaster(page, turned)));
      expect([x, y].map((value) => Math.round(value * 100) / 100)).toEqual(at);
    }
  });

  test.each(TURNS)("follow a rotation of the raster that was turned by %d degrees", (turned) => {
    const page = pageWithDot(0, 22, 14);
    const rotated = rotateRaster(turnRaster(page, turned), 6);
    const [x, y] = applyAffine(placeOnPage(page, { turned, rotated: 6 }), findDot(rotated));
    expect(Math.abs(x - 122.5)).toBeLessThan(0.8);
    expect(Math.abs(y - 225.5)).toBeLessThan(0.8);
  });
});
