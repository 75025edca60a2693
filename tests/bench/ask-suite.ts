import "#hosts/small-young-generation.ts";
import { createSearchRegistry } from "#core/search/pace.ts";
import { searchDocuments } from "#core/search/search-documents.ts";
import { SEARCH_SUITE } from "./search-suite.ts";
import { median } from "./statistics.ts";
import { openTroveCase } from "./trove-case.ts";

/** What one search of the suite came to. */
export interface AskedQuery {
  readonly kind: string;
  readonly query: string;
  /** Median of the runs after the first. */
  readonly milliseconds: number;
  /** The first run, in a process that has not read anything yet, or not this. */
  readonly first: number;
  readonly documents: number;
  readonly hits: number;
  readonly complete: boolean;
}

/** What a process that only searches has to say. */
export interface SuiteReport {
  readonly asked: readonly AskedQuery[];
  /** Milliseconds from the start of opening to the first answer. */
  readonly opening: number;
  /** Most memory of the whole process, in bytes. */
  readonly peakBytes: number;
}

/**
 * Makes all searches of the suite in a process of its own, so that its memory is that of searching: the whole use case with
 * exact counts, facets, and 50 documents with snippets and boxes. Prints a `SuiteReport` as JSON.
 */
const [folder = "", runs = "5"] = process.argv.slice(2);
const openedAt = performance.now();
const trove = openTroveCase(folder);
const registry = createSearchRegistry();
const asked: AskedQuery[] = [];
let opening = 0;
for (const { kind, query } of SEARCH_SUITE) {
  const times: number[] = [];
  let answer = null;
  for (let run = 0; run <= Number(runs); run += 1) {
    const startedAt = performance.now();
    const running = registry.begin(null);
    answer = await searchDocuments(
      trove.ports,
      {
        query,
        stemming: true,
        synonyms: true,
        confident: false,
        without: [],
        filters: [],
        sort: "relevance",
        limit: 50,
        offset: 0,
        pagesEach: 3,
        facets: true,
      },
      running.pace,
    );
    running.end();
    times.push(performance.now() - startedAt);
    if (opening === 0) opening = performance.now() - openedAt;
  }
  const [first = 0, ...later] = times;
  const { documents, hits, incomplete } = answer ?? { documents: 0, hits: 0, incomplete: null };
  asked.push({ kind, query, milliseconds: median(later), first, documents, hits, complete: incomplete === null });
}
await trove.close();
const report: SuiteReport = { asked, opening, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(report));
