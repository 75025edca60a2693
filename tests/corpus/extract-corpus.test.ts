import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";
const NO_POPPLER = spawnSync("pdftotext", ["-v"]).error === undefined ? false : "pdftotext is not installed";

const files = NO_CORPUS === false ? listPdfs(CORPUS) : [];

function listPdfs(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.toLowerCase().endsWith(".pdf"))
    .sort()
    .map((name) => join(folder, name));
}

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

async function readPages(path: string): Promise<readonly ExtractedPage[]> {
  const pages: ExtractedPage[] = [];
  await reader.read(
    { path, maxPages: 20_000, revealed: [] },
    (batch) => pages.push(...batch),
    new AbortController().signal,
  );
  return pages;
}

/** Refusals that are the file's fault. Timeouts and crashes are not among them. */
const REFUSALS = [
  "import/corrupt",
  "import/encrypted",
  "import/empty",
  "import/not-a-pdf",
  "import/page-count",
] as const satisfies readonly ProbativeError["code"][];

describe.skipIf(NO_CORPUS)("real documents", () => {
  test("every PDF is read, with text and geometry that agree, or refused with a reason", {
    timeout: 300_000,
  }, async () => {
    const outcomes = await Promise.all(
      files.map(async (path) => {
        try {
          const pages = await readPages(path);
          return { path, problems: pages.flatMap(describeProblems), pages: pages.length };
        } catch (thrown) {
          const isRefusal = thrown instanceof ProbativeError && REFUSALS.some((code) => code === thrown.code);
          return { path, problems: isRefusal ? [] : [String(thrown)], pages: 0 };
        }
      }),
    );
    expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(outcomes.filter(({ pages }) => pages > 0).length).toBeGreaterThan(files.length * 0.8);
  });
});

/** What must hold of every page, whatever the file. */
function describeProblems(page: ExtractedPage): readonly string[] {
  const problems: string[] = [];
  if (page.text !== page.text.normalize("NFC")) problems.push(`page ${page.page} is not NFC`);
  if (/[\0-\x09\x0b-\x1f\x7f-\x9f]| \n|\n |^\s|\s$|\n{3}/u.test(page.text))
    problems.push(`page ${page.page} has stray spaces`);
  if (page.text !== page.text.toWellFormed()) problems.push(`page ${page.page} has half characters`);
  const [left, bottom, right, top] = page.box;
  let covered = 0;
  for (const run of decodeRuns(page.geometry)) {
    if (run.end > page.text.length || run.end <= run.start)
      problems.push(`page ${page.page} has a run outside of its text`);
    if (run.low > run.high) problems.push(`page ${page.page} has a run upside down`);
    const isAcross = run.direction === "right" || run.direction === "left";
    const [low, high] = isAcross ? [bottom, top] : [left, right];
    if (run.high < low - 1 || run.low > high + 1) problems.push(`page ${page.page} has a run outside of its box`);
    if (page.text.slice(run.start, run.end).includes("\n")) problems.push(`page ${page.page} has a run over two lines`);
    covered += run.end - run.start;
  }
  const letters = page.text.replaceAll(/\s/gu, "").length;
  if (covered < letters * 0.99) problems.push(`page ${page.page} has ${letters} letters and boxes for ${covered}`);
  return problems;
}

/** Files with ordinary text layers: opinions, a transcript, reports, Spanish and Chinese forms. */
const ORDINARY = [
  "court/3rdCircuit-091225p.pdf",
  "court/11thCircuit-200814991.pdf",
  "court/hearing_transcript_74p.pdf",
  "court/scotus_slip_opinion.pdf",
  "diplomatic/BOE-A-1978-31229-consolidado.pdf",
  "diplomatic/Federal_Voter_Registration_6-8-18_SPA.pdf",
  "foia/PCLOB_702_report_196p.pdf",
  "foia/federal-register-2020-17221.pdf",
];

describe.skipIf(NO_CORPUS || NO_POPPLER)("against pdftotext", () => {
  const present = ORDINARY.map((name) => join(CORPUS, name)).filter((path) => existsSync(path));

  test.each(present.map((path) => [relative(CORPUS, path), path] as const))(
    "%s has the same words",
    { timeout: 60_000 },
    async (_, path) => {
      const theirs = countWords(runPoppler(["-enc", "UTF-8", path, "-"]));
      const ours = countWords((await readPages(path)).map((page) => page.text).join("\n"));
      let total = 0;
      let found = 0;
      for (const [word, count] of theirs) {
        total += count;
        found += Math.min(count, ours.get(word) ?? 0);
      }
      expect(total).toBeGreaterThan(100);
      expect(found / total).toBeGreaterThanOrEqual(0.98);
    },
  );

  test.each(present.map((path) => [relative(CORPUS, path), path] as const))(
    "%s has its words in the same places",
    { timeout: 60_000 },
    async (_, path) => {
      const sources = runPoppler(["-bbox", "-enc", "UTF-8", path, "-"]).split("<page ").slice(1);
      let total = 0;
      let found = 0;
      for (const page of await readPages(path)) {
        if (page.rotation !== 0) continue;
        const ours = placeWords(page);
        for (const [word, box] of poppler(sources[page.page - 1] ?? "", page)) {
          const places = ours.get(word);
          if (places === undefined) continue;
          total += 1;
          if (places.some((place) => isSamePlace(place, box))) found += 1;
        }
      }
      expect(total).toBeGreaterThan(100);
      expect(found / total).toBeGreaterThanOrEqual(0.98);
    },
  );
});

function runPoppler(values: readonly string[]): string {
  return spawnSync("pdftotext", values, { encoding: "utf8", maxBuffer: 1024 ** 3 }).stdout;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const joined = text.normalize("NFKC").replaceAll(/[-\u00ad\u2010]\s*\n\s*/gu, "");
  for (const [word] of joined.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

type Place = readonly [left: number, bottom: number, right: number, top: number];

function placeWords(page: ExtractedPage): ReadonlyMap<string, readonly Place[]> {
  const left = new Float64Array(page.text.length).fill(Number.NaN);
  const [right, bottom, top] = [left.slice(), left.slice(), left.slice()];
  for (const run of decodeRuns(page.geometry)) {
    if (run.direction !== "right") continue;
    for (let unit = run.start; unit < run.end; unit += 1) {
      left[unit] = run.edges[unit - run.start] ?? Number.NaN;
      right[unit] = run.edges[unit - run.start + 1] ?? Number.NaN;
      bottom[unit] = run.low;
      top[unit] = run.high;
    }
  }
  const places = new Map<string, Place[]>();
  for (const match of page.text.matchAll(/\S+/gu)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const place: Place = [
      Math.min(...left.subarray(from, to)),
      Math.min(...bottom.subarray(from, to)),
      Math.max(...right.subarray(from, to)),
      Math.max(...top.subarray(from, to)),
    ];
    places.set(match[0], [...(places.get(match[0]) ?? []), place]);
  }
  return places;
}

/** Words of a page as pdftotext places them, in PDF user space: it counts from the top left of the page. */
function* poppler(source: string, page: ExtractedPage): Iterable<readonly [string, Place]> {
  const pattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gu;
  for (const [, x0, y0, x1, y1, word = ""] of source.matchAll(pattern)) {
    const [left, , , top] = page.box;
    const text = word
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    yield [text.normalize("NFC"), [Number(x0) + left, top - Number(y1), Number(x1) + left, top - Number(y0)]];
  }
}

/** Fonts claim different heights in the two programs; the widths must agree, and the heights overlap by half. */
function isSamePlace(first: Place, second: Place): boolean {
  const width = Math.min(first[2], second[2]) - Math.max(first[0], second[0]);
  const height = Math.min(first[3], second[3]) - Math.max(first[1], second[1]);
  const wider = Math.max(first[2] - first[0], second[2] - second[0]);
  const lower = Math.min(first[3] - first[1], second[3] - second[1]);
  return width > 0.6 * wider && height > 0.5 * lower;
}
