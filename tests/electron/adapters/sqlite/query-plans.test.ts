import { join } from "node:path";
import { expect, test } from "vitest";
import { type Connection, connect, type Query, sql } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import { findDocumentHits } from "#core/search/document-hits.ts";
import { searchDocuments } from "#core/search/search-documents.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { inlinePatternFinder } from "../../../support/inline-pattern-finder.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const BREATHLESS = { breathe: () => null };

/** Everything that a search asks of the databases once it is warm, in all of its kinds. */
const QUERIES = [
  "custody",
  '"to the court"',
  "custody AND transfer",
  "custody w/5 transfer",
  "cust* OR transfr~1",
  "page:(custody transfer)",
  "/custody \\w+/",
  "has:text custody",
  "kind:order OR custody",
];

/** Passes everything on, and notes each statement. */
function noting(connection: Connection, statements: Set<string>): Connection {
  const note = (query: Query): Query => {
    statements.add(query.strings.join("?"));
    return query;
  };
  return {
    all: (query) => connection.all(note(query)),
    get: (query) => connection.get(note(query)),
    pluck: (query) => connection.pluck(note(query)),
    rows: (query) => connection.rows(note(query)),
    iterate: (query) => connection.iterate(note(query)),
    iterateRows: (query) => connection.iterateRows(note(query)),
    run: (query) => connection.run(note(query)),
    script: (text) => connection.script(text),
    pragma: (text) => connection.pragma(text),
    transact: (work) => connection.transact(work),
    get inTransaction() {
      return connection.inTransaction;
    },
    close: () => connection.close(),
  };
}

/** What a search does read as a whole: synonyms of a case are few, and one row that is made of nothing is no table. */
const READ_AS_A_WHOLE = ["SCAN synonym", "SCAN CONSTANT ROW"];

/** Steps of a plan in which a table is read from one end to the other. */
function scans(connection: Connection, statement: string): readonly string[] {
  const strings = Object.assign([`EXPLAIN QUERY PLAN ${statement.replaceAll("?", "NULL")}`], {
    raw: [statement],
  }) as unknown as TemplateStringsArray;
  return (
    connection
      .all<{ readonly detail: string }>({ ...sql``, strings, values: [] })
      .map(({ detail }) => detail)
      // What is wanted is a list of keys that the statement is handed.
      .filter((detail) => !detail.startsWith("SCAN wanted VIRTUAL TABLE"))
      .filter((detail) => detail.startsWith("SCAN") && !READ_AS_A_WHOLE.includes(detail))
  );
}

test("a search reads rows by their keys: no table is read from end to end", async () => {
  const given = await setUpTestCase();
  await given.importAll({
    "order.pdf": { pages: [{ text: "SPECIMEN order\nThe custody of persons under transfer\nto the court." }] },
    "note.pdf": { pages: [{ text: "SPECIMEN note" }, { text: "custody of the court; a transfer to the court" }] },
  });
  await given.close();
  const statements = { catalogue: new Set<string>(), index: new Set<string>() };
  const catalogue = connect(join(given.folder, "case.db"));
  const index = connect(join(given.folder, "index.db"));
  const notedCatalogue = noting(catalogue, statements.catalogue);
  const ports = {
    documents: openDocumentTable(notedCatalogue),
    passages: openPassageTable(notedCatalogue),
    tags: openTagTable(notedCatalogue),
    synonyms: openSynonymTable(notedCatalogue),
    index: openPageIndex(noting(index, statements.index)),
    patterns: inlinePatternFinder(),
  };
  const ask = async (query: string) => {
    const request = searchRequestSchema.parse({ query });
    const shape = { sort: "date", limit: 50, offset: 0, pagesEach: 3, facets: true } as const;
    const answer = await searchDocuments(ports, { ...request, ...shape }, BREATHLESS);
    const [first] = answer.groups;
    if (first !== undefined) {
      await findDocumentHits(ports, { ...request, document: first.documentId, from: 1, limit: 9 }, BREATHLESS);
    }
    return answer.documents;
  };
  // Opening reads the catalogue, and the first search what it keeps of it.
  await ask("specimen");
  for (const noted of Object.values(statements)) noted.clear();
  const found: number[] = [];
  for (const query of QUERIES) found.push(await ask(query));
  expect(found.every((documents) => documents > 0)).toBe(true);
  expect([...statements.index].length).toBeGreaterThan(2);
  const scanned = [
    ...[...statements.index].map((statement) => ({ statement, steps: scans(index, statement) })),
    ...[...statements.catalogue].map((statement) => ({ statement, steps: scans(catalogue, statement) })),
  ].filter(({ steps }) => steps.length > 0);
  catalogue.close();
  index.close();
  expect(
    scanned.map(({ statement, steps }) => `${statement.replaceAll(/\s+/gu, " ").trim()} → ${steps.join("; ")}`),
  ).toEqual([]);
});
