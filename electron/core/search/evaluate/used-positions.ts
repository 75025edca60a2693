import { NumberList } from "./number-list.ts";
import { type LeafNode, WordPlaces } from "./place-nodes.ts";

/**
 * The positions that are used of words alone: each is a hit, for one word never reaches over another. Much faster than
 * spans where there are millions.
 */
export class UsedPositions {
  readonly #words: readonly WordPlaces[];
  readonly #list = new NumberList();

  private constructor(words: readonly WordPlaces[]) {
    this.#words = words;
  }

  /** @returns null when there is a phrase among the leaves */
  static of(leaves: readonly LeafNode[]): UsedPositions | null {
    const words = leaves.filter((leaf) => leaf instanceof WordPlaces);
    return words.length === leaves.length ? new UsedPositions(words) : null;
  }

  /** Ascending, each once; good until it is called again. */
  gather(): NumberList {
    const list = this.#list;
    list.length = 0;
    const [one, other] = this.#words;
    if (one !== undefined && other !== undefined && this.#words.length === 2) gatherTwo(one, other, list);
    else {
      for (const word of this.#words) gatherOne(word, list);
      if (this.#words.length > 1) sortUnique(list);
    }
    return list;
  }
}

function gatherOne({ count, starts, used }: WordPlaces, list: NumberList): void {
  list.reserve(list.length + count);
  const { items } = list;
  let { length } = list;
  for (let at = 0; at < count; at += 1) {
    items[length] = starts[at] ?? 0;
    length += used[at] ?? 0;
  }
  list.length = length;
}

function gatherTwo(one: WordPlaces, other: WordPlaces, list: NumberList): void {
  list.reserve(one.count + other.count);
  const { items } = list;
  let length = 0;
  let at = 0;
  let otherAt = 0;
  while (at < one.count || otherAt < other.count) {
    const position = at < one.count ? (one.starts[at] ?? 0) : Number.MAX_SAFE_INTEGER;
    const otherPosition = otherAt < other.count ? (other.starts[otherAt] ?? 0) : Number.MAX_SAFE_INTEGER;
    let isUsed = 0;
    if (position <= otherPosition) {
      isUsed |= one.used[at] ?? 0;
      at += 1;
    }
    if (otherPosition <= position) {
      isUsed |= other.used[otherAt] ?? 0;
      otherAt += 1;
    }
    items[length] = Math.min(position, otherPosition);
    length += isUsed;
  }
  list.length = length;
}

function sortUnique(list: NumberList): void {
  list.items.subarray(0, list.length).sort();
  let kept = 0;
  for (let at = 0; at < list.length; at += 1) {
    if (kept > 0 && list.items[at] === list.items[kept - 1]) continue;
    list.items[kept] = list.items[at] ?? 0;
    kept += 1;
  }
  list.length = kept;
}
