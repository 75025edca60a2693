import type { Box } from "#shared/model/geometry.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { areaOf, holdsMiddle, overlapOf } from "./boxes.ts";
import { type Color, type Cover, type PageSurvey, readOpaqueFill, shareOf } from "./page-survey.ts";

/** FPDF_TEXTRENDERMODE_… (fpdf_edit.h): text without ink, as the text layers of scans have it. */
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** Modes whose letters are filled and not outlined. */
const FILL = 0;
const FILL_AND_CLIP = 4;

/** Pictures that cover so much of a page are the page: a scan, whose text layer may lie below it. */
const SCAN_SHARE = 0.4;

/** A box that covers more of the page is its ground. */
const PAGE_GROUND_SHARE = 0.5;

/** A cover that overlaps a text by less, in points, touches it at most. */
const LEAST_OVERLAP = 1.5;

/** Colours that differ by less in each channel are one to the eye, as far as a search for suspects is concerned. */
const SAME_COLOR = 12;

/** A text object that may not be seen, and why. */
export interface Suspect {
  /** What is drawn over a part of it or all, from below. */
  readonly covers: readonly Cover[];
  /** It may have the colour of what it stands on: the boxes below it, of any colour. Empty when none has its colour. */
  readonly grounds: readonly Cover[];
  /** Null when it has no colour of its own. */
  readonly color: Color | null;
  /** It has no ink of its own: that it cannot be seen says nothing. */
  readonly isInvisible: boolean;
}

function isSameColor(one: Color, other: Color): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) < SAME_COLOR);
}

/**
 * Finds text that may lie hidden, from the order and the boxes of what is drawn. Cheap, and mostly wrong: what it finds has
 * to be looked at. Covers that are annotations come last in `covers`.
 *
 * @param scratch 32 bytes of PDFium's memory, aligned to 8
 */
export function findSuspects(
  pdfium: Pdfium,
  survey: PageSurvey,
  allCovers: readonly Cover[],
  page: Box,
  scratch: Pointer,
): ReadonlyMap<Pointer, Suspect> {
  const { exports } = pdfium;
  const suspects = new Map<Pointer, Suspect>();
  if (allCovers.length === 0) return suspects;
  const covers = limitCovers(allCovers, survey.texts.size);
  const lastCover = covers.at(-1)?.order ?? -1;
  const colors = new Set(covers.flatMap((cover) => cover.color ?? []));
  const isScan = createScanTest(survey, page);
  const isShownAgain = createRepetitionTest(survey);

  for (const [text, order] of survey.texts) {
    if (order > lastCover && colors.size === 0) continue;
    const mode = exports.FPDFTextObj_GetTextRenderMode(text);
    const isInvisible = mode === INVISIBLE || mode === CLIP_ONLY;
    const color = mode === FILL || mode === FILL_AND_CLIP ? readOpaqueFill(pdfium, text, scratch) : null;
    const mayMatchGround = color !== null && hasLike(colors, color);
    if (order > lastCover && !mayMatchGround) continue;
    const box = survey.boxOf(text);
    if (box === null) continue;
    const above = covers.filter(
      (cover) =>
        cover.order > order && touches(cover.box, box) && (cover.kind !== "picture" || !(isInvisible || isScan(order))),
    );
    const grounds = mayMatchGround ? findGrounds(covers, order, box, color) : [];
    const isSuspect = grounds.length > 0 || (above.length > 0 && !isShownAgain(box, above.at(-1)?.order ?? order));
    if (isSuspect) suspects.set(text, { covers: above, grounds, color, isInvisible });
  }
  return suspects;
}

function hasLike(colors: ReadonlySet<Color>, color: Color): boolean {
  for (const other of colors) if (isSameColor(other, color)) return true;
  return false;
}

function touches(cover: Box, text: Box): boolean {
  const common = overlapOf(cover, text);
  // Letters may be lower than the least overlap: a full stop is.
  const width = Math.min(LEAST_OVERLAP, (text[2] - text[0]) / 2);
  const height = Math.min(LEAST_OVERLAP, (text[3] - text[1]) / 2);
  return common[2] - common[0] > width && common[3] - common[1] > height;
}

function findGrounds(covers: readonly Cover[], order: number, text: Box, color: Color): readonly Cover[] {
  const below = covers.filter((cover) => cover.order < order && touches(cover.box, text));
  return below.some((cover) => cover.color !== null && isSameColor(cover.color, color)) ? below : [];
}

/**
 * The box that a letter stands on, when both have one colour. The bare page is none, and neither is a ground for the whole
 * page: printers' marks in white on white are no redaction.
 */
export function findOwnGround(suspect: Suspect, letter: Box, page: Box): Cover | null {
  const ground = suspect.grounds.findLast((cover) => holdsMiddle(cover.box, letter));
  if (ground === undefined || ground.color === null || suspect.color === null) return null;
  if (!isSameColor(ground.color, suspect.color)) return null;
  return areaOf(overlapOf(ground.box, page)) > PAGE_GROUND_SHARE * areaOf(page) ? null : ground;
}

/** Text that is drawn twice lies within so many points. */
const REPETITION = 1;

/** Tells whether a text object has the same place as one that is drawn later: a form filled anew, or a shadow. */
function createRepetitionTest(survey: PageSurvey): (box: Box, order: number) => boolean {
  let cells: Map<string, PlacedText[]> | undefined;
  const cellOf = (box: Box): readonly [number, number] => [Math.floor(box[0]), Math.floor(box[1])];
  return (box, order) => {
    cells ??= Map.groupBy(placeTexts(survey), (text) => cellOf(text.box).join());
    const [column, row] = cellOf(box);
    for (let x = column - REPETITION; x <= column + REPETITION; x += 1) {
      for (let y = row - REPETITION; y <= row + REPETITION; y += 1) {
        const isRepeated = cells.get([x, y].join())?.some((text) => text.order > order && isSameBox(text.box, box));
        if (isRepeated === true) return true;
      }
    }
    return false;
  };
}

interface PlacedText {
  readonly order: number;
  readonly box: Box;
}

function placeTexts(survey: PageSurvey): readonly PlacedText[] {
  return [...survey.texts].flatMap(([text, order]) => {
    const box = survey.boxOf(text);
    return box === null ? [] : [{ order, box }];
  });
}

function isSameBox(one: Box, other: Box): boolean {
  return one.every((edge, index) => Math.abs(edge - (other[index] ?? 0)) < REPETITION);
}

/** Comparisons of a text with a cover that are made on one page: maps and drawings have thousands of both. */
const MOST_COMPARISONS = 20_000_000;

/** Where there are too many covers for the texts of a page, the largest of them. */
function limitCovers(covers: readonly Cover[], texts: number): readonly Cover[] {
  const most = Math.floor(MOST_COMPARISONS / Math.max(1, texts));
  if (covers.length <= most) return covers;
  const largest = covers.toSorted((one, other) => areaOf(other.box) - areaOf(one.box)).slice(0, most);
  return largest.toSorted((one, other) => one.order - other.order);
}

/** Tells whether the pictures that are drawn after a place in the order make up the page. */
function createScanTest(survey: PageSurvey, page: Box): (order: number) => boolean {
  const known = new Map<number, boolean>();
  return (order) => {
    const later = survey.images.filter((image) => image.order > order);
    const cached = known.get(later.length);
    if (cached !== undefined) return cached;
    const isScan =
      shareOf(
        page,
        later.map((image) => image.box),
      ) >= SCAN_SHARE;
    known.set(later.length, isScan);
    return isScan;
  };
}
