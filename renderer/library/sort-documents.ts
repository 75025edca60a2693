import type { DocumentSummary } from "#shared/model/document.ts";
import type { TableSort } from "../ui/data-table.tsx";
import { FORMAT_LABELS, KIND_LABELS } from "./labels.ts";

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

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

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
  return documents.toSorted((left, right) => {
    const a = sortValue(left, sort.column);
    const b = sortValue(right, sort.column);
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}

function sortValue(document: DocumentSummary, column: LibraryColumn): string | number | null {
  switch (column) {
    case "kind":
      return document.fields.kind === null ? null : KIND_LABELS[document.fields.kind];
    case "date":
    case "court":
    case "language":
    case "author":
      return document.fields[column];
    case "number": {
      const { ecfNumber, batesBegin, noteNumber } = document.fields;
      return ecfNumber ?? batesBegin ?? noteNumber;
    }
    case "format":
      return FORMAT_LABELS[document.format];
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
