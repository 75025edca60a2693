import { beforeAll, describe, expect, test } from "vitest";
import { evaluateText } from "#shared/text/query/evaluate-text.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import { readSearchableText, type SearchableText } from "#shared/text/query/searchable-text.ts";
import { SEARCH_CASES } from "./cases/all-cases.ts";
import { answerField, type ReadPage } from "./cases/answer-field.ts";
import { readCaseDocuments } from "./cases/read-documents.ts";
import type { CaseDocument, ExpectedDocument, SearchCase } from "./cases/search-case.ts";

interface Document {
  readonly name: CaseDocument;
  readonly pages: readonly ReadPage[];
  readonly text: SearchableText;
}

let documents: readonly Document[] = [];

beforeAll(async () => {
  const read = await readCaseDocuments();
  documents = [...read].map(([name, pages]) => ({ name, pages, text: readSearchableText(pages) }));
}, 120_000);

function find({ query, stemming = true, synonyms = [] }: SearchCase): readonly ExpectedDocument[] {
  const parsed = parseQuery(query);
  if (parsed.kind === "failure") throw new Error(parsed.failure.message);
  const { node } = parsed.value;
  return documents.flatMap(({ name, pages, text }) => {
    const field = (condition: Parameters<typeof answerField>[0]) => answerField(condition, pages);
    const match = evaluateText(node, text, { stemming, synonyms, field });
    if (!match.matches) return [];
    const hits = match.hits.map(({ parts }) =>
      parts.map(({ page, start, end }) => pages[page - 1]?.text.slice(start, end).replaceAll(/\s+/gu, " ")).join(" | "),
    );
    return [{ document: name, pages: match.pages, hits }];
  });
}

function inOrder(found: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  return found.toSorted((one, other) => (one.document < other.document ? -1 : 1));
}

describe.each(Object.entries(SEARCH_CASES))("searches of %s", (_, cases) => {
  test.each(cases.map((own) => [own.query, own.about, own] as const))("%s: %s", (_query, _about, own) => {
    expect(inOrder(find(own))).toEqual(inOrder(own.finds));
  });
});

test("are many, and most of them find something", () => {
  const cases = Object.values(SEARCH_CASES).flat();
  expect(cases.length).toBeGreaterThanOrEqual(80);
  expect(cases.filter(({ finds }) => finds.length > 0).length).toBeGreaterThan(cases.length * 0.85);
  expect(new Set(cases.map(({ query }) => query)).size).toBe(cases.length);
});
