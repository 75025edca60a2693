import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SearchFacet } from "#shared/model/search.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { FieldCondition, QueryNode } from "#shared/text/query/query-node.ts";
import type { FieldMatches } from "./evaluate/evaluation.ts";
import { type RowTest, testCode, testRow } from "./field-matches.ts";
import { type CodeField, READ_BY_OCR, type SearchCatalogue, WITHOUT_TEXT } from "./search-catalogue.ts";

/** Fields of which a filter can name a whole value: `court:="D.D.C."`. */
export type WholeValueField = Extract<CodeField, "court" | "author" | "language"> | "tag";

/** One filter of a search. Those of one `field` add to each other, those of different fields narrow. */
export interface SearchFilter {
  /** As it was given. */
  readonly source: string;
  /** What it counts to: the name of a facet, or of another field. */
  readonly field: string;
  readonly meaning:
    | { readonly kind: "value"; readonly of: WholeValueField; readonly value: string }
    | { readonly kind: "conditions"; readonly conditions: readonly FieldCondition[]; readonly negated: boolean };
}

const WHOLE_VALUE = /^(court|author|language|tag):="(.*)"$/su;

/** A filter for one whole value; a quotation mark in it is doubled. */
export function wholeValueFilter(field: WholeValueField, value: string): string {
  return `${field}:="${value.replaceAll('"', '""')}"`;
}

/**
 * Reads filters: a field as in a search (`kind:order`, `date:2025-03`, `-has:ocr`), or a whole value (`court:="D.D.C."`).
 *
 * @throws ProbativeError `search/syntax` for one that is more or less than a field
 */
export function readFilters(sources: readonly string[]): readonly SearchFilter[] {
  return [...new Set(sources.map((source) => source.trim()))].filter((source) => source !== "").map(readFilter);
}

function readFilter(source: string): SearchFilter {
  const [, field, value] = WHOLE_VALUE.exec(source) ?? [];
  if (field !== undefined && value !== undefined) {
    const meaning = { kind: "value", of: field as WholeValueField, value: value.replaceAll('""', '"') } as const;
    return { source, field, meaning };
  }
  const negated = source.startsWith("-");
  const parsed = parseQuery(negated ? source.slice(1) : source);
  if (parsed.kind === "failure") throw notAField(source, parsed.failure.message);
  const conditions = conditionsOf(parsed.value.node);
  const [first] = conditions ?? [];
  if (conditions === null || first === undefined || conditions.some((other) => other.field !== first.field)) {
    throw notAField(source, "A filter is one field, for example kind:order.");
  }
  return { source, field: groupOf(first), meaning: { kind: "conditions", conditions, negated } };
}

function notAField(source: string, message: string): ProbativeError {
  return new ProbativeError("search/syntax", `In the filter ${source}: ${message}`, { filter: source });
}

/** A field, or several of which one will do; null for anything else. */
function conditionsOf(node: QueryNode): readonly FieldCondition[] | null {
  if (node.kind === "field") return [node.condition];
  if (node.kind !== "or") return null;
  const members = node.nodes.map((member) => (member.kind === "field" ? member.condition : null));
  return members.includes(null) ? null : members.filter((member) => member !== null);
}

/** How text came about is one question with several answers; each other thing that a document may have is its own. */
function groupOf(condition: FieldCondition): string {
  if (condition.field === "date") return "year" satisfies SearchFacet["field"];
  if (condition.field !== "has") return condition.field;
  if (condition.what === "ocr" || condition.what === "text") return "read-how" satisfies SearchFacet["field"];
  return `has:${condition.what}`;
}

/** What deciding about filters needs. */
export interface FilterSources {
  readonly catalogue: SearchCatalogue;
  readonly field: (condition: FieldCondition) => FieldMatches;
}

/** A field with filters, and which rows pass. */
export interface FilterGroup {
  readonly field: string;
  readonly passes: RowTest;
}

/** The filters of each field as one test of rows. */
export function groupFilters(filters: readonly SearchFilter[], sources: FilterSources): readonly FilterGroup[] {
  return [...Map.groupBy(filters, (filter) => filter.field)].map(([field, own]) => {
    const tests = own.map((filter) => testOf(filter, sources));
    return { field, passes: (row) => tests.some((test) => test(row)) };
  });
}

function testOf({ meaning }: SearchFilter, sources: FilterSources): RowTest {
  if (meaning.kind === "value") return testValue(meaning.of, meaning.value, sources.catalogue);
  const tests = meaning.conditions.map((condition) => testCondition(condition, sources));
  return (row) => tests.some((test) => test(row)) !== meaning.negated;
}

function testValue(field: WholeValueField, value: string, catalogue: SearchCatalogue): RowTest {
  if (field === "tag") {
    const tagIds = new Set(catalogue.tags().flatMap((tag) => (tag.name === value ? [tag.tagId] : [])));
    return (row) => catalogue.passages(row).some((passage) => passage.tagIds.some((tagId) => tagIds.has(tagId)));
  }
  return testCode(catalogue, field, value);
}

function testCondition(condition: FieldCondition, { catalogue, field }: FilterSources): RowTest {
  const own = testRow(catalogue, condition) ?? testReading(catalogue, condition);
  if (own !== null) return own;
  const matches = field(condition);
  const numbers = matches.scope === "document" ? matches.numbers : matches.places.numbers;
  const rowsByNumber = catalogue.rowsByNumber();
  const met = new Uint8Array(catalogue.rows().length);
  for (const number of numbers) met[rowsByNumber[number] ?? -1] = 1;
  return (row) => met[row] === 1;
}

/** Kept by the catalogue: hundreds of thousands of pages need not be looked through to know it of documents. */
function testReading(catalogue: SearchCatalogue, condition: FieldCondition): RowTest | null {
  if (condition.field !== "has") return null;
  const reading = catalogue.reading();
  if (condition.what === "ocr") return (row) => ((reading[row] ?? 0) & READ_BY_OCR) !== 0;
  return condition.what === "text" ? (row) => ((reading[row] ?? 0) & WITHOUT_TEXT) === 0 : null;
}
