import type { BesideWords, PositionBuffer, TermPlaces } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import { countSet, has, type NumberSet } from "./number-set.ts";

/** With more terms than this, those of each document are listed beforehand instead of being looked for in every term. */
const MOST_SOUGHT = 8;
/** Places of so many terms in a document are merged one term after the other; those of more are sorted. */
const MOST_MERGED = 5;
/** For so few documents that is not worth while. */
const FEW_DOCUMENTS = 50;

/**
 * The places of a word that any of several terms stands for, one document after the other. `load` is cheapest for
 * ascending numbers.
 */
export class WordUnion {
  readonly lists: readonly TermPlaces[];
  /** Whether what stands beside a place of the document that was loaded is not known: places may be too many then. */
  isUnsure = false;
  readonly #beside: BesideWords | null;
  /** Positions in the document that was loaded, ascending, each once; the first `length` of them. Not to be changed. */
  items: Int32Array = new Int32Array(0);
  length = 0;
  #weight: number | null = null;
  #loaded = -1;
  readonly #cursors: Int32Array;
  #merged: Int32Array = new Int32Array(64);
  #spare: Int32Array = new Int32Array(64);
  #first: PositionBuffer = { items: new Int32Array(64), length: 0 };
  #next: PositionBuffer = { items: new Int32Array(64), length: 0 };
  #directory: Directory | null = null;
  #scanned = -1;
  readonly #scanCursors: Int32Array;
  readonly #scanBuffer: PositionBuffer = { items: new Int32Array(64), length: 0 };

  /** @param beside leaves out places that do not stand beside these words */
  constructor(lists: readonly TermPlaces[], beside: BesideWords | null = null) {
    this.lists = lists;
    this.#beside = beside;
    this.#cursors = new Int32Array(lists.length);
    this.#scanCursors = new Int32Array(lists.length);
  }

  /** Occurrences of all terms in all documents: what reading them costs. */
  get weight(): number {
    this.#weight ??= this.lists.reduce((sum, list) => sum + sumOf(list.hits), 0);
    return this.#weight;
  }

  /** Says which documents will be loaded, so that many terms are sorted by document once. */
  prepare(documents: NumberSet): void {
    if (this.lists.length > MOST_SOUGHT && countSet(documents) > FEW_DOCUMENTS)
      this.#directory = listByDocument(this.lists, documents);
  }

  /** Whether `scan` is worth while: few terms, whose places are looked for in each list. */
  get isScanned(): boolean {
    return this.lists.length <= MOST_SOUGHT;
  }

  /**
   * Hands over the places of each term in a document as they stand in the index, without making one row of them; documents
   * in ascending order. Stops when `visit` says true.
   */
  scan(number: number, visit: (items: Int32Array, length: number) => boolean): boolean {
    if (number < this.#scanned) this.#scanCursors.fill(0);
    this.#scanned = number;
    for (let at = 0; at < this.lists.length; at += 1) {
      const list = this.lists[at];
      if (list === undefined) continue;
      const index = seekAtLeast(list.numbers, number, this.#scanCursors[at] ?? 0);
      this.#scanCursors[at] = index;
      if (list.numbers[index] !== number) continue;
      list.readPositions(index, this.#scanBuffer);
      if (visit(this.#scanBuffer.items, this.#scanBuffer.length)) return true;
    }
    return false;
  }

  load(number: number): void {
    if (number === this.#loaded) return;
    if (number < this.#loaded) this.#cursors.fill(0);
    this.#loaded = number;
    this.isUnsure = false;
    this.length = 0;
    if (this.#directory !== null) this.#loadListed(number, this.#directory);
    else this.#loadSought(number);
  }

  #loadSought(number: number): void {
    let found = 0;
    for (let at = 0; at < this.lists.length; at += 1) {
      const list = this.lists[at];
      if (list === undefined) continue;
      const index = seekAtLeast(list.numbers, number, this.#cursors[at] ?? 0);
      this.#cursors[at] = index;
      if (index >= list.numbers.length || list.numbers[index] !== number) continue;
      this.#append(list, index, found);
      found += 1;
    }
    this.#finish(found);
  }

  #loadListed(number: number, { starts, terms, indexes }: Directory): void {
    const from = starts[number] ?? 0;
    const to = starts[number + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      const list = this.lists[terms[at] ?? 0];
      if (list !== undefined) this.#append(list, indexes[at] ?? 0, at - from);
    }
    this.#finish(to - from);
  }

  #append(list: TermPlaces, index: number, found: number): void {
    this.#read(list, index, this.#next);
    const { items, length } = this.#next;
    if (length === 0) return;
    if (this.length === 0) {
      [this.#first, this.#next] = [this.#next, this.#first];
      this.items = items;
      this.length = length;
      return;
    }
    if (found < MOST_MERGED) {
      this.#mergeWith(this.#next);
      return;
    }
    this.#reserve(this.length + length);
    if (this.items !== this.#merged) {
      this.#merged.set(this.items.subarray(0, this.length));
      this.items = this.#merged;
    }
    for (let at = 0; at < length; at += 1) this.#merged[this.length + at] = items[at] ?? 0;
    this.length += length;
  }

  #read(list: TermPlaces, index: number, into: PositionBuffer): void {
    if (this.#beside === null) list.readPositions(index, into);
    else if (list.readBeside(index, this.#beside, into)) this.isUnsure = true;
  }

  /** Merges the places so far with those of one more term. */
  #mergeWith({ items: other, length: otherLength }: PositionBuffer): void {
    const { items: one, length } = this;
    // What is read and what is written take turns: the places so far may stand in either.
    [this.#merged, this.#spare] = [this.#spare, this.#merged];
    if (length + otherLength > this.#merged.length) this.#merged = new Int32Array((length + otherLength) * 2);
    const merged = this.#merged;
    let [at, otherAt, count] = [0, 0, 0];
    while (at < length && otherAt < otherLength) {
      const position = one[at] ?? 0;
      const otherPosition = other[otherAt] ?? 0;
      merged[count] = Math.min(position, otherPosition);
      count += 1;
      if (position <= otherPosition) at += 1;
      if (otherPosition <= position) otherAt += 1;
    }
    for (; at < length; at += 1) {
      merged[count] = one[at] ?? 0;
      count += 1;
    }
    for (; otherAt < otherLength; otherAt += 1) {
      merged[count] = other[otherAt] ?? 0;
      count += 1;
    }
    this.items = merged;
    this.length = count;
  }

  #reserve(length: number): void {
    if (length <= this.#merged.length) return;
    const larger = new Int32Array(Math.max(length, this.#merged.length * 2));
    larger.set(this.items.subarray(0, this.length));
    this.#merged = larger;
    this.items = larger;
  }

  #finish(found: number): void {
    if (found <= MOST_MERGED || this.length === 0) return;
    const { items } = this;
    items.subarray(0, this.length).sort();
    let kept = 1;
    for (let at = 1; at < this.length; at += 1) {
      if (items[at] === items[kept - 1]) continue;
      items[kept] = items[at] ?? 0;
      kept += 1;
    }
    this.length = kept;
  }
}

/** For each document, which terms it has, and where it stands in the list of each. */
interface Directory {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly indexes: Int32Array;
}

function listByDocument(lists: readonly TermPlaces[], documents: NumberSet): Directory {
  const limit = documents.length * 32;
  const starts = new Int32Array(limit + 2);
  for (const { numbers } of lists) {
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (has(documents, number)) starts[number + 2] = (starts[number + 2] ?? 0) + 1;
    }
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const total = starts[limit + 1] ?? 0;
  const terms = new Int32Array(total);
  const indexes = new Int32Array(total);
  // Filling moves each document's begin, kept one place higher, up to its end: the begin of the next.
  lists.forEach(({ numbers }, term) => {
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (!has(documents, number)) continue;
      const at = starts[number + 1] ?? 0;
      terms[at] = term;
      indexes[at] = index;
      starts[number + 1] = at + 1;
    }
  });
  return { starts, terms, indexes };
}

function sumOf(values: Uint32Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}
