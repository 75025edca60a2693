import { COMMON_WORDS, commonCodeOf, PAIR_MARK, pairTerm, SEVERAL_COMMON } from "#shared/text/common-words.ts";
import { mixPlace } from "./digest.ts";
import { GrowingColumn } from "./growing-column.ts";
import { ACCENTED_MARK, FIELD_MARK } from "./segment.ts";

/** What a term is to its neighbours: a common word has its code, a field value or a word with its accents this. */
const NO_NEIGHBOURS = -1;
/** A word of which each place says which common words stand beside it. */
export const HAS_NEIGHBOURS = 0;

/** Bytes for each place: the codes of the common words before and after it. */
export const NEIGHBOUR_BYTES = 2;

/** `NO_NEIGHBOURS`, `HAS_NEIGHBOURS`, or the code of a common word. */
export function neighbourKindOf(term: string): number {
  if (term.startsWith(FIELD_MARK) || term.startsWith(PAIR_MARK) || term.startsWith(ACCENTED_MARK)) return NO_NEIGHBOURS;
  return commonCodeOf(term);
}

/** Whether the index keeps the common words beside each place of a term. */
export function keepsNeighbours(term: string): boolean {
  return neighbourKindOf(term) === HAS_NEIGHBOURS;
}

/** What a place with its neighbours adds to a digest, beyond the place alone. */
export function mixNeighbours(hash: number, position: number, before: number, after: number): number {
  return before === 0 && after === 0 ? 0 : mixPlace(mixPlace(hash, position), before | (after << 8));
}

/** Places of one document, ascending by position: parallel columns, of which `from` to `to` are the document's. */
export interface DocumentPlaces {
  readonly terms: Int32Array;
  readonly positions: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Two common words that follow each other, as one number. */
function pairOf(first: number, second: number): number {
  return first * 256 + second;
}

/** The term of a pair. */
export function termOfPair(pair: number): string {
  return pairTerm(COMMON_WORDS[(pair >> 8) - 1] ?? "", COMMON_WORDS[(pair & 0xff) - 1] ?? "");
}

const SHARED_PAIR = 1 << 16;

/** Pairs of common words in a document, ascending by position. */
export class PairList {
  private readonly pairs = new GrowingColumn();
  private readonly positions = new GrowingColumn();

  get length(): number {
    return this.pairs.length;
  }

  clear(): void {
    this.pairs.length = 0;
    this.positions.length = 0;
  }

  /** @param isShared whether several common words stand at one of the places */
  push(pair: number, position: number, isShared: boolean): void {
    this.pairs.push(isShared ? pair | SHARED_PAIR : pair);
    this.positions.push(position);
  }

  pairAt(index: number): number {
    return (this.pairs.items[index] ?? 0) & 0xffff;
  }

  /** Position of the first of the two. */
  positionAt(index: number): number {
    return this.positions.items[index] ?? 0;
  }

  isSharedAt(index: number): boolean {
    return (this.pairs.items[index] ?? 0) >= SHARED_PAIR;
  }
}

/**
 * Finds the common words beside each place of a document, and those that stand beside each other.
 *
 * @param kinds by term, as `neighbourKindOf` says
 * @param into for each place, 0 before: becomes the code before it, and the code after it in the next eight bits
 * @param pairs becomes the list of the document's pairs
 */
export function findNeighbours(
  { terms, positions, from, to }: DocumentPlaces,
  kinds: Int32Array,
  into: Int32Array,
  pairs: PairList,
): void {
  pairs.clear();
  let lastFrom = from;
  let lastPosition = Number.MIN_SAFE_INTEGER;
  let lastCode = 0;
  for (let at = from; at < to; ) {
    const position = positions[at] ?? 0;
    let code = 0;
    let end = at;
    for (; end < to && positions[end] === position; end += 1) {
      const kind = kinds[terms[end] ?? 0] ?? 0;
      if (kind > 0) code = code === 0 || code === kind ? kind : SEVERAL_COMMON;
    }
    if (position === lastPosition + 1) {
      if (lastCode > 0) for (let place = at; place < end; place += 1) into[place] = lastCode;
      if (code > 0) for (let place = lastFrom; place < at; place += 1) into[place] = (into[place] ?? 0) | (code << 8);
      if (lastCode > 0 && code > 0) {
        const isShared = lastCode === SEVERAL_COMMON || code === SEVERAL_COMMON;
        for (let one = lastFrom; one < at; one += 1) {
          const first = kinds[terms[one] ?? 0] ?? 0;
          if (first <= 0) continue;
          for (let other = at; other < end; other += 1) {
            const second = kinds[terms[other] ?? 0] ?? 0;
            if (second > 0) pairs.push(pairOf(first, second), lastPosition, isShared);
          }
        }
      }
    }
    lastFrom = at;
    lastPosition = position;
    lastCode = code;
    at = end;
  }
}
