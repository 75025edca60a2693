import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { tokenize } from "#shared/text/tokenize.ts";
import { openDatabaseIndex, openMemoryIndex } from "../electron/core/search/evaluate/open-indexes.ts";
import { Oracle } from "../electron/core/search/evaluate/oracle.ts";
import { queriesFor } from "../electron/core/search/evaluate/random-queries.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

/** Headers, footers, stamps, line numbers, columns, accents. */
const FILES = [
  "court/ca5_00516242060.pdf",
  "court/declaration_frye_ftc_v_bint.pdf",
  "court/hearing_transcript_74p.pdf",
  "diplomatic/BOE-A-1978-31229-consolidado.pdf",
  "diplomatic/Federal_Voter_Registration_6-8-18_SPA.pdf",
  "foia/federal-register-2020-17221.pdf",
];
/** The plain reading takes its time with each. */
const PAGES_OF_EACH = 2;
const SEARCHES = 40;
/** Common and rare ones: every so many of all words as they come. */
const WORD_STEP = 31;

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

async function readPages(file: string): Promise<readonly ExtractedPage[]> {
  const pages: ExtractedPage[] = [];
  const request = { path: join(CORPUS, file), maxPages: 20_000, revealed: [] };
  await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
  // From the third on: the first ones hold little but titles.
  return pages.slice(2, 2 + PAGES_OF_EACH);
}

describe.skipIf(NO_CORPUS)("the evaluator over real documents", () => {
  test.each([
    { name: "memory", open: openMemoryIndex },
    { name: "a database", open: openDatabaseIndex },
  ])("agrees with the plain reading of their texts, over an index in $name", { timeout: 300_000 }, async ({ open }) => {
    const documents = await Promise.all(FILES.map(readPages));
    const words = documents.flatMap((pages) => pages.flatMap(({ text }) => tokenize(text).map((token) => token.text)));
    const vocabulary = words.filter((_, index) => index % WORD_STEP === 0);
    expect(vocabulary.length).toBeGreaterThan(100);
    const oracle = new Oracle(documents, open(documents));
    await fc.assert(
      fc.asyncProperty(queriesFor(vocabulary), (query) => oracle.check(query, { isConfident: false, within: null })),
      { numRuns: SEARCHES, endOnFailure: true },
    );
  });
});
