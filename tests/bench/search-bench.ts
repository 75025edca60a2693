import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { DocumentStore, NewDocument } from "#core/ports/document-store.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import { searchPages } from "#core/search/search-pages.ts";
import { generateWordPages } from "#fixtures/volume.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { makeId } from "#shared/base/ids.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { encodeRunColumns } from "#shared/text/geometry-codec.ts";
import { chooseQueries, type NamedQuery } from "./queries.ts";
import type { Figure } from "./report.ts";
import { median, percentile } from "./statistics.ts";

const SEED = 2025;
const PAGES_PER_DOCUMENT = 20;

/** Goals of the design for the search as people feel it, in milliseconds. */
const GOALS = { p50: 20, p95: 100 } as const;

interface Timed extends NamedQuery {
  readonly milliseconds: number;
}

/**
 * Searches generated pages through the real index: the whole use case, from the query's text to 50 results with snippets
 * and boxes. Every query is asked once to warm up and then `runs` times; its median counts.
 */
export async function benchSearch(
  pageCount: number,
  runs: number,
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "probative-bench-"));
  const catalogue = openDatabase(join(folder, "case.db"), caseSchema, folder);
  const documents = openDocumentTable(catalogue);
  const index = openPageIndex(openDatabase(join(folder, "index.db"), indexSchema, folder));
  try {
    say(`search: writing ${pageCount} pages`);
    const startedAt = performance.now();
    catalogue.transact(() => fillIndex(index, documents, pageCount));
    const writing = pageCount / ((performance.now() - startedAt) / 1000);
    const queries = chooseQueries(generateWordPages(1, SEED).next().value ?? "");
    say(`search: ${queries.length} queries, ${runs} runs`);
    const timed = queries.map(
      (named): Timed => ({ ...named, milliseconds: timeQuery({ index, documents }, named.query, runs) }),
    );
    for (const { kind, query, milliseconds } of timed.toSorted((one, other) => other.milliseconds - one.milliseconds)) {
      say(`search: ${milliseconds.toFixed(1).padStart(8)} ms  ${kind}: ${query}`);
    }
    return describeSearch(timed, pageCount, writing, runs);
  } finally {
    index.close();
    catalogue.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fillIndex(index: SearchIndex, documents: DocumentStore, pageCount: number): void {
  let number = 0;
  let pages: ExtractedPage[] = [];
  const write = (): void => {
    number += 1;
    const documentId = makeId(
      "document",
      Uint8Array.from({ length: 12 }, (_, place) => Math.floor(number / 32 ** place)),
    );
    documents.insert(describeDocument(documentId, number, pages.length));
    index.beginDocument(documentId);
    index.addPages(documentId, pages, "off");
    index.finishDocument(documentId);
    if (number % 100 === 0) index.commit();
    pages = [];
  };
  for (const text of generateWordPages(pageCount, SEED)) {
    const page = pages.length + 1;
    pages.push(describePage(page, text));
    if (pages.length === PAGES_PER_DOCUMENT) write();
  }
  if (pages.length > 0) write();
  index.commit();
}

/** A page about which nothing is known but its text: what it says about itself is not what is searched. */
function describePage(page: number, text: string): ExtractedPage {
  return {
    page,
    label: String(page),
    box: [0, 0, 612, 792],
    rotation: 0,
    text,
    geometry: layOut(text),
    textState: "good",
    detections: [],
    language: "eng",
    signature: null,
    hidden: [],
    pictured: 0,
  };
}

function describeDocument(documentId: DocumentId, number: number, pages: number): NewDocument {
  const nothing = { title: null, author: null, subject: null, keywords: null, creator: null, producer: null };
  return {
    documentId,
    title: `Document ${number}`,
    shortName: `Doc. ${number}`,
    fileName: `document-${number}.pdf`,
    sourcePath: `document-${number}.pdf`,
    sha256: number.toString(16).padStart(64, "0"),
    bytes: 1,
    pages,
    pagesWithoutText: 0,
    importedAt: "2026-03-01T09:30:00.000Z",
    metadata: { ...nothing, created: null, modified: null },
    outline: [],
    format: "pdf",
    thread: null,
    detected: NO_FIELDS,
    headers: null,
    notices: [],
  };
}

/** Boxes as a page of 11-point type has them: a run a line, every character 5 points wide. */
function layOut(text: string): Uint8Array {
  const columns = { start: [] as number[], end: [] as number[], low: [] as number[], high: [] as number[] };
  const edges: number[] = [];
  let offset = 0;
  for (const [row, line] of text.split("\n").entries()) {
    if (line !== "") {
      columns.start.push(offset);
      columns.end.push(offset + line.length);
      columns.low.push(720 - row * 13);
      columns.high.push(731 - row * 13);
      for (let place = 0; place <= line.length; place += 1) edges.push(72 + place * 5);
    }
    offset += line.length + 1;
  }
  return encodeRunColumns({ count: columns.start.length, direction: columns.start.map(() => 0), ...columns, edges });
}

function timeQuery(
  ports: { readonly index: SearchIndex; readonly documents: DocumentStore },
  query: string,
  runs: number,
): number {
  const milliseconds: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const startedAt = performance.now();
    searchPages(ports, { query, limit: 50, offset: 0, confident: false });
    if (run > 0) milliseconds.push(performance.now() - startedAt);
  }
  return median(milliseconds);
}

function describeSearch(timed: readonly Timed[], pageCount: number, writing: number, runs: number): readonly Figure[] {
  const size = `${pageCount.toLocaleString("en")} generated pages`;
  const note = `${timed.length} queries, each the median of ${runs}; 50 results with boxes`;
  const byTime = timed.toSorted((first, second) => first.milliseconds - second.milliseconds);
  const slowest = byTime.at(-1);
  const share = (name: "p50" | "p95"): Figure => {
    const value = percentile(
      timed.map(({ milliseconds }) => milliseconds),
      name === "p50" ? 0.5 : 0.95,
    );
    const goal = GOALS[name];
    const what = `search ${name}, ${size}`;
    return {
      what,
      value: `${value.toFixed(1)} ms`,
      comparedWith: `goal: ${goal} ms`,
      ratio: value / goal,
      aim: "≤ 1.00",
      note,
    };
  };
  return [
    share("p50"),
    share("p95"),
    {
      what: `search, slowest of all`,
      value: `${(slowest?.milliseconds ?? 0).toFixed(1)} ms`,
      comparedWith: "",
      ratio: null,
      aim: "",
      note: `${slowest?.kind ?? ""}: ${slowest?.query ?? ""}`,
    },
    {
      what: "index, writing pages",
      value: `${writing.toFixed(0)} pages/s`,
      comparedWith: "",
      ratio: null,
      aim: "",
      note: "one thread; text, boxes and full-text index; generating included",
    },
  ];
}
