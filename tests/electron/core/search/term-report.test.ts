import { describe, expect, it } from "vitest";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { tableToCsv } from "#core/export/write-table.ts";
import type { Pace } from "#core/search/evaluate/evaluation.ts";
import { reportTerms } from "#core/search/term-report.ts";
import { termTable } from "#core/search/term-table.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { searchOptionsSchema } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { makeDocument, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestClock } from "../../../support/test-program.ts";
import { BREATHLESS, createFakeSearcher } from "./fake-searcher.ts";

const OPTIONS = searchOptionsSchema.parse({});

/** A message with two attachments, a loose note, and a zip with both. */
function setUp() {
  const documents = openDocumentTable(setUpCaseDatabase());
  const add = (format: "eml" | "pdf" | "zip"): DocumentId => {
    const document = makeDocument({ format });
    documents.insert(document);
    return document.documentId;
  };
  const [zip, mail, a, b, note] = [add("zip"), add("eml"), add("pdf"), add("pdf"), add("pdf")];
  for (const [position, child] of [mail, note].entries()) {
    documents.link({ parent: zip, child, position, name: `${position}` });
  }
  for (const [position, child] of [a, b].entries()) {
    documents.link({ parent: mail, child, position, name: `${position}` });
  }
  const searcher = createFakeSearcher({
    one: {
      documents: [
        { documentId: a, hits: 3, pages: 2 },
        { documentId: note, hits: 1, pages: 1 },
      ],
    },
    two: { documents: [{ documentId: note, hits: 5, pages: 4 }] },
    "=three,": { documents: [{ documentId: b, hits: 7, pages: 1 }], incomplete: { pagesDone: 1, pagesInAll: 9 } },
    none: { documents: [] },
  });
  return { ports: { documents, clock: createTestClock() }, searcher };
}

describe("reportTerms", () => {
  it("counts documents, pages, hits, what only one line finds, and families", async () => {
    const { ports, searcher } = setUp();
    const report = await reportTerms(ports, searcher, "one\ntwo\n=three,\nnone", OPTIONS, BREATHLESS);
    expect(report.lines.map(({ problem: _, ...line }) => Object.values(line))).toEqual([
      [1, "one", 2, 3, 4, 1, 3, 4],
      [2, "two", 1, 4, 5, 0, 0, 1],
      [3, "=three,", 1, 1, 7, 1, 7, 3],
      [4, "none", 0, 0, 0, 0, 0, 0],
    ]);
    expect(report).toMatchObject({ options: OPTIONS, documents: 3, withFamilies: 4, allDocuments: 5 });
    expect(report.lines.map((line) => line.problem?.message ?? null)).toEqual([
      null,
      null,
      "A regular expression ran out of time: the figures are of what it reached.",
      null,
    ]);
  });

  it("goes on after lines that cannot be read, and says where they are wrong", async () => {
    const { ports, searcher } = setUp();
    const text = `one AND\n${"x".repeat(5000)}\ntwo`;
    const { lines, documents } = await reportTerms(ports, searcher, text, OPTIONS, BREATHLESS);
    expect(lines.map(({ line, problem, documents: found }) => [line, problem?.offset, found])).toEqual([
      [1, 4, 0],
      [2, null, 0],
      [3, undefined, 1],
    ]);
    expect(documents).toBe(1);
  });

  it("stops when it is no longer wanted, and refuses an empty list", async () => {
    const { ports, searcher } = setUp();
    let breaths = 0;
    const pace: Pace = {
      breathe: () => {
        breaths += 1;
        if (breaths > 2) throw new ProbativeError("search/cancelled");
        return null;
      },
    };
    await expectFailure("search/cancelled", () => reportTerms(ports, searcher, "one\ntwo\none", OPTIONS, pace));
    await expectFailure("input/invalid", () => reportTerms(ports, searcher, "# nothing", OPTIONS, BREATHLESS));
  });

  it("keeps what unique documents need in memory by document, not by line", async () => {
    const { ports, searcher } = setUp();
    const text = Array.from({ length: 1000 }, () => "one").join("\n");
    const { lines } = await reportTerms(ports, searcher, text, OPTIONS, BREATHLESS);
    expect(lines).toHaveLength(1000);
    expect(new Set(lines.map((line) => line.uniqueDocuments))).toEqual(new Set([0]));
  });

  it("is written as CSV in which nothing runs", async () => {
    const { ports, searcher } = setUp();
    const report = await reportTerms(ports, searcher, "two\n=three,\nx", OPTIONS, BREATHLESS);
    expect(tableToCsv(termTable(report)).split("\r\n")).toEqual([
      "\ufeffline,search,documents,pages,hits,unique documents,unique hits,documents with families,problem,problem at character",
      "1,two,1,4,5,1,5,1,,",
      `2,"'=three,",1,1,7,1,7,3,A regular expression ran out of time: the figures are of what it reached.,`,
      "3,x,0,0,0,0,0,0,The search could not be understood. Here a word is missing.,5",
      "",
    ]);
  });
});
