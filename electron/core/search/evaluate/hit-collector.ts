import type { DocumentShape } from "#core/ports/word-index.ts";
import { lastAtMost, seekAtLeast } from "./sorted-numbers.ts";
import { SpanList } from "./span-list.ts";

/** A stretch of a page's text: offsets, end exclusive. Pages count from 1. */
export interface PageRange {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Gathers what is found in one document: spans of words, matches of regular expressions, values of fields. */
export class HitCollector {
  readonly marks = new SpanList();
  patterns: PageRange[] = [];
  fields: PageRange[] = [];

  clear(): void {
    this.marks.length = 0;
    if (this.patterns.length > 0) this.patterns = [];
    if (this.fields.length > 0) this.fields = [];
  }

  /** Makes hits of what was gathered: marks and matches that overlap are one each, equal values too. */
  settle(): void {
    this.marks.mergeOverlapping();
    if (this.patterns.length > 1) this.patterns = mergeRanges(this.patterns);
    if (this.fields.length > 1) this.fields = uniqueRanges(this.fields);
  }

  get hits(): number {
    return this.marks.length + this.patterns.length + this.fields.length;
  }

  /** Pages on which a hit begins, after `settle`. */
  countPages(shape: () => DocumentShape): number {
    if (this.patterns.length + this.fields.length === 0) {
      return this.marks.length < 2 ? this.marks.length : countMarkPages(this.marks, shape());
    }
    const pages = new Set<number>();
    for (let index = 0; index < this.marks.length; index += 1) {
      pages.add(pageOfPosition(shape(), this.marks.start(index)));
    }
    for (const { page } of this.patterns) pages.add(page);
    for (const { page } of this.fields) pages.add(page);
    return pages.size;
  }
}

/** The page, from 1, to which a position of the document belongs. */
export function pageOfPosition({ pages, bodyStarts, furnitureStarts }: DocumentShape, position: number): number {
  const isBody = position < (bodyStarts[pages] ?? 0);
  return lastAtMost(isBody ? bodyStarts : furnitureStarts, position) + 1;
}

function countMarkPages(marks: SpanList, shape: DocumentShape): number {
  const starts = new Int32Array(marks.length);
  for (let index = 0; index < marks.length; index += 1) starts[index] = marks.start(index);
  return countPositionPages(starts, starts.length, shape);
}

/** Pages on which any of the positions lies: the first `length` of `positions`, ascending. */
export function countPositionPages(positions: Int32Array, length: number, shape: DocumentShape): number {
  const { pages, bodyStarts, furnitureStarts } = shape;
  const bodyEnd = bodyStarts[pages] ?? 0;
  // Furniture comes after all body words: its pages may have been counted by then.
  const hasFurniture = length > 0 && (positions[length - 1] ?? 0) >= bodyEnd;
  const flags = hasFurniture ? new Uint8Array(pages + 1) : null;
  let count = 0;
  let index = 0;
  let next = 0;
  while (index < length && (positions[index] ?? 0) < bodyEnd) {
    next = seekAtLeast(bodyStarts, (positions[index] ?? 0) + 1, next);
    if (flags !== null) flags[next] = 1;
    const pageEnd = bodyStarts[next] ?? bodyEnd;
    while (index < length && (positions[index] ?? 0) < pageEnd) index += 1;
    count += 1;
  }
  if (flags === null) return count;
  for (next = 0; index < length; index += 1) {
    next = seekAtLeast(furnitureStarts, (positions[index] ?? 0) + 1, next);
    if (flags[next] === 1) continue;
    flags[next] = 1;
    count += 1;
  }
  return count;
}

function byPlace(one: PageRange, other: PageRange): number {
  return one.page - other.page || one.start - other.start || one.end - other.end;
}

function mergeRanges(ranges: PageRange[]): PageRange[] {
  const merged: PageRange[] = [];
  for (const range of ranges.sort(byPlace)) {
    const last = merged.at(-1);
    if (last !== undefined && last.page === range.page && range.start < last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

function uniqueRanges(ranges: PageRange[]): PageRange[] {
  return ranges.sort(byPlace).filter((range, index) => {
    const before = ranges[index - 1];
    return before === undefined || byPlace(before, range) !== 0;
  });
}
