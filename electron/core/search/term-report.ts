import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SearchOptions } from "#shared/model/search.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import type { TermReport, TermReportLine } from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { type Families, openFamilies } from "./families.ts";
import type { FoundDocument, Searcher } from "./searcher.ts";
import { type ListedTerm, readTermList } from "./term-list.ts";

/** What is known of a document of the report after some lines. */
interface Met {
  /** Place of the only line that found it, or null when several did. */
  onlyIn: number | null;
  readonly hits: number;
}

const NOTHING = { documents: 0, pages: 0, hits: 0, uniqueDocuments: 0, uniqueHits: 0, withFamilies: 0 } as const;

const INCOMPLETE = "A regular expression ran out of time: the figures are of what it reached.";

/** What is wrong with a line; anything but a fault of the line itself ends the report. */
function problemOf(thrown: unknown): NonNullable<TermReportLine["problem"]> {
  if (!(thrown instanceof ProbativeError) || thrown.code === "search/cancelled") throw thrown;
  const offset = thrown.details["offset"];
  return { message: thrown.message, offset: typeof offset === "number" ? offset : null };
}

function countWithFamilies(families: Families, documents: Iterable<DocumentId>): number {
  const members = new Set<DocumentId>();
  for (const documentId of documents) for (const member of families.membersOf(documentId)) members.add(member);
  return members.size;
}

function sum(documents: readonly FoundDocument[], value: (document: FoundDocument) => number): number {
  return documents.reduce((total, document) => total + value(document), 0);
}

/** Remembers which documents only one line found; memory grows with the documents, not with the lines. */
function note(met: Map<DocumentId, Met>, documents: readonly FoundDocument[], place: number): void {
  for (const { documentId, hits } of documents) {
    const before = met.get(documentId);
    if (before === undefined) met.set(documentId, { onlyIn: place, hits });
    else before.onlyIn = null;
  }
}

/**
 * Makes every search of a list. A line that cannot be read says so and does not stop the others.
 *
 * @param text see `readTermList`
 * @throws ProbativeError `input/invalid` for a list without searches; `search/cancelled`
 */
export async function reportTerms(
  ports: Pick<CasePorts, "documents" | "clock">,
  searcher: Searcher,
  text: string,
  options: SearchOptions,
  pace: Pace,
): Promise<TermReport> {
  const terms = readTermList(text);
  if (terms.length === 0) throw new ProbativeError("input/invalid", "text: the list holds no search");
  const readings = ports.documents.readings();
  const families = openFamilies(ports.documents.links(), (documentId) => readings.get(documentId)?.format ?? null);
  const met = new Map<DocumentId, Met>();
  const lines: TermReportLine[] = [];
  for (const [place, term] of terms.entries()) {
    await pace.breathe();
    lines.push(
      await reportLine(searcher, term, options, pace, (documents) => {
        note(met, documents, place);
        return countWithFamilies(
          families,
          documents.map((document) => document.documentId),
        );
      }),
    );
  }
  const unique = Map.groupBy([...met.values()], ({ onlyIn }) => onlyIn);
  return {
    options,
    lines: lines.map((line, place) => {
      const own = unique.get(place) ?? [];
      return { ...line, uniqueDocuments: own.length, uniqueHits: own.reduce((total, { hits }) => total + hits, 0) };
    }),
    documents: met.size,
    withFamilies: countWithFamilies(families, met.keys()),
    allDocuments: ports.documents.totals().documents,
    madeAt: ports.clock.now(),
  };
}

async function reportLine(
  searcher: Searcher,
  { line, query }: ListedTerm,
  options: SearchOptions,
  pace: Pace,
  takeUp: (documents: readonly FoundDocument[]) => number,
): Promise<TermReportLine> {
  const request = searchRequestSchema.safeParse({ ...options, query });
  if (!request.success) return { line, query, ...NOTHING, problem: { message: "The line is too long.", offset: null } };
  try {
    const { documents, incomplete } = await searcher.find(request.data, pace);
    return {
      line,
      query,
      problem: incomplete === null ? null : { message: INCOMPLETE, offset: null },
      ...NOTHING,
      documents: documents.length,
      pages: sum(documents, ({ pages }) => pages),
      hits: sum(documents, ({ hits }) => hits),
      withFamilies: takeUp(documents),
    };
  } catch (thrown) {
    return { line, query, ...NOTHING, problem: problemOf(thrown) };
  }
}
