import { assertNever } from "#shared/base/assert-never.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import type { TermReportLine } from "#shared/model/search-report.ts";
import { byLocale } from "../../messages/by-locale.ts";
import type { TableSort } from "../../ui/data-table.tsx";

/** Characters that one list may have, as the contract says. */
export const TERM_LIST_MAX = 1_000_000;

/** Columns of a report. */
export type TermColumn =
  | "line"
  | "query"
  | "documents"
  | "pages"
  | "hits"
  | "uniqueDocuments"
  | "uniqueHits"
  | "withFamilies";

/** Searches in a list: lines that say something and are no comment. */
export function countSearches(text: string): number {
  let count = 0;
  for (const line of text.split("\n")) {
    const said = line.trim();
    if (said !== "" && !said.startsWith("#")) count += 1;
  }
  return count;
}

const collators = byLocale((locale) => new Intl.Collator(locale, { sensitivity: "base", numeric: true }));

/** Lines in the order of a column; those that are equal in it as they stand in the list. Problems come first by problem. */
export function sortLines(
  lines: readonly TermReportLine[],
  { column, descending }: TableSort<TermColumn>,
): readonly TermReportLine[] {
  const turn = descending ? -1 : 1;
  const collator = collators();
  return lines.toSorted((left, right) => turn * compareBy(column, left, right, collator) || left.line - right.line);
}

function compareBy(column: TermColumn, left: TermReportLine, right: TermReportLine, collator: Intl.Collator): number {
  switch (column) {
    case "query":
      return collator.compare(left.query, right.query);
    case "line":
    case "documents":
    case "pages":
    case "hits":
    case "uniqueDocuments":
    case "uniqueHits":
    case "withFamilies":
      return left[column] - right[column];
    default:
      return assertNever(column);
  }
}

/** What is wrong with a line, without the general sentence before it: what is shown says that already. */
export function problemWords(message: string): string {
  for (const code of ["search/syntax", "search/too-broad"] as const) {
    const general = errorDefinition(code).message;
    if (message.startsWith(general) && message.length > general.length) return message.slice(general.length).trim();
  }
  return message;
}

/** Which lines are shown. */
export type TermFilter = "all" | "problems" | "nothing";

/** Lines of a kind: all, those that cannot be read, those that found nothing. */
export function filterLines(lines: readonly TermReportLine[], filter: TermFilter): readonly TermReportLine[] {
  switch (filter) {
    case "all":
      return lines;
    case "problems":
      return lines.filter((line) => line.problem !== null);
    case "nothing":
      return lines.filter((line) => line.problem === null && line.documents === 0);
    default:
      return assertNever(filter);
  }
}
