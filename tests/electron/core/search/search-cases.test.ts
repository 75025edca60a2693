import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import type { DocumentHit } from "#core/search/evaluate/evaluation.ts";
import { openSearcher } from "#core/search/open-searcher.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { SEARCH_CASES } from "../../../shared/text/query/cases/all-cases.ts";
import { readCaseDocuments } from "../../../shared/text/query/cases/read-documents.ts";
import type { CaseDocument, ExpectedDocument, SearchCase } from "../../../shared/text/query/cases/search-case.ts";
import { BREATHLESS, searchText } from "../../../support/search-text.ts";
import { createTempFolder } from "../../../support/temp-folder.ts";
import { createTestCase, type TestCase } from "../../../support/test-case.ts";
import { createTestIds, createTestProgram } from "../../../support/test-program.ts";

/** The cases that say what searches find are asked of the whole backend: files imported, indexed, evaluated, shown. */

const root = createTempFolder();
let own: TestCase;
const names = new Map<DocumentId, CaseDocument>();
const ids = createTestIds(5000);

beforeAll(async () => {
  own = await createTestCase(root, createTestProgram());
  for (const [name, pages] of await readCaseDocuments()) {
    names.set(
      await own.importOne({
        title: name,
        pages: pages.map(({ text, detections, language }) => ({ text, detections, language })),
      }),
      name,
    );
  }
}, 240_000);

afterAll(async () => {
  await own.close();
  rmSync(root, { recursive: true });
});

function writeSynonyms(ports: CasePorts, { synonyms = [] }: SearchCase): void {
  for (const { synonymId } of ports.synonyms.list()) ports.synonyms.delete(synonymId);
  for (const group of synonyms) ports.synonyms.insert({ synonymId: ids.next("synonym"), names: [...group.names] });
}

function textOf(ports: CasePorts, documentId: DocumentId, { parts }: DocumentHit): string {
  return parts
    .map(({ page, start, end }) => ports.index.pageText(documentId, page)?.slice(start, end).replaceAll(/\s+/gu, " "))
    .join(" | ");
}

async function find(search: SearchCase): Promise<readonly ExpectedDocument[]> {
  const ports = own.ports();
  writeSynonyms(ports, search);
  const { query, stemming = true } = search;
  const found = await openSearcher(ports).find(searchRequestSchema.parse({ query, stemming }), BREATHLESS);
  const answer = await searchText(ports, query, { stemming });
  expect(answer).toMatchObject({
    documents: found.documents.length,
    hits: found.documents.reduce((sum, { hits }) => sum + hits, 0),
    pages: found.documents.reduce((sum, { pages }) => sum + pages, 0),
  });
  return Promise.all(
    found.documents.map(async ({ documentId, hits: count, pages: pageCount }) => {
      const hits = await found.hitsOf(documentId);
      const pages = answer.groups.find((group) => group.documentId === documentId)?.matchingPages ?? [];
      expect([hits.length, pages.length]).toEqual([count, pageCount]);
      const document = names.get(documentId) ?? "names";
      return { document, pages, hits: hits.map((hit) => textOf(ports, documentId, hit)) };
    }),
  );
}

function inOrder(found: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  return found.toSorted((one, other) => (one.document < other.document ? -1 : 1));
}

describe.each(Object.entries(SEARCH_CASES))("searches of %s, of a case", (_, cases) => {
  test.each(cases.map((search) => [search.query, search.about, search] as const))(
    "%s: %s",
    async (_query, _about, search) => {
      expect(inOrder(await find(search))).toEqual(inOrder(search.finds));
    },
  );
});
