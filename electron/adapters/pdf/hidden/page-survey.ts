import type { Box } from "#shared/model/geometry.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { areaOf, type Matrix, multiply, overlapOf, transformBox } from "./boxes.ts";

/** FPDF_PAGEOBJ_… (fpdf_edit.h). */
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;

/** FPDF_SEGMENT_MOVETO (fpdfview.h). */
const MOVE_TO = 2;

/** A fill below this is seen through. PDFium counts to 255. */
const OPAQUE = 250;

/** What is thinner than this in points is a line, and hides no letter. */
const THINNEST_COVER = 3;

/** Forms within forms that are looked into, objects of a page, outlines kept apart within one path. */
const DEEPEST_FORM = 8;
const MOST_OBJECTS = 200_000;
const MOST_SEGMENTS = 2_000;

/** Covers beyond this many make a drawing, whose search would take longer than the rest of the page. */
const MOST_COVERS = 5_000;

/** Red, green and blue in one number. */
export type Color = number;

/** Something opaque on a page. `order` counts the page's objects as they are drawn, from below. */
export interface Cover {
  readonly order: number;
  readonly box: Box;
  readonly kind: HiddenRegion["cover"];
  /** Null when it has more than one colour. */
  readonly color: Color | null;
}

/** What is drawn on a page, in the order of drawing. */
export interface PageSurvey {
  readonly covers: readonly Cover[];
  /** Text objects and their `order`. */
  readonly texts: ReadonlyMap<Pointer, number>;
  readonly images: readonly SurveyedImage[];
  /** `order` of what comes on top of everything. */
  readonly top: number;
  /** Box of a text object; null when it has none. */
  boxOf(text: Pointer): Box | null;
}

/** A picture on a page. */
export interface SurveyedImage {
  readonly pointer: Pointer;
  readonly order: number;
  readonly box: Box;
  readonly pixels: number;
}

/** Forms shift and scale what they hold; a text within two of them is a text of the page all the same. */
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Lists what is drawn on a page. `scratch` is 32 bytes of PDFium's memory, aligned to 8. */
export function surveyPage(pdfium: Pdfium, page: Pointer, scratch: Pointer): PageSurvey {
  const { exports } = pdfium;
  const covers: Cover[] = [];
  const texts = new Map<Pointer, number>();
  const images: SurveyedImage[] = [];
  /** Transformations of forms, of the texts that stand in one. */
  const matrices = new Map<Pointer, Matrix>();
  let order = 0;

  const word = (index: number): number => {
    const bytes = pdfium.bytes();
    const at = scratch + 4 * index;
    return (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + ((bytes[at + 2] ?? 0) << 16);
  };

  const boundsOf = (object: Pointer, matrix: Matrix): Box | null => {
    const isKnown = exports.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    return isKnown === 0 ? null : transformBox(readBox(pdfium, scratch), matrix);
  };

  const addCover = (box: Box | null, kind: Cover["kind"], color: Color | null): void => {
    if (box === null || covers.length >= MOST_COVERS) return;
    const isThin = box[2] - box[0] < THINNEST_COVER || box[3] - box[1] < THINNEST_COVER;
    if (!isThin) covers.push({ order, box, kind, color });
  };

  const addPath = (path: Pointer, matrix: Matrix): void => {
    exports.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
    if (word(0) === 0) return;
    const whole = boundsOf(path, matrix);
    if (whole === null || whole[2] - whole[0] < THINNEST_COVER || whole[3] - whole[1] < THINNEST_COVER) return;
    const color = readOpaqueFill(pdfium, path, scratch);
    if (color === null) return;
    const segments = exports.FPDFPath_CountSegments(path);
    if (segments <= 5 || segments > MOST_SEGMENTS) addCover(whole, "box", color);
    else
      for (const box of outlinesOf(pdfium, path, segments, scratch)) addCover(pathBox(box, path, matrix), "box", color);
  };

  const pathBox = (box: Box, path: Pointer, matrix: Matrix): Box => {
    // Points of a path come before its own matrix.
    const own = readMatrix(pdfium, path, scratch);
    return transformBox(transformBox(box, own), matrix);
  };

  const addImage = (image: Pointer, matrix: Matrix): void => {
    const box = boundsOf(image, matrix);
    if (box === null) return;
    exports.FPDFImageObj_GetImagePixelSize(image, scratch, scratch + 4);
    images.push({ pointer: image, order, box, pixels: word(0) * word(1) });
    addCover(box, "picture", null);
  };

  const visit = (object: Pointer, matrix: Matrix, depth: number): void => {
    order += 1;
    if (object === 0 || order > MOST_OBJECTS) return;
    const type = exports.FPDFPageObj_GetType(object);
    if (type === TEXT) {
      texts.set(object, order);
      if (matrix !== IDENTITY) matrices.set(object, matrix);
    } else if (type === PATH) addPath(object, matrix);
    else if (type === IMAGE) addImage(object, matrix);
    else if (type === SHADING) addCover(boundsOf(object, matrix), "box", null);
    else if (type === FORM && depth < DEEPEST_FORM) {
      const inner = multiply(readMatrix(pdfium, object, scratch), matrix);
      const count = exports.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count && order <= MOST_OBJECTS; index += 1) {
        visit(exports.FPDFFormObj_GetObject(object, index), inner, depth + 1);
      }
    }
  };

  const count = exports.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && order <= MOST_OBJECTS; index += 1) {
    visit(exports.FPDFPage_GetObject(page, index), IDENTITY, 0);
  }
  return { covers, texts, images, top: order + 1, boxOf: (text) => boundsOf(text, matrices.get(text) ?? IDENTITY) };
}

/** Left, bottom, right, top. */
function readBox(pdfium: Pdfium, at: Pointer): Box {
  const floats = pdfium.floats();
  const from = at >> 2;
  return [floats[from] ?? 0, floats[from + 1] ?? 0, floats[from + 2] ?? 0, floats[from + 3] ?? 0];
}

function readMatrix(pdfium: Pdfium, object: Pointer, scratch: Pointer): Matrix {
  if (pdfium.exports.FPDFPageObj_GetMatrix(object, scratch) === 0) return IDENTITY;
  const floats = pdfium.floats();
  const from = scratch >> 2;
  const at = (index: number): number => floats[from + index] ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The colour that an object is filled with, or null when one can see through it or the colour is a pattern. */
export function readOpaqueFill(pdfium: Pdfium, object: Pointer, scratch: Pointer): Color | null {
  const { exports } = pdfium;
  if (exports.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return null;
  const bytes = pdfium.bytes();
  const red = bytes[scratch] ?? 0;
  const green = bytes[scratch + 4] ?? 0;
  const blue = bytes[scratch + 8] ?? 0;
  return (bytes[scratch + 12] ?? 0) < OPAQUE ? null : (red << 16) | (green << 8) | blue;
}

/** Boxes of a path's closed outlines: one path often draws many boxes. */
function outlinesOf(pdfium: Pdfium, path: Pointer, segments: number, scratch: Pointer): readonly Box[] {
  const { exports } = pdfium;
  const boxes: [number, number, number, number][] = [];
  for (let index = 0; index < segments; index += 1) {
    const segment = exports.FPDFPath_GetPathSegment(path, index);
    if (segment === 0 || exports.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
    const x = pdfium.floats()[scratch >> 2] ?? 0;
    const y = pdfium.floats()[(scratch >> 2) + 1] ?? 0;
    if (exports.FPDFPathSegment_GetType(segment) === MOVE_TO) boxes.push([x, y, x, y]);
    const box = boxes.at(-1);
    if (box === undefined) continue;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return boxes;
}

/** Cells along each side of the page in which its pictures are counted. */
const CELLS = 32;

/** Share of a page that boxes cover together, to about a thousandth for boxes that fill cells, else to a few hundredths. */
export function shareOf(page: Box, boxes: readonly Box[]): number {
  const [only] = boxes;
  if (only === undefined) return 0;
  if (boxes.length === 1) return areaOf(overlapOf(page, only)) / areaOf(page);
  const cells = new Uint8Array(CELLS * CELLS);
  const width = (page[2] - page[0]) / CELLS;
  const height = (page[3] - page[1]) / CELLS;
  for (const box of boxes) {
    const fromColumn = Math.max(0, Math.ceil((box[0] - page[0]) / width - 0.5));
    const toColumn = Math.min(CELLS, Math.ceil((box[2] - page[0]) / width - 0.5));
    const fromRow = Math.max(0, Math.ceil((box[1] - page[1]) / height - 0.5));
    const toRow = Math.min(CELLS, Math.ceil((box[3] - page[1]) / height - 0.5));
    for (let row = fromRow; row < toRow; row += 1)
      cells.fill(1, row * CELLS + fromColumn, row * CELLS + Math.max(fromColumn, toColumn));
  }
  return cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
}
