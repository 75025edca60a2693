import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createCaseHandlers } from "#hosts/handlers.ts";
import type { InputOf, OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import { procedureOf } from "#shared/contract/contract.ts";
import { parseInput } from "#shared/contract/validate.ts";
import { expectFailure } from "../../support/expect-failure.ts";
import { setUpTestCase } from "../../support/test-case.ts";

/** A case with two documents, and its handlers behind the schemas of the contract. */
async function setUp() {
  const testCase = await setUpTestCase();
  const note = await testCase.importOne({
    title: "Note",
    pages: ["The Embassy holds the detainees for a refund. It was refused.", "No refund was paid."],
  });
  const memo = await testCase.importOne({ title: "Memo", pages: ["The mission asks for refunds."] });
  const handlers = createCaseHandlers(testCase.session);
  async function call<Name extends Exclude<ProcedureName, `case.${string}`>>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>> {
    const handler = handlers[name] as (input: unknown) => Promise<unknown>;
    const output = await handler(parseInput(name, input));
    return procedureOf(name).output.parse(output) as OutputOf<Name>;
  }
  return { ...testCase, note, memo, call };
}

it("a term list is reported and exported", async () => {
  const { call } = await setUp();
  const text = 'query,who\nrefund*,x\nembassy AND,y\n"""was refused""",z';
  const report = await call("search.terms", { text });
  expect(report.lines.map((line) => [line.line, line.documents, line.hits, line.uniqueDocuments])).toEqual([
    [2, 2, 3, 1],
    [3, 0, 0, 0],
    [4, 1, 1, 0],
  ]);
  expect(report.lines[1]?.problem).not.toBeNull();
  const file = await call("search.export-terms", { text, format: "csv" });
  expect(readFileSync(file.path, "utf8").split("\r\n")).toHaveLength(5);
  await expectFailure("input/invalid", () => call("search.terms", { text: "# none" }));
});

it("a search is saved, run, listed with what is new, changed and forgotten", async () => {
  const { call, importOne } = await setUp();
  const { savedSearchId } = await call("search.save", { name: "Refunds", query: "refund" });
  const later = await importOne({ title: "Later", pages: ["Another refund."] });
  const { searches } = await call("search.list", {});
  expect(searches).toMatchObject([{ savedSearchId, now: { documents: 3, hits: 4 }, newDocuments: [later] }]);
  const { state, answer } = await call("search.run", { savedSearch: savedSearchId, limit: 2 });
  expect([state.newDocuments, answer.documents, answer.groups.length]).toEqual([[later], 3, 2]);
  expect((await call("search.list", {})).searches[0]?.newDocuments).toEqual([]);
  await call("search.save", { name: "Refunds", query: "=refund", savedSearch: savedSearchId });
  await call("search.forget", { savedSearch: savedSearchId });
  await call("edits.undo", {});
  expect((await call("search.list", {})).searches[0]?.search.query).toBe("=refund");
});

it("hits become passages in a brief, what was written is found, and one undo takes all back", async () => {
  const { call, note } = await setUp();
  const { tagId } = await call("tags.create", { name: "Refund" });
  const { briefId } = await call("briefs.create", { title: "Facts" });
  const wanted = { query: "refund", tags: [tagId], brief: briefId, documents: [note] };
  expect((await call("search.tag", { ...wanted, preview: true })).made).toMatchObject({ hits: 2, passages: 2 });
  const { passageIds } = await call("search.tag", wanted);
  const { hits } = await call("search.written", { query: "refund embassy" });
  expect(hits.map((hit) => [hit.where, hit.passageId ?? hit.briefId])).toEqual([
    ["passage", passageIds[0]],
    ["brief", briefId],
  ]);
  await call("edits.undo", {});
  expect((await call("passages.list", {})).passages).toEqual([]);
  expect((await call("briefs.show", { brief: briefId })).sections[0]?.blocks).toEqual([]);
});

it("that nothing was found is certified, and what changed since is told", async () => {
  const { call, importOne, events } = await setUp();
  const { certificate, json, pdf } = await call("search.certificate", { query: "kompromat" });
  expect(certificate.result).toEqual({ documents: 0, pages: 0, hits: 0, complete: true });
  expect(certificate.program).toMatch(/^probative \d+\.\d+/);
  expect(certificate.caseTitle).toBe("Test case");
  expect(certificate.expansions).toEqual([
    { source: "kompromat", forms: [{ form: "kompromat", reason: "typed", hits: 0, excluded: false }] },
  ]);
  expect([json.name.endsWith(".json"), pdf.name.endsWith(".pdf")]).toEqual([true, true]);
  expect(events.at(-1)).toEqual({ kind: "changed", areas: ["journal"] });
  expect((await call("journal.verify", {})).ok).toBe(true);
  const text = readFileSync(json.path, "utf8");
  expect(await call("search.recertify", { certificate: text })).toMatchObject({ differences: [], journaled: true });
  await importOne({ title: "Late", pages: ["Kompromat!"] });
  const { differences } = await call("search.recertify", { certificate: text });
  expect(differences).toContain("Hits: 0 before, 1 now.");
});

it("synonyms widen what is found, and results are written to files", async () => {
  const { call, memo } = await setUp();
  const group = await call("synonyms.add", { names: ["Embassy", "the mission"] });
  expect((await call("synonyms.list", {})).synonyms).toEqual([group]);
  const file = await call("search.export", { query: "embassy", format: "json" });
  const rows = JSON.parse(readFileSync(file.path, "utf8")) as readonly { readonly document: string }[];
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({ document: memo, page: 1, hits: 1, snippet: "The mission asks for refunds." });
  await call("synonyms.remove", { synonym: group.synonymId });
  expect((await call("search.query", { query: "embassy" })).documents).toBe(1);
});
