import type { Box } from "#shared/model/geometry.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { FlattenedPage } from "../flattened-page.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { areaOf, joinBoxes, overlapOf } from "./boxes.ts";
import { findOwnGround, findSuspects, type Suspect } from "./find-suspects.ts";
import { lookAt } from "./look-at.ts";
import type { Cover, PageSurvey } from "./page-survey.ts";

/** Share of a cover that lies in the box of the annotation that it comes from. */
const FLATTENED_SHARE = 0.95;

/** Share of a letter that a cover must cover. */
const COVERED_SHARE = 0.6;

/** What of a page's text cannot be seen. */
export interface HiddenText {
  /** 1 for every character of the text page that is hidden. */
  readonly isHidden: Uint8Array;
  readonly regions: readonly HiddenRegion[];
}

/** A page that is searched for hidden text. */
export interface SearchedPage {
  readonly page: FlattenedPage;
  readonly text: Pointer;
  readonly box: Box;
  /** Quarter turns clockwise. */
  readonly rotation: number;
  readonly survey: PageSurvey;
  /** Places whose hidden text is to be read. */
  readonly revealed: readonly Box[];
}

/** A letter that may be hidden. */
export interface SuspectLetter {
  /** In the text page. */
  readonly index: number;
  readonly box: Box;
  readonly object: Pointer;
  /** What lies over it, or the box of its own colour that it stands on. */
  readonly cover: Cover;
  readonly isInvisible: boolean;
}

/**
 * Finds text that is in the file and cannot be seen on the page, because something opaque was drawn over it or because it
 * has the colour of its ground. Where the order of drawing makes that possible, the place is painted and looked at.
 *
 * @param scratch 32 bytes of PDFium's memory, aligned to 8
 * @returns null when there is none
 */
export function findHiddenText(pdfium: Pdfium, searched: SearchedPage, scratch: Pointer): HiddenText | null {
  const { survey } = searched;
  const covers = withAnnotations(survey, searched.page);
  const suspects = findSuspects(pdfium, survey, covers, searched.box, scratch);
  if (suspects.size === 0) return null;
  const letters = findLetters(pdfium, searched, suspects, scratch);
  if (letters.length === 0) return null;
  const hidden = lookAt(pdfium, searched, letters);
  return hidden.length === 0 ? null : gather(pdfium, searched, hidden);
}

/** Annotations lie over everything, or have become the last objects of the page. */
function withAnnotations(survey: PageSurvey, { annotations, isFlattened }: FlattenedPage): readonly Cover[] {
  if (annotations.length === 0) return survey.covers;
  if (!isFlattened) {
    const added = annotations.map((box): Cover => ({ order: survey.top, box, kind: "annotation", color: null }));
    return [...survey.covers, ...added];
  }
  const isOfAnnotation = (cover: Cover): boolean =>
    annotations.some((box) => areaOf(overlapOf(box, cover.box)) > FLATTENED_SHARE * areaOf(cover.box));
  return survey.covers.map((cover) => (isOfAnnotation(cover) ? { ...cover, kind: "annotation" } : cover));
}

/** True for what leaves ink: neither a space nor a control character. */
function isInk(code: number): boolean {
  return code > 0x20 && code !== 0xa0 && !(code >= 0x7f && code < 0xa0) && code !== 0xfffe && code !== 0xffff;
}

function findLetters(
  pdfium: Pdfium,
  { text, box: page }: SearchedPage,
  suspects: ReadonlyMap<Pointer, Suspect>,
  scratch: Pointer,
): readonly SuspectLetter[] {
  const { exports } = pdfium;
  const letters: SuspectLetter[] = [];
  const count = exports.FPDFText_CountChars(text);
  for (let index = 0; index < count; index += 1) {
    const object = exports.FPDFText_GetTextObject(text, index);
    const suspect = suspects.get(object);
    if (suspect === undefined || !isInk(exports.FPDFText_GetUnicode(text, index))) continue;
    const box = readLetterBox(pdfium, text, index, scratch);
    if (box === null) continue;
    const cover = suspect.covers.findLast((over) => areaOf(overlapOf(over.box, box)) >= COVERED_SHARE * areaOf(box));
    const hiding = cover ?? findOwnGround(suspect, box, page);
    if (hiding !== null) letters.push({ index, box, object, cover: hiding, isInvisible: suspect.isInvisible });
  }
  return letters;
}

/** The box of a letter's ink; null when it has none. */
function readLetterBox(pdfium: Pdfium, text: Pointer, index: number, scratch: Pointer): Box | null {
  pdfium.exports.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  const doubles = pdfium.doubles();
  const at = scratch >> 3;
  const box: Box = [doubles[at] ?? 0, doubles[at + 2] ?? 0, doubles[at + 1] ?? 0, doubles[at + 3] ?? 0];
  return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : null;
}

/** Groups hidden letters by what lies over them, leaves out those that are revealed, and takes spaces between them along. */
function gather(
  pdfium: Pdfium,
  { text, revealed }: SearchedPage,
  letters: readonly SuspectLetter[],
): HiddenText | null {
  const { exports } = pdfium;
  const count = exports.FPDFText_CountChars(text);
  const isHidden = new Uint8Array(count);
  const groups: { cover: Cover; last: number; box: Box; members: number[]; letters: number }[] = [];
  const hasInkBetween = (from: number, to: number): boolean => {
    for (let index = from + 1; index < to; index += 1) if (isInk(exports.FPDFText_GetUnicode(text, index))) return true;
    return false;
  };
  for (const { index, box, cover } of letters) {
    const own = groups.find((group) => group.cover === cover);
    const isLetter = isLetterOrDigit(exports.FPDFText_GetUnicode(text, index)) ? 1 : 0;
    if (own === undefined) {
      groups.push({ cover, last: index, box, members: [index], letters: isLetter });
      continue;
    }
    if (!hasInkBetween(own.last, index)) for (let gap = own.last + 1; gap < index; gap += 1) own.members.push(gap);
    own.last = index;
    own.box = joinBoxes(own.box, box);
    own.members.push(index);
    own.letters += isLetter;
  }
  const regions: HiddenRegion[] = [];
  for (const group of groups) {
    if (group.letters === 0) continue;
    if (revealed.some((place) => isSamePlace(place, group.box))) continue;
    for (const index of group.members) isHidden[index] = 1;
    regions.push({ box: group.box, characters: group.members.length, cover: group.cover.kind });
  }
  return regions.length === 0 ? null : { isHidden, regions };
}

function isLetterOrDigit(code: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** Share of a group's box that a revealed place must cover: places are told by boxes that were stored as they were found. */
const REVEALED_SHARE = 0.9;

function isSamePlace(place: Box, group: Box): boolean {
  return areaOf(overlapOf(place, group)) >= REVEALED_SHARE * areaOf(group);
}
