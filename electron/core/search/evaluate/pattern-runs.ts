import type { JoinedTexts } from "#core/ports/joined-texts.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { PatternFinder, PatternFindings } from "../../ports/pattern-finder.ts";
import type { Attempt } from "./attempt.ts";
import type { Incomplete } from "./evaluation.ts";
import type { PageRange } from "./hit-collector.ts";
import { NumberList } from "./number-list.ts";

/** Pages handed to the finder in one go. */
const BATCH_PAGES = 512;

/** Pages to be read, by document and page: parallel, in the order in which they are read. */
export interface PagesToRead {
  readonly numbers: NumberList;
  readonly pages: NumberList;
}

/** Texts of pages, from one of the pages to be read on. */
interface Batch {
  readonly from: number;
  readonly texts: JoinedTexts;
}

/** What one expression met so far, by document and page. */
type Findings = Map<DocumentId, Map<number, PatternFindings>>;

/**
 * Runs the regular expressions of one search, within a time limit for all of them together. What was found is kept by the
 * document's identity, so that a search that has to start again does not read its pages again.
 */
export class PatternRuns {
  readonly #finder: PatternFinder;
  readonly #findings = new Map<string, Findings>();
  #leftMs: number;
  #pagesDone = 0;
  #pagesInAll = 0;

  constructor(finder: PatternFinder, limitMs: number) {
    this.#finder = finder;
    this.#leftMs = limitMs;
  }

  /** Begins to count anew: what was done before counts when it is asked for again. */
  restart(): void {
    this.#pagesDone = 0;
    this.#pagesInAll = 0;
  }

  get incomplete(): Incomplete | null {
    const [pagesDone, pagesInAll] = [this.#pagesDone, this.#pagesInAll];
    return pagesDone === pagesInAll ? null : { pagesDone, pagesInAll };
  }

  /** Runs an expression over pages, as far as time allows. */
  async run(pattern: string, pages: PagesToRead, attempt: Attempt): Promise<void> {
    const findings = this.#findingsOf(pattern);
    const unknown = this.#leaveOutKnown(findings, pages, attempt);
    if (unknown.numbers.length === 0) return;
    const search = this.#finder.start(pattern);
    const readFrom = (from: number): Batch => {
      const to = from + BATCH_PAGES;
      return { from, texts: attempt.sources.joinPages(unknown.numbers.slice(from, to), unknown.pages.slice(from, to)) };
    };
    try {
      let next: Batch | null = null;
      for (let at = 0; at < unknown.numbers.length && this.#leftMs > 0; ) {
        const startedAt = performance.now();
        const batch: Batch = next?.from === at ? next : readFrom(at);
        const count = batch.texts.ends.length;
        const answer = search.find(batch.texts);
        // Reading goes on while the expression runs elsewhere.
        next = at + count < unknown.numbers.length ? readFrom(at + count) : null;
        const answers = await answer;
        this.#leftMs -= performance.now() - startedAt;
        answers.forEach((found, index) => {
          const id = attempt.sources.words.documentOf(unknown.numbers[at + index] ?? -1);
          if (id !== null) keep(findings, id, unknown.pages[at + index] ?? 0, found);
          if (found !== null) this.#pagesDone += 1;
        });
        at += answers.length;
        attempt.requireSame();
        const pause = attempt.breathe();
        if (pause !== null) await pause;
      }
    } finally {
      search.close();
    }
  }

  /** Counts all pages, and hands back those on which the expression was not run so far. */
  #leaveOutKnown(
    findings: Findings,
    { numbers, pages }: PagesToRead,
    { sources }: Attempt,
  ): { readonly numbers: Int32Array; readonly pages: Int32Array } {
    const left = { numbers: new NumberList(), pages: new NumberList() };
    this.#pagesInAll += numbers.length;
    for (let at = 0; at < numbers.length; at += 1) {
      const [number, page] = [numbers.items[at] ?? 0, pages.items[at] ?? 0];
      const id = sources.words.documentOf(number);
      if (id === null) continue;
      const known = findings.get(id)?.get(page);
      if (known === undefined) {
        left.numbers.push(number);
        left.pages.push(page);
      } else if (known !== null) this.#pagesDone += 1;
    }
    return { numbers: left.numbers.toArray(), pages: left.pages.toArray() };
  }

  /** Adds what an expression met in a document: on one page, or on all that were read. */
  collect(pattern: string, number: number, page: number | null, attempt: Attempt, ranges: PageRange[]): void {
    const id = attempt.sources.words.documentOf(number);
    if (id === null) return;
    const found = this.#findings.get(pattern)?.get(id);
    if (found === undefined) return;
    if (page !== null) pushRanges(page, found.get(page) ?? null, ranges);
    else for (const [at, findings] of found) pushRanges(at, findings, ranges);
  }

  #findingsOf(pattern: string): Findings {
    const known = this.#findings.get(pattern);
    if (known !== undefined) return known;
    const made: Findings = new Map();
    this.#findings.set(pattern, made);
    return made;
  }
}

function keep(findings: Findings, id: DocumentId, page: number, found: PatternFindings): void {
  const pages = findings.get(id);
  if (pages === undefined) findings.set(id, new Map([[page, found]]));
  else pages.set(page, found);
}

function pushRanges(page: number, found: PatternFindings, ranges: PageRange[]): void {
  if (found === null) return;
  for (let at = 0; at < found.length; at += 2) ranges.push({ page, start: found[at] ?? 0, end: found[at + 1] ?? 0 });
}
