import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { pageOfPosition } from "#shared/text/document-words.ts";

/** A page with the places where words begin that follow each other. */
export type FoundPage = [documentId: DocumentId, page: number, hits: number];

/**
 * Pages on which folded words stand next to each other, in the order of documents and pages, straight from the index: for
 * tests of what is below the search.
 *
 * @param words one word, or several with spaces
 */
export function findWords(index: Pick<SearchIndex, "words">, words: string): readonly FoundPage[] {
  const [first, ...others] = words.split(" ").map((term) => positionsOf(index, term));
  const found = new Map<string, FoundPage>();
  for (const [number, positions] of first ?? []) {
    const documentId = index.words.documentOf(number);
    if (documentId === null) throw new Error("a word of a document that is not complete");
    for (const position of positions) {
      if (!others.every((other, at) => other.get(number)?.includes(position + at + 1) === true)) continue;
      const page = pageOfPosition(index.words.shape(number), position) + 1;
      const key = `${number} ${page}`;
      found.set(key, [documentId, page, (found.get(key)?.[2] ?? 0) + 1]);
    }
  }
  return [...found.values()].toSorted(([one, onePage], [other, otherPage]) =>
    one === other ? onePage - otherPage : one < other ? -1 : 1,
  );
}

function positionsOf({ words }: Pick<SearchIndex, "words">, term: string): ReadonlyMap<number, readonly number[]> {
  const places = words.places(term);
  if (places === null) return new Map();
  return new Map([...places.numbers].map((number, index) => [number, [...places.positions(index)]]));
}
