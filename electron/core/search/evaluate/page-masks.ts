import { PAGE_BITS } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { WordUnion } from "./word-union.ts";

/** Pages of a document as bits, the first page lowest; of a document of more pages all are set. */
export type PageMask = number;

/** Every page. */
export const ALL_PAGES: PageMask = 2 ** PAGE_BITS - 1;

/** Pages where a part of `page( )` may hold, and those where it does for certain. */
export interface PageMasks {
  readonly may: PageMask;
  readonly does: PageMask;
}

/** Nothing is known of any page. */
export const UNKNOWN_PAGES: PageMasks = { may: ALL_PAGES, does: 0 };

/** Tells on which pages any of a word's terms stands, for documents in ascending order. */
export function pagesOfWord(union: WordUnion): (number: number) => PageMask {
  const cursors = new Int32Array(union.lists.length);
  let last = -1;
  return (number) => {
    if (number < last) cursors.fill(0);
    last = number;
    let mask = 0;
    for (let at = 0; at < union.lists.length; at += 1) {
      const list = union.lists[at];
      if (list === undefined) continue;
      const index = seekAtLeast(list.numbers, number, cursors[at] ?? 0);
      cursors[at] = index;
      if (list.numbers[index] !== number) continue;
      const bits = list.pageBits[index] ?? 0;
      if (bits === 0) return ALL_PAGES;
      mask |= bits;
    }
    return mask;
  };
}
