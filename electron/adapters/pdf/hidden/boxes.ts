import type { Box } from "#shared/model/geometry.ts";

/** A transformation `[a b c d e f]` (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The box around a transformed box. */
export function transformBox(box: Box, matrix: Matrix): Box {
  const [a, b, c, d, e, f] = matrix;
  const [left, bottom, right, top] = box;
  const x = [a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top];
  const y = [b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top];
  return [Math.min(...x) + e, Math.min(...y) + f, Math.max(...x) + e, Math.max(...y) + f];
}

/** What two boxes have in common; without area when that is nothing. */
export function overlapOf(one: Box, other: Box): Box {
  const left = Math.max(one[0], other[0]);
  const bottom = Math.max(one[1], other[1]);
  return [left, bottom, Math.max(left, Math.min(one[2], other[2])), Math.max(bottom, Math.min(one[3], other[3]))];
}

/** Area of a box, in square points. */
export function areaOf(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

/** The box around both. */
export function joinBoxes(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** True when the middle of `inner` lies in `outer`. */
export function holdsMiddle(outer: Box, inner: Box): boolean {
  const x = (inner[0] + inner[2]) / 2;
  const y = (inner[1] + inner[3]) / 2;
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
}
