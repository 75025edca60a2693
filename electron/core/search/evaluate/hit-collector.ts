import type { DocumentShape, PositionBuffer, WordIndex } from "#core/ports/word-index.ts";
import { lastAtMost } from "#shared/base/sorted-numbers.ts";
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
  readonly #starts: PositionBuffer = { items: new Int32Array(64), length: 0 };
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
  countPages(words: WordIndex, number: number): number {
    if (this.patterns.length + this.fields.length === 0) {
      if (this.marks.length < 2) return this.marks.length;
      this.marks.copyStarts(this.#starts);
      return words.countPages(number, this.#starts.items, this.#starts.length);
    }
    const pages = new Set<number>();
    const shape = words.shape(number);
    for (let index = 0; index < this.marks.length; index += 1) {
      pages.add(pageOfPosition(shape, this.marks.start(index)));
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
