import type { TermReport, TermReportLine } from "#shared/model/search-report.ts";
import type { Table, TableColumn } from "../export/write-table.ts";

const COLUMNS: readonly TableColumn<TermReportLine>[] = [
  { name: "line", value: (line) => line.line },
  { name: "search", value: (line) => line.query },
  { name: "documents", value: (line) => line.documents },
  { name: "pages", value: (line) => line.pages },
  { name: "hits", value: (line) => line.hits },
  { name: "unique documents", value: (line) => line.uniqueDocuments },
  { name: "unique hits", value: (line) => line.uniqueHits },
  { name: "documents with families", value: (line) => line.withFamilies },
  { name: "problem", value: (line) => line.problem?.message ?? null },
  { name: "problem at character", value: (line) => problemPlace(line) },
];

/** People count characters from 1. */
function problemPlace({ problem }: TermReportLine): number | null {
  return problem === null || problem.offset === null ? null : problem.offset + 1;
}

/** The report of a term list as a table, a row for each line. */
export function termTable(report: TermReport): Table<TermReportLine> {
  return { name: "Terms", columns: COLUMNS, rows: report.lines, json: report };
}
