import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentConverter } from "#adapters/convert/pooled-document-converter.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { createTempFolder } from "../support/temp-folder.ts";

/** Real web pages, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus/html");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";
const files = NO_CORPUS === false ? readdirSync(CORPUS).filter((name) => /\.html?$/iu.test(name)) : [];

const folder = createTempFolder();
const converter = createPooledDocumentConverter({
  workerUrl: new URL("../../electron/workers/convert.ts", import.meta.url),
  concurrency: 1,
});
const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 1,
});
afterAll(async () => {
  await Promise.all([converter.close(), reader.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const NO_CHILDREN = {
  begin: () => expect.unreachable("a web page has no children"),
  write: () => undefined,
  end: () => undefined,
  refuse: () => expect.unreachable("a web page has no children"),
};

async function readRendition(name: string): Promise<string> {
  const signal = new AbortController().signal;
  const request = { path: join(CORPUS, name), fileName: name, format: "html", depth: 0 } as const;
  const { rendition } = await converter.convert(request, NO_CHILDREN, signal);
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, rendition ?? new Uint8Array());
  const pages: ExtractedPage[] = [];
  await reader.read({ path, maxPages: 20_000, revealed: [] }, (batch) => pages.push(...batch), signal);
  return pages.map((page) => page.text).join("\n");
}

/** Words of letters of the Latin alphabet, which every encoding of these pages has in common. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z]{4,}/gu) ?? []);
}

/** What a crude look at the source takes for its text. */
function crudeText(source: string): string {
  return source
    .replaceAll(/<!--[\s\S]*?-->|<(script|style|head|svg|template)\b[\s\S]*?<\/\1\s*>/giu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/&\w+;/gu, " ");
}

describe.skipIf(NO_CORPUS)("real web pages", () => {
  test.each(files)("%s keeps its words", { timeout: 60_000 }, async (name) => {
    const shown = wordsOf(await readRendition(name));
    const given = [...wordsOf(crudeText(readFileSync(join(CORPUS, name), "latin1")))];
    const lost = given.filter((word) => !shown.has(word));
    // Long words may be parted between lines.
    expect(lost.length, lost.slice(0, 20).join(" ")).toBeLessThanOrEqual(given.length * 0.02);
  });
});
