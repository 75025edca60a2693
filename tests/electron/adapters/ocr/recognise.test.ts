import { once } from "node:events";
import PDFDocument from "pdfkit";
import { afterAll, describe, expect, test } from "vitest";
import { createBuiltInOcrEngine } from "#adapters/ocr/built-in-engine.ts";
import { RASTER_LIMITS } from "#adapters/ocr/ocr-pool.ts";
import { createSystemOcrEngine } from "#adapters/ocr/system-engine.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { OcrEngine, RecognisedPage } from "#core/ports/ocr-engine.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { saveBytes } from "../pdf/reading-kit.ts";

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../../../electron/workers/extract.ts", import.meta.url),
  concurrency: 1,
});
const options = {
  workerUrl: new URL("../../../../electron/workers/ocr.ts", import.meta.url),
  concurrency: 1,
  rasterise: reader.renderPage,
};
const builtIn = createBuiltInOcrEngine(options);
const system = await createSystemOcrEngine(options);
const NO_SYSTEM =
  system !== undefined && (await system.languages()).includes("eng")
    ? false
    : "tesseract is not installed with English";
afterAll(() => Promise.all([builtIn.close(), system?.close(), reader.close()]));

const LINES = [
  "SPECIMEN of a fictional note",
  "",
  "The harbour master of Port Lemmings",
  "acknowledges by this letter that he",
  "has received twelve crates of glass,",
  "and that the jury of keepers objected",
  "to the quality of the packing paper.",
  "",
  "A second paragraph says very little:",
  "every keg was quietly left by the dock.",
];
const ALL_WORDS = LINES.join(" ").split(" ");
/** Words that stand on the page once, so that they can be found again. */
const WORDS = ALL_WORDS.filter(
  (word) => /^[A-Za-z]{4,}$/u.test(word) && ALL_WORDS.filter((other) => other === word).length === 1,
);

interface Drawing {
  /** Degrees, clockwise, by which the text is drawn on the page. */
  readonly drawn: number;
  /** The page's own rotation. */
  readonly rotation: 0 | 90 | 180 | 270;
}

/** A page of 400 by 400 points with lines of text about its middle. */
async function drawPage({ drawn, rotation }: Drawing): Promise<string> {
  const pdf = new PDFDocument({ size: [400, 400], margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  Object.assign(pdf.page.dictionary.data, { Rotate: rotation });
  pdf.rotate(drawn, { origin: [200, 200] });
  pdf.font("Times-Roman").fontSize(15);
  for (const [index, line] of LINES.entries()) pdf.text(line, 80, 90 + 22 * index, { lineBreak: false });
  pdf.end();
  await once(pdf, "end");
  return saveBytes(Buffer.concat(chunks));
}

async function readTextLayer(path: string): Promise<ExtractedPage> {
  const pages: ExtractedPage[] = [];
  const request = { path, maxPages: 1, revealed: [] };
  await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
  const [page] = pages;
  if (page === undefined) throw new Error("no page");
  return page;
}

function recognise(engine: OcrEngine, path: string): Promise<RecognisedPage> {
  return engine.recognise({ path, page: 1, languages: ["eng"] }, new AbortController().signal);
}

/** Centre of a word, its extent along the direction and the direction, as the geometry of a page has them. */
function placeWord({ text, geometry }: Pick<ExtractedPage, "text" | "geometry">, word: string) {
  const at = text.search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u"));
  const run = decodeRuns(geometry).find(({ start, end }) => at >= start && at + word.length <= end);
  if (at < 0 || run === undefined) return undefined;
  return { direction: run.direction, ...extentOf(run, at - run.start, at - run.start + word.length) };
}

function extentOf(run: TextRun, from: number, to: number) {
  return {
    begin: run.edges[from] ?? 0,
    end: run.edges[to] ?? 0,
    middle: (run.low + run.high) / 2,
    height: run.high - run.low,
  };
}

const DRAWINGS: readonly (Drawing & { readonly turned: number })[] = [
  { drawn: 0, rotation: 0, turned: 0 },
  { drawn: 0, rotation: 90, turned: 270 },
  { drawn: 90, rotation: 0, turned: 270 },
  { drawn: 180, rotation: 0, turned: 180 },
  { drawn: 270, rotation: 0, turned: 90 },
  { drawn: 90, rotation: 270, turned: 0 },
];

describe.each([
  { name: "the built-in engine", engine: builtIn, isAbsent: false },
  { name: "the system's engine", engine: system, isAbsent: NO_SYSTEM },
])("$name", ({ engine, isAbsent }) => {
  test.skipIf(isAbsent).each(DRAWINGS)(
    "reads a page that is drawn at $drawn degrees and rotated by $rotation",
    {
      timeout: 60_000,
    },
    async ({ drawn, rotation, turned }) => {
      if (engine === undefined) throw new Error("no engine");
      const path = await drawPage({ drawn, rotation });
      const [layer, page] = await Promise.all([readTextLayer(path), recognise(engine, path)]);
      expect(page.turned).toBe(turned);
      expect(page.text).toBe(LINES.join("\n"));
      expect(page.confidence).toBeGreaterThan(80);
      expect(page.skew).toBe(0);
      for (const word of WORDS) {
        const [truth, found] = [placeWord(layer, word), placeWord(page, word)];
        expect(found?.direction).toBe(truth?.direction);
        expect(Math.abs((found?.begin ?? 0) - (truth?.begin ?? 0)), word).toBeLessThan(2);
        expect(Math.abs((found?.end ?? 0) - (truth?.end ?? 0)), word).toBeLessThan(2);
        expect(Math.abs((found?.middle ?? 0) - (truth?.middle ?? 0)), word).toBeLessThan(2);
      }
    },
  );

  test.skipIf(isAbsent)(
    "levels a page that is skewed by 4 degrees, and bounds each word where it stands",
    {
      timeout: 60_000,
    },
    async () => {
      if (engine === undefined) throw new Error("no engine");
      const path = await drawPage({ drawn: 4, rotation: 0 });
      const page = await recognise(engine, path);
      expect(Math.abs(page.skew - 4)).toBeLessThanOrEqual(0.2);
      expect(page.text).toBe(LINES.join("\n"));
      const level = await readTextLayer(await drawPage({ drawn: 0, rotation: 0 }));
      for (const word of WORDS) {
        const [before, found] = [placeWord(level, word), placeWord(page, word)];
        if (before === undefined || found === undefined) throw new Error(`${word} has no place`);
        const [x, y] = turnAboutMiddle((before.begin + before.end) / 2, before.middle, 4);
        expect(Math.abs((found.begin + found.end) / 2 - x), word).toBeLessThan(2);
        expect(Math.abs(found.middle - y), word).toBeLessThan(2);
        expect(found.height, word).toBeLessThan(before.height + 0.08 * (before.end - before.begin) + 2);
      }
    },
  );
});

/** Turns a point clockwise about the middle of the page; y ascends. */
function turnAboutMiddle(x: number, y: number, degrees: number): readonly [number, number] {
  const radians = (degrees * Math.PI) / 180;
  const [dx, dy] = [x - 200, y - 200];
  return [200 + dx * Math.cos(radians) + dy * Math.sin(radians), 200 - dx * Math.sin(radians) + dy * Math.cos(radians)];
}

describe("a page's raster", () => {
  test("shows the page cropped and turned, black on white, and is never larger than its limit", async () => {
    const path = await drawPage({ drawn: 0, rotation: 0 });
    const { signal } = new AbortController();
    const usual = await reader.renderPage(path, 1, RASTER_LIMITS, signal);
    expect(usual).toMatchObject({ width: 1389, height: 1389, resolution: 250, box: [0, 0, 400, 400], rotation: 0 });
    expect(usual.pixels[0]).toBe(255);
    expect(usual.pixels.some((grey) => grey < 60)).toBe(true);
    const small = await reader.renderPage(path, 1, { ...RASTER_LIMITS, pixelsAtMost: 10_000 }, signal);
    expect(small.width * small.height).toBeLessThanOrEqual(10_000);
    await expect(reader.renderPage(path, 2, RASTER_LIMITS, signal)).rejects.toMatchObject({
      code: "import/page-count",
    });
  });
});
