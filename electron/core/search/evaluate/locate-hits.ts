import type { DocumentShape } from "#core/ports/word-index.ts";
import { partsOfSpan } from "#shared/text/document-words.ts";
import { type DividedWord, locatePageWords, type PagePlaces, walkPageWords } from "#shared/text/page-words.ts";
import type { DocumentHit, DoubtfulWords, EvaluationSources, ReadablePage } from "./evaluation.ts";
import type { HitCollector } from "./hit-collector.ts";

/** Finds where the words of one document stand in the texts of its pages. Each page is read once. */
export class HitLocator {
  readonly #shape: DocumentShape;
  readonly #readPage: (page: number) => ReadablePage;
  readonly #pages = new Map<number, PagePlaces>();

  /** @param readPage reads one of its pages, from 1 */
  constructor(shape: DocumentShape, readPage: (page: number) => ReadablePage) {
    this.#shape = shape;
    this.#readPage = readPage;
  }

  /**
   * The hit at a span of positions.
   *
   * @param end included
   */
  locate(start: number, end: number): DocumentHit {
    const parts = partsOfSpan(this.#shape, start, end, (page) => this.#placesOn(page));
    return { parts: parts.map((part) => ({ ...part, page: part.page + 1 })) };
  }

  /** @param page an index from 0, as the words of documents are numbered */
  #placesOn(page: number): PagePlaces {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    const read = this.#readPage(page + 1);
    const alone = locatePageWords({ ...read, before: null });
    // A word that the page before leaves to this one would be none of its own: where none is missing, there is no need to look.
    const isWhole = page === 0 || alone.counts.bodyCount === this.#bodyCount(page);
    const places = isWhole ? alone : locatePageWords({ ...read, before: this.#dividedOn(page - 1) });
    this.#pages.set(page, places);
    return places;
  }

  /** Body words that begin on a page, as the index has them. */
  #bodyCount(page: number): number {
    const { bodyStarts } = this.#shape;
    return (bodyStarts[page + 1] ?? 0) - (bodyStarts[page] ?? 0);
  }

  /** The word that a page leaves to the next one to end. Whether there is one does not depend on the page before. */
  #dividedOn(page: number): DividedWord | null {
    const known = this.#pages.get(page);
    if (known !== undefined) return known.counts.divided;
    return walkPageWords({ ...this.#readPage(page + 1), before: null }, () => {}).divided;
  }
}

/**
 * The hits that were gathered of a document, in the order of its text.
 *
 * @param doubtful given when hits of words that touch one of these are left out
 */
export function locateHits(
  collector: HitCollector,
  sources: EvaluationSources,
  number: number,
  doubtful: DoubtfulWords | undefined,
): readonly DocumentHit[] {
  const locator = new HitLocator(sources.words.shape(number), (page) => sources.readPage(number, page));
  const hits: DocumentHit[] = [];
  const { marks } = collector;
  for (let index = 0; index < marks.length; index += 1) {
    const hit = locator.locate(marks.start(index), marks.end(index));
    if (doubtful === undefined || !isDoubtful(hit, number, doubtful)) hits.push(hit);
  }
  for (const range of [...collector.patterns, ...collector.fields]) hits.push({ parts: [range] });
  return hits.sort(byPlace);
}

function isDoubtful({ parts }: DocumentHit, number: number, doubtful: DoubtfulWords): boolean {
  return parts.some(({ page, start, end }) =>
    doubtful(number, page).some((word) => word.start < end && start < word.end),
  );
}

function byPlace(one: DocumentHit, other: DocumentHit): number {
  const [first, second] = [one.parts[0], other.parts[0]];
  if (first === undefined || second === undefined) return 0;
  return first.page - second.page || first.start - second.start || first.end - second.end;
}
