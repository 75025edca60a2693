/** A picture in grey: one byte a pixel, 0 black to 255 white, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** A quarter turn clockwise, so often. */
export type QuarterTurn = 0 | 90 | 180 | 270;

const WHITE = 255;

/** Turns a picture clockwise by quarters. The picture itself is returned for none. */
export function turnRaster(raster: Raster, turn: QuarterTurn): Raster {
  const { width, height, pixels } = raster;
  if (turn === 0) return raster;
  if (turn === 180) return { width, height, pixels: Uint8Array.from(pixels).reverse() };
  const turned = new Uint8Array(pixels.length);
  // From the upper left corner of the turned picture, the source is walked along a column.
  const start = turn === 90 ? (height - 1) * width : width - 1;
  const alongRow = turn === 90 ? -width : width;
  const alongColumn = turn === 90 ? 1 : -1;
  let target = 0;
  for (let row = 0; row < width; row += 1) {
    let source = start + row * alongColumn;
    for (let column = 0; column < height; column += 1) {
      turned[target++] = pixels[source] ?? WHITE;
      source += alongRow;
    }
  }
  return { width: height, height: width, pixels: turned };
}

/**
 * Rotates a picture about its centre, with a white ground, into a picture of the same size: bilinear.
 *
 * @param degrees clockwise
 */
export function rotateRaster(raster: Raster, degrees: number): Raster {
  const { width, height, pixels } = raster;
  const rotated = new Uint8Array(pixels.length).fill(WHITE);
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  for (let row = 0; row < height; row += 1) {
    let x = centreX - cosine * centreX + sine * (row - centreY);
    let y = centreY + sine * centreX + cosine * (row - centreY);
    let target = row * width;
    for (let column = 0; column < width; column += 1, target += 1, x += cosine, y -= sine) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const a = pixels[at] ?? WHITE;
      const b = pixels[at + 1] ?? WHITE;
      const c = pixels[at + width] ?? WHITE;
      const d = pixels[at + width + 1] ?? WHITE;
      const shareX = x - left;
      const upper = a + (b - a) * shareX;
      const lower = c + (d - c) * shareX;
      rotated[target] = upper + (lower - upper) * (y - top) + 0.5;
    }
  }
  return { width, height, pixels: rotated };
}

/** Makes a picture smaller by a whole factor, each pixel the mean of those that it stands for. */
export function shrinkRaster(raster: Raster, factor: number): Raster {
  if (factor <= 1) return raster;
  const width = Math.max(1, Math.floor(raster.width / factor));
  const height = Math.max(1, Math.floor(raster.height / factor));
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let row = 0; row < height; row += 1) {
    sums.fill(0);
    for (let line = 0; line < factor; line += 1) {
      let source = (row * factor + line) * raster.width;
      for (let column = 0; column < width; column += 1) {
        let sum = 0;
        for (let step = 0; step < factor; step += 1) sum += raster.pixels[source++] ?? WHITE;
        sums[column] = (sums[column] ?? 0) + sum;
      }
    }
    for (let column = 0; column < width; column += 1) {
      pixels[row * width + column] = (sums[column] ?? 0) / (factor * factor);
    }
  }
  return { width, height, pixels };
}

/** Rows `from` to `to` of a picture. */
export function cropRows(raster: Raster, from: number, to: number): Raster {
  const pixels = raster.pixels.slice(from * raster.width, to * raster.width);
  return { width: raster.width, height: to - from, pixels };
}

/** The grey that parts ink from ground best: N. Otsu, "A threshold selection method from gray-level histograms" (1979). */
export function findThreshold(raster: Raster): number {
  const histogram = new Float64Array(256);
  for (const grey of raster.pixels) histogram[grey] = (histogram[grey] ?? 0) + 1;
  const total = raster.pixels.length;
  let sum = 0;
  for (let grey = 0; grey < 256; grey += 1) sum += grey * (histogram[grey] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = -1;
  let threshold = 127;
  for (let grey = 0; grey < 255; grey += 1) {
    below += histogram[grey] ?? 0;
    sumBelow += grey * (histogram[grey] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const distance = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * distance * distance;
    if (between > best) {
      best = between;
      threshold = grey;
    }
  }
  return threshold;
}
