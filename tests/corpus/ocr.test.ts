import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createBuiltInOcrEngine } from "#adapters/ocr/built-in-engine.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { RecognisedPage } from "#core/ports/ocr-engine.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const SCANS = resolve(import.meta.dirname, "../../../shared/corpus/scanned");
const NO_SCANS = existsSync(SCANS) ? false : "the folder of real documents is not on this machine";

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 1,
});
const engine = createBuiltInOcrEngine({
  workerUrl: new URL("../../electron/workers/ocr.ts", import.meta.url),
  concurrency: 2,
  rasterise: reader.renderPage,
});
afterAll(() => Promise.all([engine.close(), reader.close()]));

function recognise(name: string, page: number, language = "eng"): Promise<RecognisedPage> {
  const path = join(SCANS, name);
  return engine.recognise({ path, page, languages: [language] }, new AbortController().signal);
}

describe.skipIf(NO_SCANS)("real scans", { timeout: 180_000 }, () => {
  test("one sheet that was scanned four ways up reads the same each time", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => recognise("cardinal.pdf", page)));
    expect(pages.map(({ turned }) => turned)).toEqual([0, 270, 180, 90]);
    const lengths = pages.map(({ text }) => text.length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(15);
    for (const page of pages) expect(page.confidence).toBeGreaterThan(90);
  });

  test("a skewed scan is levelled, and its words stand on the page where they were", async () => {
    const [skewed, both] = await Promise.all([recognise("skew.pdf", 1), recognise("rotated_skew.pdf", 1)]);
    expect(skewed.skew).toBeCloseTo(1.8, 0);
    expect(both.skew).toBeCloseTo(-2.7, 0);
    for (const page of [skewed, both]) {
      expect(page.confidence).toBeGreaterThan(90);
      for (const run of decodeRuns(page.geometry)) expect(run.high - run.low).toBeLessThan(40);
    }
  });

  test("French is read with its accents", async () => {
    const page = await recognise("francais.pdf", 1, "fra");
    expect(page.text).toMatch(/[éèàç]/u);
    expect(page.confidence).toBeGreaterThan(80);
  });
});
