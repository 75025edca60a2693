/** Keys of a document's pages are `document_key * PAGES_PER_KEY + page`. */
export const PAGES_PER_KEY = 2 ** 20;

/** A range of keys, both ends inclusive. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/** Every key that a page can have. */
export const ALL_KEYS: KeyRange = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** The keys that pages of one document can have. */
export function keysOf(documentKey: number): KeyRange {
  const from = documentKey * PAGES_PER_KEY;
  return { from, to: from + PAGES_PER_KEY - 1 };
}

/** Page within its document, from its key. */
export function pageOf(key: number): number {
  return key % PAGES_PER_KEY;
}

/** Key of the document that a page belongs to. */
export function documentKeyOf(key: number): number {
  return Math.floor(key / PAGES_PER_KEY);
}
