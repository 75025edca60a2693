import type { DocumentId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import { makeSnippet } from "#shared/text/snippet.ts";
import type { CasePorts } from "../backend-context.ts";
import type { ExportTarget } from "../export/export-annotated.ts";
import { exportBytes } from "../export/export-text.ts";
import { type TableColumn, type TableFormat, tableToBytes } from "../export/write-table.ts";
import type { CatalogueSummary } from "../ports/document-store.ts";
import type { DocumentHit, Pace } from "./evaluate/evaluation.ts";
import type { Searcher } from "./searcher.ts";

/** A page with hits, or a document that is found by its fields alone. */
interface ResultRow {
  readonly document: DocumentId;
  readonly title: string;
  readonly shortName: string;
  /** 1-based; null for a document that is found by its fields alone. */
  readonly page: number | null;
  readonly label: string | null;
  readonly bates: string | null;
  readonly ecf: string | null;
  /** Hits that begin on the page. */
  readonly hits: number;
  readonly snippet: string;
}

const COLUMNS: readonly TableColumn<ResultRow>[] = [
  { name: "document", value: (row) => row.document },
  { name: "title", value: (row) => row.title },
  { name: "short name", value: (row) => row.shortName },
  { name: "page", value: (row) => row.page },
  { name: "label", value: (row) => row.label },
  { name: "Bates", value: (row) => row.bates },
  { name: "ECF", value: (row) => row.ecf },
  { name: "hits", value: (row) => row.hits },
  { name: "words around", value: (row) => row.snippet },
];

/** Which documents of a result leave the case, and where to. */
export interface SearchExport extends ExportTarget {
  readonly search: SearchRequest;
  /** Null for all. */
  readonly documents: readonly DocumentId[] | null;
  readonly format: TableFormat;
}

function batesOf(ports: Pick<CasePorts, "index">, documentId: DocumentId, page: number): string | null {
  for (const { value } of ports.index.pageDetections(documentId, page)) {
    if (value.kind === "bates") return value.prefix + value.digits;
  }
  return null;
}

function rowOf(
  ports: Pick<CasePorts, "index">,
  summary: CatalogueSummary,
  page: number,
  hits: readonly DocumentHit[],
): ResultRow {
  const { documentId, title, shortName, fields } = summary;
  const text = ports.index.pageText(documentId, page) ?? "";
  const onPage = hits.flatMap(({ parts }) => parts.filter((part) => part.page === page));
  return {
    document: documentId,
    title,
    shortName,
    page,
    label: ports.index.pageLabel(documentId, page),
    bates: batesOf(ports, documentId, page),
    ecf: fields.ecfNumber,
    hits: hits.length,
    snippet: makeSnippet(text, onPage).snippet,
  };
}

function rowsOf(
  ports: Pick<CasePorts, "index">,
  summary: CatalogueSummary,
  hits: readonly DocumentHit[],
): readonly ResultRow[] {
  const byPage = Map.groupBy(hits, ({ parts }) => parts[0]?.page ?? 1);
  if (byPage.size > 0) return [...byPage].map(([page, own]) => rowOf(ports, summary, page, own));
  const { documentId, title, shortName, fields } = summary;
  const place = { page: null, label: null, bates: fields.batesBegin, ecf: fields.ecfNumber };
  return [{ document: documentId, title, shortName, ...place, hits: 0, snippet: "" }];
}

/**
 * Writes a result as a table: a row for each page with hits, and one for each document without, in the order of import.
 *
 * @throws ProbativeError what a search throws, and `export/…`
 */
export async function exportSearch(
  ports: CasePorts,
  searcher: Searcher,
  wanted: SearchExport,
  pace: Pace,
): Promise<ExportedFile> {
  const { format } = wanted;
  const found = await searcher.find(wanted.search, pace);
  const chosen = wanted.documents === null ? null : new Set(wanted.documents);
  const summaries = new Map(ports.documents.list().map((summary) => [summary.documentId, summary]));
  const rows: ResultRow[] = [];
  for (const { documentId } of found.documents) {
    const summary = summaries.get(documentId);
    if (summary === undefined || chosen?.has(documentId) === false) continue;
    await pace.breathe();
    for (const row of rowsOf(ports, summary, await found.hitsOf(documentId))) rows.push(row);
  }
  const bytes = await tableToBytes(ports, { name: "Search", columns: COLUMNS, rows, json: rows }, format);
  return exportBytes(ports, bytes, { kind: "search", format, at: ports.clock.now() }, wanted);
}
