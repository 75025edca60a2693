import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { createBuiltInOcrEngine } from "#adapters/ocr/built-in-engine.ts";
import { createSystemOcrEngine } from "#adapters/ocr/system-engine.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { OcrEngine } from "#core/ports/ocr-engine.ts";
import type { PageRaster, PageRenderer } from "#core/ports/page-renderer.ts";
import {
  type BenchPage,
  characterErrorRate,
  SCANNED_PAGES,
  type Spoiling,
  spoilRaster,
  TRUE_PAGES,
} from "./ocr-pages.ts";
import type { Figure } from "./report.ts";
import { isInstalled, measureInParallel, runProcess } from "./run-process.ts";

const { signal } = new AbortController();

/** Scans are given to the bare command as they are. */
const OWN_RESOLUTION = { lowest: 72, highest: 600, usual: 300, pixelsAtMost: 32_000_000 };
/** Pages of known text are rendered at what offices scan with. */
const SCANNER = { lowest: 200, highest: 200, usual: 200, pixelsAtMost: 16_000_000 };
const SPOILINGS: readonly Spoiling[] = ["grey", "black-and-white"];

/** What reads a page, with the processor seconds that it took. */
interface Reading {
  readonly text: string;
  readonly seconds: number;
  /** Part of these in which the page was drawn for it, where that is known. */
  readonly drawing?: number;
}
interface Contestant {
  readonly name: string;
  read(page: BenchPage, raster: PageRaster | undefined): Promise<Reading>;
}

/**
 * OCR, one core each, by processor time: true scans for the speed, pages of known text that were rendered and spoilt for
 * the errors. The peer is the bare `tesseract` command on a picture of the page at the scan's own resolution. Drawing the
 * page counts for everyone; the engines also find out how it stands, and make text and boxes of it.
 */
export async function benchOcr(say: (progress: string) => void): Promise<readonly Figure[]> {
  if (!(await isInstalled("tesseract", "--version"))) {
    say("ocr: the peer (tesseract) is not installed, nothing to compare with");
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  const reader = createPooledDocumentReader({
    workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
    concurrency: 1,
  });
  let given: PageRaster | undefined;
  const options = {
    workerUrl: new URL("../../electron/workers/ocr.ts", import.meta.url),
    concurrency: 1,
    rasterise: async (...request: Parameters<PageRenderer["renderPage"]>) =>
      given ?? (await reader.renderPage(...request)),
  };
  const system = await createSystemOcrEngine(options);
  const builtIn = createBuiltInOcrEngine(options);
  const asContestant = (name: string, engine: OcrEngine): Contestant => ({
    name,
    read(page, raster) {
      given = raster;
      return readWithEngine(engine, page);
    },
  });
  const contestants: readonly Contestant[] = [
    ...(system === undefined ? [] : [asContestant("system engine", system)]),
    asContestant("built-in engine", builtIn),
  ];
  const peer: Contestant = {
    name: "tesseract command",
    async read(page, raster) {
      if (raster !== undefined) return readWithCommand(folder, page, raster);
      const before = process.cpuUsage();
      const drawn = await reader.renderPage(page.path, page.page, OWN_RESOLUTION, signal);
      const { user, system } = process.cpuUsage(before);
      const drawing = (user + system) / 1e6;
      const { text, seconds } = await readWithCommand(folder, page, drawn);
      return { text, seconds: seconds + drawing, drawing };
    },
  };
  try {
    const speed = await measureSpeed(peer, contestants, say);
    const pages = [...TRUE_PAGES, await drawFrenchPage(folder)];
    const errors = await measureErrors(peer, contestants, pages, reader, say);
    return [...speed, ...errors];
  } finally {
    await Promise.all([system?.close(), builtIn.close(), reader.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureSpeed(
  peer: Contestant,
  contestants: readonly Contestant[],
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const [first] = SCANNED_PAGES;
  if (first === undefined) return [];
  // Compiling and loading the model happen once in hours of work.
  for (const contestant of [peer, ...contestants]) await contestant.read(first, undefined);
  let drawing = 0;
  const seconds = new Map<Contestant, number>();
  const difference = new Map<Contestant, number>();
  for (const [index, page] of SCANNED_PAGES.entries()) {
    say(`ocr: scan ${index + 1} of ${SCANNED_PAGES.length}`);
    const bare = await peer.read(page, undefined);
    add(seconds, peer, bare.seconds);
    drawing += (bare.drawing ?? 0) / SCANNED_PAGES.length;
    for (const contestant of contestants) {
      const reading = await contestant.read(page, undefined);
      add(seconds, contestant, reading.seconds);
      add(difference, contestant, characterErrorRate(bare.text, reading.text));
    }
  }
  const count = SCANNED_PAGES.length;
  const perPage = (contestant: Contestant): number => (seconds.get(contestant) ?? 0) / count;
  const note = `${count} scanned pages, processor time, drawing the page included`;
  const rate = (contestant: Contestant): string => `${(60 / perPage(contestant)).toFixed(1)} pages/min/core`;
  return [
    { what: "OCR: tesseract command", value: rate(peer), comparedWith: "", ratio: null, aim: "", note },
    ...contestants.map((contestant) => ({
      what: `OCR: ${contestant.name}`,
      value: rate(contestant),
      comparedWith: `tesseract command ${rate(peer)}`,
      ratio: perPage(peer) / perPage(contestant),
      aim: contestant.name === "system engine" ? "≥ 0.90" : "≥ 0.40",
      note: `${note} (${((perPage(peer) - drawing) / perPage(contestant)).toFixed(2)} if not for the command); text differs from the command's by ${percent((difference.get(contestant) ?? 0) / count)}`,
    })),
  ];
}

async function measureErrors(
  peer: Contestant,
  contestants: readonly Contestant[],
  pages: readonly BenchPage[],
  reader: ReturnType<typeof createPooledDocumentReader>,
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const errors = new Map<Contestant, number>();
  let count = 0;
  for (const [index, page] of pages.entries()) {
    say(`ocr: page of known text ${index + 1} of ${pages.length}`);
    const truth = await readTextLayer(reader, page);
    const clean = await reader.renderPage(page.path, page.page, SCANNER, signal);
    for (const spoiling of SPOILINGS) {
      const raster = spoilRaster(clean, spoiling);
      count += 1;
      for (const contestant of [peer, ...contestants]) {
        add(errors, contestant, characterErrorRate(truth, (await contestant.read(page, raster)).text));
      }
    }
  }
  const rate = (contestant: Contestant): number => (errors.get(contestant) ?? 0) / count;
  const note = `${count} pages of known text, rendered at 200 dpi and spoilt (${SPOILINGS.join(", ")}), mean`;
  return contestants.map((contestant) => ({
    what: `OCR: characters wrong, ${contestant.name}`,
    value: percent(rate(contestant)),
    comparedWith: `tesseract command ${percent(rate(peer))}`,
    ratio: rate(contestant) / rate(peer),
    aim: "≤ 1.05",
    note,
  }));
}

function add(sums: Map<Contestant, number>, contestant: Contestant, value: number): void {
  sums.set(contestant, (sums.get(contestant) ?? 0) + value);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

async function readWithEngine(engine: OcrEngine, { path, page, language }: BenchPage): Promise<Reading> {
  const before = process.cpuUsage();
  let text = "";
  const children = await measureInParallel([path], 1, async () => {
    text = (await engine.recognise({ path, page, languages: [language] }, signal)).text;
  });
  const { user, system } = process.cpuUsage(before);
  return { text, seconds: (user + system) / 1e6 + (children.cpuSeconds ?? 0) };
}

async function readWithCommand(folder: string, { language }: BenchPage, raster: PageRaster): Promise<Reading> {
  const picture = join(folder, "page.pgm");
  await writeFile(picture, [Buffer.from(`P5\n${raster.width} ${raster.height}\n255\n`), raster.pixels]);
  const words = [picture, "stdout", "-l", language, "--dpi", String(Math.round(raster.resolution))];
  let text = "";
  const { cpuSeconds, seconds } = await measureInParallel([picture], 1, async () => {
    const run = await runProcess("tesseract", words, { environment: { OMP_THREAD_LIMIT: "1" } });
    if (run.exitCode !== 0) throw new Error(`tesseract ended with ${run.exitCode}`);
    text = run.stdout;
  });
  return { text, seconds: cpuSeconds ?? seconds };
}

async function readTextLayer(
  reader: ReturnType<typeof createPooledDocumentReader>,
  { path, page }: BenchPage,
): Promise<string> {
  let text = "";
  await reader.read(
    { path, maxPages: 20_000, revealed: [] },
    (pages) => {
      text = pages.find((candidate) => candidate.page === page)?.text ?? text;
    },
    signal,
  );
  return text;
}

/** A page in French: there may be no document of known text in that language. */
async function drawFrenchPage(folder: string): Promise<BenchPage> {
  const path = join(folder, "french.pdf");
  const pdf = new PDFDocument({ size: "A4", margin: 72 });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const text = readFileSync(new URL("./ocr-french.txt", import.meta.url), "utf8");
  pdf.font("Times-Roman").fontSize(12).text(text, { paragraphGap: 12 });
  pdf.end();
  await once(pdf, "end");
  await writeFile(path, chunks);
  return { path, page: 1, language: "fra" };
}
