import { describe, expect, test } from "vitest";
import { continueOcr, ocrStatus, pauseOcr, startOcr } from "#core/ocr/control-ocr.ts";
import { useLayer } from "#core/ocr/use-layer.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import type { DocumentId, JobId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { createFakeOcrEngine, type Recognition } from "../../../support/fake-ocr-engine.ts";
import { searchText } from "../../../support/search-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { createTestProgram } from "../../../support/test-program.ts";

const ENGLISH =
  "The department received the list of persons on the fifteenth of March and sent it to the ministry without a reply.";
const SPANISH =
  "El ministerio recibió la lista de las personas el quince de marzo y la envió al departamento sin respuesta alguna.";

async function setUp(read: (page: number, languages: readonly string[]) => Recognition | Promise<Recognition>) {
  const engine = createFakeOcrEngine(({ page, languages }) => read(page, languages));
  const test = await setUpTestCase({ ...createTestProgram(), ocrEngines: async () => [engine] });
  return { test, engine };
}

async function recognise(test: TestCase, wanted: Parameters<typeof startOcr>[1] = { again: false }): Promise<JobId> {
  const jobId = startOcr(test.session(), wanted);
  await test.session().jobs.settled();
  return jobId;
}

const find = async (test: TestCase, query: string, confident = false) =>
  (await searchText(test.ports(), query, { confident })).pages;

const waitingOf = (test: TestCase, documentId: DocumentId) =>
  test
    .ports()
    .index.pageInfos(documentId)
    .map(({ ocr }) => ocr);

describe("the OCR job", () => {
  test("recognises the pages that wait and leaves the others alone", async () => {
    const { test, engine } = await setUp((page) => `${ENGLISH} Page ${page}.`);
    const documentId = await test.importOne({ title: "scan", pages: ["", "Words of its own.", ""] });
    expect(waitingOf(test, documentId)).toEqual(["waiting", "not-needed", "waiting"]);
    expect(await find(test, "ministry")).toBe(0);
    const jobId = await recognise(test);
    expect(engine.asked.map(({ page }) => page)).toEqual([1, 3]);
    expect(waitingOf(test, documentId)).toEqual(["done", "not-needed", "done"]);
    expect(await find(test, "ministry")).toBe(2);
    expect(test.ports().documents.find(documentId)?.pagesWithoutText).toBe(0);
    expect(test.session().jobs.show(jobId)).toMatchObject({ status: "done", pages: 2, total: 1, failed: 0 });
  });

  test("a page that fails is named, and can be asked for again", async () => {
    let isBroken = true;
    const { test } = await setUp((page) =>
      page === 2 && isBroken ? new ProbativeError("ocr/timeout") : `${ENGLISH} ${page}`,
    );
    const documentId = await test.importOne({ title: "scan", pages: ["", ""] });
    const jobId = await recognise(test);
    expect(waitingOf(test, documentId)).toEqual(["done", "failed"]);
    expect(test.ports().index.ocrProblems(documentId).get(2)).toContain("90 seconds");
    expect(test.ports().jobs.account(jobId)?.files[0]?.message).toBe("1 page could not be recognised.");
    isBroken = false;
    await recognise(test, { document: documentId, again: false });
    expect(waitingOf(test, documentId)).toEqual(["done", "done"]);
  });

  test("the document that was asked for comes first", async () => {
    const { test, engine } = await setUp(() => ENGLISH);
    await test.importOne({ title: "first", pages: ["", ""] });
    const second = await test.importOne({ title: "second", pages: [""] });
    await recognise(test, { document: second, again: false });
    const path = test.ports().vault.pathOf(test.ports().documents.find(second)?.sha256 ?? "");
    expect(engine.asked[0]?.path).toBe(path);
    expect(engine.asked).toHaveLength(3);
  });

  test("pausing keeps what is done, holds over a restart, and starting goes on", async () => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const { test, engine } = await setUp(async (page) => {
      if (page === 2) {
        reached.resolve();
        await released.promise;
      }
      return ENGLISH;
    });
    const documentId = await test.importOne({ title: "scan", pages: ["", "", ""] });
    startOcr(test.session(), { again: false });
    await reached.promise;
    const pausing = pauseOcr(test.session());
    released.resolve();
    expect(await pausing).toMatchObject({ state: "paused", waiting: 2, done: 1 });
    await test.reopen();
    continueOcr(test.session());
    expect(await ocrStatus(test.session())).toMatchObject({ state: "paused", waiting: 2 });
    await recognise(test);
    expect(waitingOf(test, documentId)).toEqual(["done", "done", "done"]);
    expect(engine.asked.filter(({ page }) => page === 1)).toHaveLength(1);
    expect(await ocrStatus(test.session())).toMatchObject({ state: "idle", waiting: 0, done: 3 });
  });

  test("the first page is read with all models, the others with that of its language", async () => {
    const { test, engine } = await setUp(() => SPANISH);
    await test.importOne({ title: "escaneado", pages: ["", ""] });
    await recognise(test);
    expect(engine.asked.map(({ languages }) => languages)).toEqual([["eng", "spa", "fra"], ["spa"]]);
  });

  test("a page in another language of the case is read again with its model", async () => {
    const { test, engine } = await setUp((page) => (page === 1 ? ENGLISH : SPANISH));
    const documentId = await test.importOne({ title: "bilingual", pages: ["", ""] });
    await recognise(test);
    expect(engine.asked.map(({ languages }) => languages.join())).toEqual(["eng,spa,fra", "eng", "spa,eng"]);
    expect(test.ports().index.pageInfo(documentId, 2)?.language).toBe("spa");
  });

  test("passages are anchored again; one whose words are gone is listed, not dropped", async () => {
    const { test } = await setUp(() => "The ministry paid 238 escudos on that day, and nobody signed.");
    const documentId = await test.importOne({
      title: "layer",
      pages: [{ text: "The ministry paid 238 escudos. Garbled nonsense here.", textState: "garbage" }],
    });
    const passage = (quote: string) => createPassage(test.ports(), { document: documentId, quote, tag: [], note: "" });
    const kept = passage("The ministry paid 238 escudos");
    const lost = passage("Garbled nonsense here");
    const jobId = await recognise(test);
    const states = new Map(
      test
        .ports()
        .passages.list({ documentId, tagIds: [], text: null })
        .map(({ passageId, state }) => [passageId, state]),
    );
    expect(states.get(kept.passageId)).toBe("anchored");
    expect(states.get(lost.passageId)).toBe("orphaned");
    expect(test.ports().jobs.account(jobId)?.files[0]?.message).toContain("1 of its passages could not be found again");

    // The bad layer was kept: with it the passage is back.
    expect(useLayer(test.ports(), documentId, 1, "text-layer")).toEqual([]);
    expect(test.ports().passages.find(lost.passageId)?.state).toBe("anchored");
    expect(await find(test, "nonsense")).toBe(1);
    expect(useLayer(test.ports(), documentId, 1, "ocr")).toEqual([lost.passageId]);
    expect(await find(test, "nonsense")).toBe(0);
  });

  test("words that OCR was not sure of can be left out of a search", async () => {
    const { test } = await setUp((page) => (page === 1 ? "The minis?ter came. A list." : "A list of names."));
    await test.importOne({ title: "scan", pages: ["", ""] });
    await recognise(test);
    expect(await find(test, "came")).toBe(1);
    expect(await find(test, "ter")).toBe(1);
    expect(await find(test, "ter", true)).toBe(0);
    expect(await find(test, "list", true)).toBe(2);
  });
});

describe("useLayer", () => {
  test("a page without such a text is refused", async () => {
    const { test } = await setUp(() => ENGLISH);
    const documentId = await test.importOne({ title: "text", pages: ["Words."] });
    expect(() => useLayer(test.ports(), documentId, 1, "ocr")).toThrow("The page has no such text.");
    expect(() => useLayer(test.ports(), documentId, 2, "ocr")).toThrow("no such page");
  });
});
