import type { Detection } from "../model/detection.ts";
import { isStamp } from "./mask-stamps.ts";
import { foldToken, tokenize } from "./tokenize.ts";

/** The part of a page's text between its running headers and footers: offsets, end exclusive. */
export interface BodyRange {
  readonly start: number;
  readonly end: number;
}

/** Stretches of a page's text that are no part of what it says: starts and ends in turn, ascending, apart from each other. */
export type FurnitureRanges = readonly number[];

const NO_RANGES: FurnitureRanges = [];

/** What stands beside the number on a line that is nothing but a page number. */
const PAGE_WORDS: ReadonlySet<string> = new Set(["page", "pages", "p", "pp", "pagina", "pag", "of", "de", "sur", "no"]);
const ONLY_DIGITS = /^\d+$/u;
const ONLY_DIGITS_BETWEEN = /^\s*\d{1,2}\s*$/u;
/** The numbers of a transcript's or a pleading's lines, where they stand in the text as a column of their own. */
const NUMBER_COLUMN = /(?:^|\n)(1\n+2\n+3\n+4\n+5\n+6\n+7\n+8(?:\n+(?:9|[1-3]\d))*)(?=\n|$)/gu;

/**
 * Stretches of a page's text that stand between its words without being of them: stamps, lines that hold nothing but the
 * printed page number, line numbers of transcripts and of pleading paper.
 *
 * @param detections of the page, in the order of the text
 */
export function findStampRanges(text: string, detections: readonly Detection[]): FurnitureRanges {
  let found: number[] | null = null;
  for (const detection of detections) {
    const range = rangeOf(text, detection);
    if (range === null) continue;
    found ??= [];
    found.push(range.start, range.end);
  }
  // Most pages have none, and need no expression to be tried on them.
  if (text.includes("\n8\n")) {
    found ??= [];
    for (const { index, 0: matched } of text.matchAll(NUMBER_COLUMN)) found.push(index, index + matched.length);
  }
  return found === null ? NO_RANGES : mergeRanges(found);
}

/** The same with what lies outside of the body. */
export function findFurniture(text: string, detections: readonly Detection[], body: BodyRange): FurnitureRanges {
  const stamps = findStampRanges(text, detections);
  if (body.start <= 0 && body.end >= text.length) return stamps;
  return mergeRanges([0, body.start, ...stamps, body.end, text.length]);
}

function rangeOf(text: string, detection: Detection): BodyRange | null {
  if (isStamp(detection)) return detection;
  if (detection.value.kind === "printed-page") return lineOfPageNumber(text, detection);
  if (detection.value.kind === "transcript-line") return lineNumberBefore(text, detection.start);
  return null;
}

/** The line of a printed page number, when it holds nothing else. */
function lineOfPageNumber(text: string, { start, end }: BodyRange): BodyRange | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const lineEnd = next === -1 ? text.length : next;
  const beside = [...tokenize(text.slice(lineStart, start)), ...tokenize(text.slice(end, lineEnd))];
  const isAlone = beside.every((token) => ONLY_DIGITS.test(token.text) || PAGE_WORDS.has(foldToken(token.text)));
  return isAlone ? { start: lineStart, end: lineEnd } : null;
}

/** The number that stands before the words of a transcript's line, on the same line. */
function lineNumberBefore(text: string, start: number): BodyRange | null {
  const lineStart = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const isNumber = start - lineStart <= 4 && ONLY_DIGITS_BETWEEN.test(text.slice(lineStart, start));
  return isNumber ? { start: lineStart, end: start } : null;
}

function mergeRanges(found: readonly number[]): FurnitureRanges {
  const pairs: [number, number][] = [];
  for (let at = 0; at < found.length; at += 2) {
    const [start = 0, end = 0] = [found[at], found[at + 1]];
    if (end > start) pairs.push([start, end]);
  }
  pairs.sort(([one], [other]) => one - other);
  const merged: number[] = [];
  for (const [start, end] of pairs) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last) merged[merged.length - 1] = Math.max(last, end);
    else merged.push(start, end);
  }
  return merged;
}
