import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import type { TableSort } from "../ui/data-table.tsx";

/** The columns of the library, in the order in which they stand until a person arranges them. */
export const LIBRARY_COLUMNS = [
  "title",
  "kind",
  "date",
  "shortName",
  "number",
  "court",
  "caseNumber",
  "pages",
  "pagesWithoutText",
  "passages",
  "tags",
  "custodian",
  "folder",
  "format",
  "language",
  "author",
  "classification",
  "importedAt",
  "bytes",
  "source",
] as const;
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number];

export type LibrarySort = TableSort<LibraryColumn>;

/** True for the name of a column that there is: what was kept may come from another version. */
export function isLibraryColumn(name: string): name is LibraryColumn {
  return (LIBRARY_COLUMNS as readonly string[]).includes(name);
}

const HEADERS: Readonly<Record<LibraryColumn, MessageKey>> = {
  title: "library.fieldTitle",
  kind: "library.fieldKind",
  date: "library.fieldDate",
  shortName: "library.fieldShortName",
  number: "library.columnNumber",
  court: "library.fieldCourt",
  caseNumber: "library.fieldCaseNumber",
  pages: "library.columnPages",
  pagesWithoutText: "library.columnStatus",
  passages: "library.columnPassages",
  tags: "library.columnTags",
  custodian: "library.fieldCustodian",
  folder: "library.columnFolder",
  format: "library.columnFormat",
  language: "library.fieldLanguage",
  author: "library.fieldAuthor",
  classification: "library.fieldClassification",
  importedAt: "library.columnImported",
  bytes: "library.columnSize",
  source: "library.columnSource",
};

/** A column, as it is named on screen. */
export function columnLabel(column: LibraryColumn): string {
  return say(HEADERS[column]);
}

/** Columns whose large or late values are what one looks for first. */
const DESCENDING_FIRST: ReadonlySet<LibraryColumn> = new Set([
  "pages",
  "pagesWithoutText",
  "passages",
  "date",
  "importedAt",
  "bytes",
]);

/**
 * The orders after a press on a column's heading. Alone it becomes the only one, or turns round when it was that already;
 * with `add` it decides among those that the others leave equal, turns round, and goes with the third press.
 */
export function toggleSort(sorts: readonly LibrarySort[], column: LibraryColumn, add: boolean): readonly LibrarySort[] {
  const first = { column, descending: DESCENDING_FIRST.has(column) };
  const known = sorts.find((sort) => sort.column === column);
  if (!add) {
    return known !== undefined && sorts.length === 1 ? [{ column, descending: !known.descending }] : [first];
  }
  if (known === undefined) return [...sorts, first];
  if (known.descending === first.descending) {
    return sorts.map((sort) => (sort === known ? { column, descending: !sort.descending } : sort));
  }
  return sorts.length === 1 ? [first] : sorts.filter((sort) => sort !== known);
}
