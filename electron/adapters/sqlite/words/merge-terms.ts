import type { IndexTerm } from "#core/ports/word-index.ts";

interface Source {
  readonly terms: Iterator<IndexTerm>;
  current: IndexTerm;
}

/** Makes one ascending row of several: a term that several have comes once, with the sums of its figures. */
export function* mergeTerms(
  rows: readonly Iterable<IndexTerm>[],
  takes: (term: IndexTerm) => boolean = () => true,
): Generator<IndexTerm> {
  let sources: Source[] = [];
  for (const row of rows) {
    const terms = row[Symbol.iterator]();
    const first = terms.next();
    if (first.done !== true) sources.push({ terms, current: first.value });
  }
  while (sources.length > 0) {
    let least: string | null = null;
    for (const { current } of sources) if (least === null || current.term < least) least = current.term;
    let documents = 0;
    let hits = 0;
    let hasEnded = false;
    for (const source of sources) {
      if (source.current.term !== least) continue;
      documents += source.current.documents;
      hits += source.current.hits;
      const next = source.terms.next();
      hasEnded ||= next.done === true;
      source.current = next.done === true ? ENDED : next.value;
    }
    if (hasEnded) sources = sources.filter(({ current }) => current !== ENDED);
    const term = { term: least ?? "", documents, hits };
    if (takes(term)) yield term;
  }
}

const ENDED: IndexTerm = { term: "", documents: 0, hits: 0 };
