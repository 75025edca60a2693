import type { DocumentSummary } from "#shared/model/document.ts";
import { byLocale } from "../messages/by-locale.ts";
import type { TableSort } from "../ui/data-table.tsx";
import { compareWords, formatLabel, kindLabel, languageName } from "./labels.ts";

/** What the library can be ordered by. */
export type LibraryColumn =
  | "title"
  | "kind"
  | "date"
  | "shortName"
  | "number"
  | "court"
  | "pages"
  | "pagesWithoutText"
  | "passages"
  | "format"
  | "language"
  | "author"
  | "importedAt"
  | "bytes"
  | "source";

export type LibrarySort = TableSort<LibraryColumn>;

const collators = byLocale((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: "base" }));

/** Columns whose large or late values are what one looks for first. */
const DESCENDING_FIRST: ReadonlySet<LibraryColumn> = new Set([
  "pages",
  "pagesWithoutText",
  "passages",
  "date",
  "importedAt",
  "bytes",
]);

/** The order after a press on a column's heading: the other way round when it was the one already. */
export function toggleSort(sort: LibrarySort, column: LibraryColumn): LibrarySort {
  return sort.column === column
    ? { column, descending: !sort.descending }
    : { column, descending: DESCENDING_FIRST.has(column) };
}

/**
 * Orders documents by a column, as the person's language orders words, with numbers by value (`Ex. 2` before `Ex. 10`).
 * Documents without a value stand last in either direction; equal ones keep the order of import.
 */
export function sortDocuments(documents: readonly DocumentSummary[], sort: LibrarySort): readonly DocumentSummary[] {
  const sign = sort.descending ? -1 : 1;
  const collator = collators();
  const values = sortValues(documents, sort.column);
  const valued = documents.map((document, index) => ({ document, value: values[index] ?? null }));
  valued.sort(({ value: a }, { value: b }) => {
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
  return valued.map(({ document }) => document);
}

type SortValue = string | number | null;

/** Columns that show codes by name. */
type NamedColumn = "kind" | "format" | "language";

function sortValues(documents: readonly DocumentSummary[], column: LibraryColumn): readonly SortValue[] {
  switch (column) {
    case "kind":
      return rankByName(
        documents.map((document) => document.fields.kind),
        kindLabel,
      );
    case "format":
      return rankByName(
        documents.map((document) => document.format),
        formatLabel,
      );
    case "language":
      return rankByName(
        documents.map((document) => document.fields.language),
        languageName,
      );
    default:
      return documents.map((document) => sortValue(document, column));
  }
}

/** The place of each code among the names of them all: there may be a hundred thousand documents, and few codes. */
function rankByName<Code extends string>(
  codes: readonly (Code | null)[],
  nameOf: (code: Code) => string,
): readonly SortValue[] {
  const distinct = [...new Set(codes)].filter((code) => code !== null);
  const named = distinct.map((code) => ({ code, name: nameOf(code) }));
  named.sort((one, other) => compareWords(one.name, other.name));
  const ranks = new Map(named.map(({ code }, rank) => [code, rank]));
  return codes.map((code) => (code === null ? null : (ranks.get(code) ?? null)));
}

function sortValue(document: DocumentSummary, column: Exclude<LibraryColumn, NamedColumn>): SortValue {
  switch (column) {
    case "date":
    case "court":
    case "author":
      return document.fields[column];
    case "number": {
      const { ecfNumber, batesBegin, noteNumber } = document.fields;
      return ecfNumber ?? batesBegin ?? noteNumber;
    }
    // Pages that wait stand before those that OCR could not read; then the ones of which it was least sure.
    case "pagesWithoutText":
      return document.pagesWaiting * 1e6 + document.pagesWithoutText * 1e3 + (100 - (document.confidence ?? 100));
    case "importedAt":
      return timeOf(document.importedAt);
    case "source":
      return document.sourcePath;
    default:
      return document[column];
  }
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

/** Which documents the library shows. */
export interface LibraryFilter {
  /** Words, all of which must stand in names, fields or path; letter case and accents do not matter. */
  readonly text: string;
}

/** The documents that pass the filter, in their order. */
export function filterDocuments(
  documents: readonly DocumentSummary[],
  filter: LibraryFilter,
): readonly DocumentSummary[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return documents.filter((document) => {
    if (words.length === 0) return true;
    const { title, shortName, sourcePath, fields } = document;
    const text = fold([title, shortName, sourcePath, ...Object.values(fields)].join("\n"));
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
