import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Box } from "#shared/model/geometry.ts";
import { boundsOfQuads, quadsForRange } from "#shared/text/geometry.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";
const NO_POPPLER = spawnSync("pdftotext", ["-v"]).error === undefined ? false : "pdftotext is not installed";

/** Enough of a document to meet its fonts and layouts. */
const PAGES_OF_EACH = 8;

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

/** A word as Poppler sees it, in points from the upper left corner of the page as it is shown. */
interface ShownWord {
  readonly fold: string;
  readonly box: Box;
}

async function readPages(path: string): Promise<readonly ExtractedPage[]> {
  const pages: ExtractedPage[] = [];
  try {
    await reader.read(
      { path, maxPages: 20_000, revealed: [] },
      (batch) => pages.push(...batch),
      new AbortController().signal,
    );
  } catch (thrown) {
    // Files that are refused have no pages to search.
    if (!(thrown instanceof ProbativeError)) throw thrown;
  }
  return pages;
}

const WORD = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gu;

function readWithPoppler(path: string): readonly (readonly ShownWord[])[] {
  const { stdout } = spawnSync("pdftotext", ["-bbox", "-cropbox", "-l", String(PAGES_OF_EACH), path, "-"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return stdout
    .split("<page ")
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
        fold: foldAll(unescapeXml(text ?? "")),
        box: [Number(left), Number(top), Number(right), Number(bottom)] as const,
      })),
    );
}

function unescapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole).normalize("NFKC");
}

function foldAll(text: string): string {
  return tokenize(text.normalize("NFC"))
    .map((token) => foldToken(token.text))
    .join("");
}

/** From PDF user space to the page as it is shown. */
function show(page: ExtractedPage, [x1, y1, x2, y2]: Box): Box {
  const [left, bottom, right, top] = page.box;
  switch (page.rotation) {
    case 0:
      return [x1 - left, top - y2, x2 - left, top - y1];
    case 90:
      return [y1 - bottom, x1 - left, y2 - bottom, x2 - left];
    case 180:
      return [right - x2, y1 - bottom, right - x1, y2 - bottom];
    case 270:
      return [top - y2, right - x2, top - y1, right - x1];
  }
}

function area([left, top, right, bottom]: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function overlap(one: Box, other: Box): number {
  return area([
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]);
}

interface Tally {
  readonly path: string;
  /** Words that both read on the page. */
  hits: number;
  covered: number;
  /** Words that Poppler does not read on the page: fonts that lie about their letters, text that it leaves out. */
  unknown: number;
}

function compare(path: string, pages: readonly ExtractedPage[]): Tally {
  const tally: Tally = { path: relative(CORPUS, path), hits: 0, covered: 0, unknown: 0 };
  for (const [index, words] of readWithPoppler(path).entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    const runs = decodeRuns(page.geometry);
    for (const token of tokenize(page.text)) {
      const fold = foldToken(token.text);
      const same = words.filter((word) => word.fold.includes(fold));
      const bounds = boundsOfQuads(quadsForRange(runs, token.start, token.end));
      if (same.length === 0) tally.unknown += 1;
      else {
        tally.hits += 1;
        const box = bounds === null ? null : show(page, bounds);
        const meets = same.some(
          (word) => box !== null && overlap(box, word.box) >= Math.min(area(box), area(word.box)) / 2,
        );
        if (meets) tally.covered += 1;
      }
    }
  }
  return tally;
}

describe.skipIf(NO_CORPUS || NO_POPPLER)("boxes of hits on real documents", () => {
  test("at least 99 % of all words have a box that covers Poppler's by half or more", {
    timeout: 300_000,
  }, async () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter((name) => name.toLowerCase().endsWith(".pdf") && !name.startsWith("hostile"))
      .map((name) => join(CORPUS, name));
    const tallies: Tally[] = [];
    for (const path of files) tallies.push(compare(path, await readPages(path)));
    const sum = (read: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + read(tally), 0);
    const [hits, covered, unknown] = [sum((t) => t.hits), sum((t) => t.covered), sum((t) => t.unknown)];
    const worst = tallies
      .filter((tally) => tally.hits > 20 && tally.covered < tally.hits * 0.95)
      .map((tally) => `${tally.path}: ${tally.covered} of ${tally.hits}`);
    console.info(
      `${covered} of ${hits} words covered in ${tallies.length} files; ${unknown} that Poppler does not read`,
    );
    if (worst.length > 0) console.info(worst.join("\n"));
    expect(hits).toBeGreaterThan(50_000);
    expect(covered / hits).toBeGreaterThanOrEqual(0.99);
  });
});
