import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { byLocale } from "../messages/by-locale.ts";
import { columnText, type DocumentTags, folderOf } from "./document-values.ts";
import { countValues, type FacetTable, hasOne, tabulateFacet } from "./facet-table.ts";
import { FACET_NAMES, type FacetName } from "./facets.ts";
import { compareWords, formatLabel, kindLabel, languageName } from "./labels.ts";
import type { LibraryColumn, LibrarySort } from "./library-column.ts";

/**
 * What filtering and ordering need of the documents, worked out once for each column when it is first asked for: with a
 * hundred thousand documents every change of the view must be an affair of milliseconds. Places are places in `documents`.
 */
export interface LibraryIndex {
  readonly documents: readonly DocumentSummary[];
  /** What a column shows, or names, fields and path together (`any`), without letter case and accents; by place. */
  folded(column: LibraryColumn | "any"): readonly string[];
  /** Which value of a column comes where, from 0, by place; NaN where there is none. Less than there are documents. */
  ranks(column: LibraryColumn): Float64Array;
  facet(facet: FacetName): FacetTable;
  placeOf(documentId: DocumentId): number | undefined;
  /** The document at a place as a row; the same one every time. */
  row(place: number): DocumentRow;
  /**
   * Works out a part of what the first search for words will need; true while there is more to do. A few milliseconds each.
   */
  prepare(): boolean;
}

/** A row of the library that is a document. */
export interface DocumentRow {
  readonly kind: "document";
  readonly document: DocumentSummary;
}

/** Documents that are prepared at a time. */
const PORTION = 2000;

/** An index of documents. Its texts are in the interface's language, so that it does not outlive a change of it. */
export function indexLibrary(documents: readonly DocumentSummary[], tags: DocumentTags): LibraryIndex {
  const folded = new Map<string, readonly string[]>();
  const ranks = new Map<string, Float64Array>();
  const facets = new Map<string, FacetTable>();
  let places: ReadonlyMap<DocumentId, number> | null = null;
  const rows = documents.map((document): DocumentRow => ({ kind: "document", document }));
  const prepared: string[] = [];
  const prepare = () => {
    for (const document of documents.slice(prepared.length, prepared.length + PORTION)) {
      prepared.push(fold(everything(document)));
    }
    return prepared.length < documents.length;
  };
  return {
    documents,
    folded: (column) => {
      if (column === "any") {
        while (prepare());
        return prepared;
      }
      return ensure(folded, column, () => documents.map((document) => fold(columnText(document, column, tags))));
    },
    row: (place) => rows[place] as DocumentRow,
    prepare,
    ranks: (column) => ensure(ranks, column, () => rankColumn(documents, column, tags)),
    facet: (facet) => ensure(facets, facet, () => tabulateFacet(documents, facet, tags)),
    placeOf: (documentId) => {
      places ??= new Map(documents.map((document, place) => [document.documentId, place]));
      return places.get(documentId);
    },
  };
}

function ensure<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function everything({ title, shortName, sourcePath, fields }: DocumentSummary): string {
  return [title, shortName, sourcePath, ...Object.values(fields)].join("\n");
}

/** Text without letter case and accents. Most of it is plain letters, for which there is a shorter way. */
export function fold(text: string): string {
  if (/^[\u0000-\u007f]*$/u.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Which documents the library shows, besides what is chosen in facets. */
export interface LibraryFilter {
  /** Words, all of which must stand in names, fields or path; letter case and accents do not matter. */
  readonly text: string;
  /** Words that a column has to contain, all of them. */
  readonly contains: Readonly<Partial<Record<LibraryColumn, string>>>;
}

/** Places of the documents that pass the filter, in their order. */
export function matchPlaces(index: LibraryIndex, { text, contains }: LibraryFilter): readonly number[] {
  const wanted = [...Object.entries(contains), ["any", text] as const].flatMap(([column, words]) =>
    fold(words)
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => ({ word, texts: index.folded(column as LibraryColumn | "any") })),
  );
  const places: number[] = [];
  for (let place = 0; place < index.documents.length; place += 1) {
    if (wanted.every(({ word, texts }) => texts[place]?.includes(word) === true)) places.push(place);
  }
  return places;
}

/** Places of the documents that pass, and how many pass by each value of each facet, given the other facets' choices. */
export interface Narrowed {
  readonly places: readonly number[];
  readonly counts: ReadonlyMap<FacetName, ReadonlyMap<string, number>>;
}

/**
 * Narrows places by what is chosen: within one facet any value will do, all facets must agree. A document that fails in
 * one facet alone still counts there, since another choice in it would let it pass; so one walk counts for all.
 */
export function narrowPlaces(
  index: LibraryIndex,
  places: readonly number[],
  choice: Readonly<Partial<Record<FacetName, ReadonlySet<string>>>>,
): Narrowed {
  const facets = FACET_NAMES.map((name) => {
    const table = index.facet(name);
    const chosen = choice[name] ?? new Set();
    const wanted = Uint8Array.from(table.values, (value) => (chosen.has(value) ? 1 : 0));
    return { name, table, chosen, wanted, counts: new Uint32Array(table.values.length) };
  });
  const narrowing = facets.filter(({ chosen }) => chosen.size > 0);
  const passing: number[] = [];
  for (const place of places) {
    let failing: (typeof facets)[number] | null = null;
    let failures = 0;
    for (const facet of narrowing) {
      if (hasOne(facet.table, place, facet.wanted)) continue;
      failing = facet;
      failures += 1;
    }
    if (failing === null) {
      passing.push(place);
      for (const { table, counts } of facets) countValues(counts, table, place);
    } else if (failures === 1) countValues(failing.counts, failing.table, place);
  }
  return { places: passing, counts: new Map(facets.map((facet) => [facet.name, namedCounts(facet)])) };
}

/** Counts by value; values that are chosen are there also without documents, so that they can be taken back. */
function namedCounts(facet: {
  readonly table: FacetTable;
  readonly chosen: ReadonlySet<string>;
  readonly counts: Uint32Array;
}): ReadonlyMap<string, number> {
  const named = new Map([...facet.chosen].map((value) => [value, 0]));
  for (const [code, value] of facet.table.values.entries()) {
    const found = facet.counts[code] ?? 0;
    if (found > 0) named.set(value, found);
  }
  return named;
}

/**
 * Orders places by columns, as the person's language orders words, with numbers by value (`Ex. 2` before `Ex. 10`).
 * Documents without a value stand last in either direction; equal ones are told apart by the next column, and keep the
 * order of import at last.
 */
export function orderPlaces(
  index: LibraryIndex,
  places: readonly number[],
  sorts: readonly LibrarySort[],
): readonly number[] {
  const keys = sorts.map(({ column, descending }) => ({ ranks: index.ranks(column), descending }));
  const all = index.documents.length;
  const span = all + 1;
  // Orders that fit into one number each are sorted as numbers, which takes a tenth of the time: two columns of a hundred
  // thousand documents and the order of import come to 10¹⁵, below 2⁵³.
  if (span ** (keys.length + 1) <= Number.MAX_SAFE_INTEGER) {
    const numbers = Float64Array.from(places, (place) => {
      let number = 0;
      for (const { ranks, descending } of keys) number = number * span + rankFrom(ranks[place], descending, all);
      return number * span + place;
    });
    return Array.from(numbers.sort(), (number) => number % span);
  }
  return [...places].sort((one, other) => {
    for (const { ranks, descending } of keys) {
      const difference = rankFrom(ranks[one], descending, all) - rankFrom(ranks[other], descending, all);
      if (difference !== 0) return difference;
    }
    return one - other;
  });
}

/** A rank as it counts in its direction, from 0; documents without a value come behind all others. */
function rankFrom(rank: number | undefined, descending: boolean, all: number): number {
  if (rank === undefined || Number.isNaN(rank)) return all;
  return descending ? all - 1 - rank : rank;
}

const collators = byLocale((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: "base" }));

function rankColumn(documents: readonly DocumentSummary[], column: LibraryColumn, tags: DocumentTags): Float64Array {
  switch (column) {
    case "kind":
      return rankBy(documents, ({ fields }) => fields.kind, compareNames(kindLabel));
    case "format":
      return rankBy(documents, ({ format }) => format, compareNames(formatLabel));
    case "language":
      return rankBy(documents, ({ fields }) => fields.language, compareNames(languageName));
    // A year stands before its months, a month before its days, which is how the text of dates is ordered.
    case "date":
      return rankBy(documents, ({ fields }) => fields.date, compareCodes);
    case "pages":
    case "passages":
    case "bytes":
      return rankBy(documents, (document) => document[column], compareFigures);
    case "importedAt":
      return rankBy(documents, ({ importedAt }) => importedAt, compareCodes);
    // Pages that wait stand before those that OCR could not read; then the ones of which it was least sure.
    case "pagesWithoutText":
      return rankBy(
        documents,
        ({ pagesWaiting, pagesWithoutText, confidence }) =>
          pagesWaiting * 1e6 + pagesWithoutText * 1e3 + (100 - (confidence ?? 100)),
        compareFigures,
      );
    default:
      return rankBy(documents, (document) => wordsOf(document, column, tags), collators().compare);
  }
}

/** What a column of words is ordered by; null where it has nothing. */
function wordsOf(
  document: DocumentSummary,
  column: Exclude<LibraryColumn, "kind" | "format" | "language" | "date">,
  tags: DocumentTags,
): string | null {
  const { fields } = document;
  if (column === "number") return fields.ecfNumber ?? fields.batesBegin ?? fields.noteNumber;
  if (column === "folder") return folderOf(document.sourcePath);
  return columnText(document, column, tags) || null;
}

function compareNames<Code extends string>(nameOf: (code: Code) => string): (one: Code, other: Code) => number {
  return (one, other) => compareWords(nameOf(one), nameOf(other));
}

function compareCodes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function compareFigures(one: number, other: number): number {
  return one - other;
}

/** The place of each value among all of them; values that compare as equal share one. */
function rankBy<Value extends string | number>(
  documents: readonly DocumentSummary[],
  read: (document: DocumentSummary) => Value | null,
  compare: (one: Value, other: Value) => number,
): Float64Array {
  const values = documents.map(read);
  const distinct = [...new Set(values)].filter((value) => value !== null).sort(compare);
  const ranks = new Map<Value, number>();
  let rank = 0;
  for (const [at, value] of distinct.entries()) {
    const before = distinct[at - 1];
    if (before !== undefined && compare(before, value) !== 0) rank += 1;
    ranks.set(value, rank);
  }
  return Float64Array.from(values, (value) => (value === null ? Number.NaN : (ranks.get(value) ?? Number.NaN)));
}
