import { countBits } from "#shared/base/count-bits.ts";
import { indexOfNumber } from "#shared/base/sorted-numbers.ts";
import type { TermPlaces, WordIndex } from "../ports/word-index.ts";
import { pageOfPosition } from "./evaluate/hit-collector.ts";
import type { PageHits } from "./shown-hits.ts";

/** Terms of one word of the search up to which it is told which pages have it. A word that stands for more says little. */
const TERMS_TOLD_APART = 100;

/** Says which of a document's pages show a search best. */
export interface PageChooser {
  /**
   * @param number of the document
   * @param pages with hits, ascending
   * @returns the best of them, ascending: those with most different words of the search, then with most hits
   */
  choose(number: number, pages: readonly PageHits[], count: number): readonly number[];
}

/**
 * Chooses pages for one search. Which words stand on a page is read from the index, not from the text: a document may have
 * thousands of pages with hits, of which three are shown.
 *
 * @param groups words of the search, each as all of its terms
 */
export function createPageChooser(words: WordIndex, groups: readonly (readonly string[])[]): PageChooser {
  const lists = groups.map((terms) => (terms.length > TERMS_TOLD_APART ? [] : terms));
  const places = new Map<string, TermPlaces | null>();

  function placesOf(term: string): TermPlaces | null {
    const known = places.get(term);
    if (known !== undefined) return known;
    const found = words.places(term);
    places.set(term, found);
    return found;
  }

  /** For each page of a document, which words of the search stand on it: a bit each. */
  function wordsByPage(number: number): ReadonlyMap<number, number> {
    const shape = words.shape(number);
    const found = new Map<number, number>();
    for (const [bit, terms] of lists.entries()) {
      for (const term of terms) {
        const own = placesOf(term);
        const index = own === null ? -1 : indexOfNumber(own.numbers, number);
        if (own === null || index < 0) continue;
        for (const position of own.positions(index)) {
          const page = pageOfPosition(shape, position);
          found.set(page, (found.get(page) ?? 0) | (1 << bit));
        }
      }
    }
    return found;
  }

  return {
    choose: (number, pages, count) => {
      if (pages.length <= count) return pages.map(({ page }) => page);
      const wordsOn = lists.length < 2 ? new Map<number, number>() : wordsByPage(number);
      const value = ({ page }: PageHits) => countBits(wordsOn.get(page) ?? 0);
      return pages
        .toSorted((one, other) => value(other) - value(one) || other.hits - one.hits || one.page - other.page)
        .slice(0, count)
        .map(({ page }) => page)
        .sort((one, other) => one - other);
    },
  };
}
