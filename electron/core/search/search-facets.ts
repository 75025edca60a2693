import { assertNever } from "#shared/base/assert-never.ts";
import type { DocumentKind } from "#shared/model/detection.ts";
import type { SearchFacet } from "#shared/model/search.ts";
import { KIND_LABELS, languageName } from "#shared/text/value-names.ts";
import { type CodeField, READ_BY_OCR, type SearchCatalogue, WITHOUT_TEXT } from "./search-catalogue.ts";
import { wholeValueFilter } from "./search-filters.ts";

/** Values that a facet lists. */
const VALUES_SHOWN = 12;

type FacetField = SearchFacet["field"];

/** A value that documents have, and how it is called when it is listed: a field may have thousands. */
interface CountedValue {
  readonly value: string;
  readonly documents: number;
}

/** How a value is shown, and the filter that it stands for. */
type NamedValue = Pick<SearchFacet["values"][number], "label" | "filter">;

const CODED: Readonly<Partial<Record<FacetField, CodeField>>> = {
  kind: "kind",
  court: "court",
  year: "year",
  language: "language",
  author: "author",
};

const READING_LABELS: Readonly<Record<string, string>> = {
  "-has:ocr": "Without OCR",
  "has:ocr": "Pages read by OCR",
  "-has:text": "No text on any page",
};

const FIELDS: readonly FacetField[] = ["kind", "court", "year", "language", "read-how", "tag", "author"];

/** Rows of a result, for counting. */
export interface FacetRows {
  /** Documents that match without regard to filters. */
  readonly rows: Int32Array;
  /** For each, which groups of filters it fails: a bit each. */
  readonly failed: Uint32Array;
  /** Fields of the groups, by bit. */
  readonly fields: readonly string[];
  /** Filters that are in force. */
  readonly chosen: ReadonlySet<string>;
}

/**
 * Counts matching documents by kind, court, year, language, how they were read, tag and author. A document counts for a
 * field when it passes the filters of all other fields, so that a second value of a field can be judged before it is added.
 */
export function countFacets(catalogue: SearchCatalogue, result: FacetRows): readonly SearchFacet[] {
  const passing = rowsPassing(result, 0);
  return FIELDS.map((field) => {
    const own = result.fields.indexOf(field);
    const rows = own < 0 ? passing : rowsPassing(result, 1 << own);
    return listValues(field, countValues(catalogue, field, rows), result.chosen);
  });
}

/** Rows that fail no group of filters but those of `own`. */
function rowsPassing({ rows, failed, fields }: FacetRows, own: number): Int32Array {
  if (fields.length === 0) return rows;
  const passing = new Int32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    if (((failed[index] ?? 0) & ~own) !== 0) continue;
    passing[count] = rows[index] ?? -1;
    count += 1;
  }
  return passing.subarray(0, count);
}

function countValues(catalogue: SearchCatalogue, field: FacetField, rows: Int32Array): readonly CountedValue[] {
  if (field === "tag") return countTags(catalogue, rows);
  if (field === "read-how") return countReading(catalogue, rows);
  const coded = CODED[field];
  if (coded === undefined) return [];
  const column = catalogue.codes(coded);
  const codes = column.codes();
  const counts = new Uint32Array(column.count());
  // By index: 80,000 documents are counted six times over, and iterators take most of that.
  for (let index = 0; index < rows.length; index += 1) {
    const code = codes[rows[index] ?? -1] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return Array.from(counts, (documents, code) => ({ value: column.valueOf(code), documents }));
}

function nameValue(field: FacetField, value: string): NamedValue {
  switch (field) {
    case "kind":
      return { label: KIND_LABELS[value as DocumentKind], filter: `kind:${value}` };
    case "year":
      return { label: value, filter: `date:${value}` };
    case "language":
      return { label: languageName(value), filter: wholeValueFilter("language", value) };
    case "court":
    case "author":
    case "tag":
      return { label: value, filter: wholeValueFilter(field, value) };
    case "read-how":
      return { label: READING_LABELS[value] ?? value, filter: value };
    default:
      return assertNever(field);
  }
}

function countTags(catalogue: SearchCatalogue, rows: Int32Array): readonly CountedValue[] {
  const counts = new Map<string, number>();
  const shown = new Uint8Array(catalogue.rows().length);
  for (let index = 0; index < rows.length; index += 1) shown[rows[index] ?? -1] = 1;
  for (const row of catalogue.rowsWithPassages()) {
    if (shown[row] !== 1) continue;
    for (const tagId of new Set(catalogue.passages(row).flatMap((passage) => passage.tagIds))) {
      counts.set(tagId, (counts.get(tagId) ?? 0) + 1);
    }
  }
  return catalogue.tags().map(({ tagId, name }) => ({ value: name, documents: counts.get(tagId) ?? 0 }));
}

/** Not exclusive: a document without any text has no page by OCR either. */
function countReading(catalogue: SearchCatalogue, rows: Int32Array): readonly CountedValue[] {
  const reading = catalogue.reading();
  let byOcr = 0;
  let withoutText = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const flags = reading[rows[index] ?? -1] ?? 0;
    if ((flags & READ_BY_OCR) !== 0) byOcr += 1;
    if ((flags & WITHOUT_TEXT) !== 0) withoutText += 1;
  }
  return [
    { value: "-has:ocr", documents: rows.length - byOcr },
    { value: "has:ocr", documents: byOcr },
    { value: "-has:text", documents: withoutText },
  ];
}

function listValues(field: FacetField, values: readonly CountedValue[], chosen: ReadonlySet<string>): SearchFacet {
  const isChosen = ({ value }: CountedValue) => chosen.size > 0 && chosen.has(nameValue(field, value).filter);
  const present = values
    .filter((value) => value.documents > 0 || isChosen(value))
    .sort(field === "year" ? newestFirst : mostFirst);
  // One that was chosen can be taken back only while it is shown.
  const listed = present.filter((value, index) => index < VALUES_SHOWN || isChosen(value));
  return {
    field,
    values: listed.map((own) => ({
      ...nameValue(field, own.value),
      documents: own.documents,
      chosen: isChosen(own),
    })),
    more: present.length - listed.length,
  };
}

function mostFirst(one: CountedValue, other: CountedValue): number {
  return other.documents - one.documents || (one.value < other.value ? -1 : 1);
}

function newestFirst(one: CountedValue, other: CountedValue): number {
  return one.value < other.value ? 1 : -1;
}
