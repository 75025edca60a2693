import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { createTempFolder } from "../support/temp-folder.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

/**
 * Files whose redactions are known to be bad, with the hidden characters. For the first two, x-ray's own tests give 64 and
 * 639.
 */
const BAD: Readonly<Record<string, number>> = {
  "court/rectangles_yes.pdf": 64,
  "court/bad_cross_hatched_redactions.pdf": 638,
  "court/hidden_text_on_visible_text.pdf": 13,
};

const never = new AbortController().signal;

async function readPages(path: string): Promise<readonly ExtractedPage[]> {
  const pages: ExtractedPage[] = [];
  try {
    await reader.read({ path, maxPages: 20_000, revealed: [] }, (batch) => pages.push(...batch), never);
  } catch (thrown) {
    // Files that are refused have no pages to search.
    if (!(thrown instanceof ProbativeError)) throw thrown;
  }
  return pages;
}

function countHidden(page: ExtractedPage): number {
  return page.hidden.reduce((sum, { characters }) => sum + characters, 0);
}

describe.skipIf(NO_CORPUS)("bad redactions in real documents", () => {
  test("are found where they are known to be, and on no more than 1 of 200 ordinary pages", {
    timeout: 300_000,
  }, async () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) => /\.pdf$/iu.test(name));
    const found = await Promise.all(
      files.map(async (name) => {
        const pages = await readPages(join(CORPUS, name));
        const hidden = pages.map(countHidden);
        return { name: relative(CORPUS, join(CORPUS, name)), pages: pages.length, hidden };
      }),
    );
    const flagged = found.filter(({ name, hidden }) => BAD[name] === undefined && hidden.some((count) => count > 0));
    const ordinary = found.filter(({ name }) => BAD[name] === undefined);
    const alarms = flagged.reduce((sum, { hidden }) => sum + hidden.filter((count) => count > 0).length, 0);
    const pages = ordinary.reduce((sum, file) => sum + file.pages, 0);
    expect(alarms, flagged.map(({ name }) => name).join(", ")).toBeLessThanOrEqual(pages / 200);
    expect(pages).toBeGreaterThan(1000);
    for (const { name, hidden } of found.filter((file) => BAD[file.name] !== undefined)) {
      expect([name, hidden]).toEqual([name, [BAD[name]]]);
    }
  });

  test("are not in the copies that leave", async () => {
    for (const name of Object.keys(BAD)) {
      const path = join(CORPUS, name);
      const withheld = (await readPages(path)).flatMap(({ page, hidden }) => hidden.map(({ box }) => ({ page, box })));
      const copy = await reader.annotate(path, [], withheld);
      const folder = createTempFolder();
      try {
        writeFileSync(join(folder, "copy.pdf"), copy);
        expect(await readPages(join(folder, "copy.pdf"))).toMatchObject([{ text: "", hidden: [], pictured: 1 }]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  });
});
