import { SIGNATURE_BYTES } from "./page-signature.ts";

/** Bands of a signature and bytes of one band: 8 bands of 4 hashes find 98 % of pages that share 80 % of their phrases. */
const BANDS = 8;
const BAND_BYTES = 8;
/**
 * In a group of equal pages beyond this size (a cover sheet, a form), each document is paired with the one before only:
 * all pairs of a thousand would be half a million.
 */
const LARGE_GROUP = 12;

/** A document as far as this search needs it. */
interface WithPages {
  readonly pages: readonly (Uint8Array | null)[];
}

/**
 * Pairs of documents (by position, the lower first) that share at least one page in one band. A pair of long documents
 * that share one boilerplate page is a candidate too; comparing their pages decides.
 */
export function findCandidatePairs(documents: readonly WithPages[]): readonly (readonly [number, number])[] {
  let total = 0;
  for (const { pages } of documents) for (const page of pages) if (page?.length === SIGNATURE_BYTES) total += 1;
  const owners = new Int32Array(total);
  const keys = new Uint32Array(total);
  const order = new Uint32Array(total);
  const scratch = new Uint32Array(total);
  const pairs = new Set<number>();
  for (let band = 0; band < BANDS; band += 1) {
    fillKeys(documents, band, keys, owners);
    sortByKey(keys, order, scratch);
    collectPairs(keys, order, owners, documents.length, pairs);
  }
  return [...pairs]
    .sort((one, two) => one - two)
    .map((pair) => [Math.floor(pair / documents.length), pair % documents.length] as const);
}

function fillKeys(documents: readonly WithPages[], band: number, keys: Uint32Array, owners: Int32Array): void {
  let at = 0;
  for (const [owner, { pages }] of documents.entries()) {
    for (const page of pages) {
      if (page?.length !== SIGNATURE_BYTES) continue;
      let hash = 0x811c9dc5 | 0;
      for (let byte = band * BAND_BYTES; byte < (band + 1) * BAND_BYTES; byte += 1) {
        hash = Math.imul(hash ^ (page[byte] ?? 0), 0x01000193);
      }
      keys[at] = hash;
      owners[at] = owner;
      at += 1;
    }
  }
}

/** Radix sort of positions by their 32-bit keys: stable, linear, in two arrays. */
function sortByKey(keys: Uint32Array, order: Uint32Array, scratch: Uint32Array): void {
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  let from = order;
  let to = scratch;
  for (let shift = 0; shift < 32; shift += 16) {
    const starts = new Uint32Array(0x10001);
    for (const key of keys) {
      const bucket = ((key >>> shift) & 0xffff) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1) {
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    }
    for (const index of from) {
      const bucket = ((keys[index] ?? 0) >>> shift) & 0xffff;
      const at = starts[bucket] ?? 0;
      to[at] = index;
      starts[bucket] = at + 1;
    }
    [from, to] = [to, from];
  }
}

function collectPairs(
  keys: Uint32Array,
  order: Uint32Array,
  owners: Int32Array,
  documents: number,
  pairs: Set<number>,
): void {
  for (let start = 0; start < order.length; ) {
    const key = keys[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && keys[order[end] ?? 0] === key) end += 1;
    if (end - start > 1) addGroup(order.subarray(start, end), owners, documents, pairs);
    start = end;
  }
}

/** The sort is stable, so that the owners of a group ascend and repeat only side by side. */
function addGroup(group: Uint32Array, owners: Int32Array, documents: number, pairs: Set<number>): void {
  const members: number[] = [];
  for (const index of group) {
    const owner = owners[index] ?? 0;
    if (members.at(-1) !== owner) members.push(owner);
  }
  for (const [at, second] of members.entries()) {
    const first = members.length > LARGE_GROUP ? Math.max(0, at - 1) : 0;
    for (const other of members.slice(first, at)) pairs.add(other * documents + second);
  }
}
