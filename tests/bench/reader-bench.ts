import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { generatePdf } from "#fixtures/volume.ts";
import { CHROMIUM_ARGUMENTS, ensureChromium } from "../support/find-chromium.ts";
import { COMMAND_LINE, keepHomeIn } from "./command-line.ts";
import { type Fling, flingPages, type ViewerShape } from "./page-fling.ts";
import { servePdfJsViewer } from "./pdfjs-viewer.ts";
import { type RendererMemory, readRendererMemory } from "./renderer-memory.ts";
import type { Figure } from "./report.ts";
import { expectSuccess, runProcess } from "./run-process.ts";
import { startHost, stopHost } from "./serve-host.ts";
import { median } from "./statistics.ts";

const PAGES = 5000;
const FLUNG = 100;
const FLING_SECONDS = 3;
/** Places of the document that are looked at before its memory is read. */
const VISITED = 40;

const OURS: ViewerShape = {
  scroller: '[role="document"]',
  page: "[data-page]",
  painted: '[aria-hidden="true"] > canvas[style], [class*="holder"] > canvas',
  standIn: '[class*="sketch"] canvas',
};
const PDFJS: ViewerShape = {
  scroller: "#viewerContainer",
  page: ".page[data-page-number]",
  painted: "canvas",
  standIn: "canvas",
};

/** What one viewer did with the same document. */
interface Viewed {
  readonly flings: readonly Fling[];
  readonly memory: RendererMemory;
}

interface OwnTimes {
  readonly start: readonly number[];
  readonly open: readonly number[];
  readonly tag: readonly number[];
}

/**
 * The budgets of the reader: start, opening at a hit, tagging, flinging through pages, memory; the last two also of the
 * viewer that pdf.js brings, with the same 5,000 pages in the same browser.
 */
export async function benchReader(runs: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_ARGUMENTS] });
  try {
    say(`reader: importing ${PAGES} pages`);
    const directory = await makeCase(folder);
    const { times, viewed } = await measureReader(browser, folder, directory, runs, say);
    say("reader: pdf.js's own viewer");
    const peer = await measurePeer(browser, join(folder, "files/volume.pdf"), runs);
    return describeReader(times, viewed, peer, runs);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeCase(folder: string): Promise<string> {
  const files = join(folder, "files");
  await mkdir(files);
  await writeFile(join(files, "volume.pdf"), await generatePdf(PAGES));
  const directory = join(folder, "bench.probative");
  const environment = keepHomeIn(folder);
  for (const words of [
    ["case", "create", directory, "--title", "Bench"],
    ["documents", "import", files, "--case", directory],
  ]) {
    await expectSuccess(runProcess(process.execPath, [COMMAND_LINE, ...words], { environment }));
  }
  return directory;
}

async function measureReader(
  browser: Browser,
  folder: string,
  directory: string,
  runs: number,
  say: (progress: string) => void,
): Promise<{ readonly times: OwnTimes; readonly viewed: Viewed }> {
  const start: number[] = [];
  for (let run = 0; run < runs; run += 1) start.push(await timeStart(browser, folder, directory));
  const host = await startHost(directory, keepHomeIn(folder));
  try {
    const page = await openWindow(browser, host.url);
    await page.getByRole("row").filter({ hasText: "volume" }).first().waitFor();
    const open: number[] = [];
    const tag: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      say(`reader: opening and tagging ${run} of ${runs}`);
      // Far apart, so that nothing of the page was there before.
      const opened = await timeOpeningAtHit(page, 400 + run * 450);
      const tagged = await timeTagging(page, `Custody ${run}`);
      if (run > 0) open.push(opened);
      if (run > 0) tag.push(tagged);
    }
    say("reader: flinging");
    const viewed = await flingAndVisit(browser, page, OURS, runs);
    return { times: { start, open, tag }, viewed };
  } finally {
    await stopHost(host);
  }
}

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await page.goto(url);
  return page;
}

/** From starting the program to the first row of the library, in a browser that runs; nothing of the window is cached. */
async function timeStart(browser: Browser, folder: string, directory: string): Promise<number> {
  const began = performance.now();
  const host = await startHost(directory, keepHomeIn(folder));
  const page = await openWindow(browser, host.url);
  await page.getByRole("row").filter({ hasText: "volume" }).first().waitFor();
  const milliseconds = performance.now() - began;
  await page.close();
  await stopHost(host);
  return milliseconds;
}

/** From the double click on a result to its page painted with the hit marked, on the window's own clock. */
async function timeOpeningAtHit(page: Page, at: number): Promise<number> {
  const words = await page.evaluate(async (number) => {
    const call = async (name: string, input: unknown) => {
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`/rpc/${name}`, { method: "POST", headers, body: JSON.stringify(input) });
      return ((await reply.json()) as { value: unknown }).value;
    };
    const { documents } = (await call("documents.list", {})) as { documents: readonly { documentId: string }[] };
    const { text } = (await call("documents.page", { document: documents[0]?.documentId, page: number })) as {
      text: string;
    };
    return text.split(/\s+/u).slice(40, 45).join(" ");
  }, at);
  await page.keyboard.press("Control+Shift+f");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`"${words}"`);
  const result = page.getByRole("list", { name: "Documents found" }).locator("mark, em, [data-hit]").first();
  await result.waitFor();
  await page.locator("[data-stale]").first().waitFor({ state: "detached" });
  const painted = page.evaluate(
    (number) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("the hit was not shown")), 20_000);
        let openedAt = 0;
        document.addEventListener("dblclick", (event) => (openedAt = event.timeStamp), { capture: true, once: true });
        const look = (): void => {
          const shown = [...document.querySelectorAll(`[data-page="${number}"]`)].some(
            (own) =>
              own.getClientRects().length > 0 &&
              own.querySelector('[class*="holder"] > canvas') !== null &&
              own.querySelector('[data-kind="hit"]') !== null &&
              own.closest("aside") === null,
          );
          requestAnimationFrame(openedAt > 0 && shown ? () => resolve(performance.now() - openedAt) : look);
        };
        look();
      }),
    at,
  );
  await result.dblclick();
  return painted;
}

/** From Enter in the field of tags to the passage drawn on the page. `name` must not begin with a key of the popover (B, N). */
async function timeTagging(page: Page, name: string): Promise<number> {
  const hit = page.locator('[role="document"] [data-kind="hit"]:visible').first();
  const box = await hit.boundingBox();
  if (box === null) throw new Error("no hit to select a word of");
  await page.mouse.dblclick(box.x + 5, box.y + box.height / 2);
  await page
    .getByPlaceholder(/find or create a tag/iu)
    .first()
    .waitFor();
  await page.keyboard.type(name);
  // The watch must stand before the key is pressed.
  const watch = await page.evaluateHandle(() => {
    const count = (): number => document.querySelectorAll('[data-kind="passage"]').length;
    const before = count();
    const drawn = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error("the passage was not drawn")), 10_000);
      document.addEventListener(
        "keydown",
        ({ timeStamp }) => {
          const look = (): void => {
            if (count() > before) resolve(performance.now() - timeStamp);
            else requestAnimationFrame(look);
          };
          look();
        },
        { capture: true, once: true },
      );
    });
    return { drawn };
  });
  await page.keyboard.press("Enter");
  return watch.evaluate(({ drawn }) => drawn);
}

async function flingAndVisit(browser: Browser, page: Page, shape: ViewerShape, runs: number): Promise<Viewed> {
  const flings: Fling[] = [];
  for (let run = 0; run < runs; run += 1) flings.push(await flingPages(page, shape, FLUNG, FLING_SECONDS));
  for (let visit = 0; visit < VISITED; visit += 1) {
    await page.evaluate(
      async ([scroller, part]) => {
        const element = [...document.querySelectorAll(scroller)].find((own) => own.getClientRects().length > 0);
        element?.scrollTo({ top: part * element.scrollHeight });
        await new Promise((settle) => setTimeout(settle, 300));
      },
      [shape.scroller, visit / VISITED] as const,
    );
  }
  return { flings, memory: await readRendererMemory(browser, page) };
}

async function measurePeer(browser: Browser, file: string, runs: number): Promise<Viewed> {
  const viewer = await servePdfJsViewer(file);
  try {
    const page = await openWindow(browser, viewer.url);
    await page.locator('.page[data-page-number="1"] canvas').first().waitFor();
    // It lays out all pages first with the size of the first one; that is over when the last has its place.
    await page.locator(`.page[data-page-number="${PAGES}"]`).waitFor({ state: "attached", timeout: 120_000 });
    const viewed = await flingAndVisit(browser, page, PDFJS, runs);
    await page.close();
    return viewed;
  } finally {
    await viewer.close();
  }
}

const share = (flings: readonly Fling[], part: (fling: Fling) => number): number => median(flings.map(part));
const droppedOf = ({ dropped, frames }: Fling): number => dropped / Math.max(1, frames);
const blankOf = ({ blank, looks }: Fling): number => blank / Math.max(1, looks);
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const mebibytes = (size: number | null): string => (size === null ? "not told" : `${size.toFixed(0)} MiB`);

function describeReader(times: OwnTimes, own: Viewed, peer: Viewed, runs: number): readonly Figure[] {
  const timed = (what: string, values: readonly number[], goal: number, note: string): Figure => ({
    what,
    value: `${median(values).toFixed(0)} ms`,
    comparedWith: `goal: ${goal} ms`,
    ratio: median(values) / goal,
    aim: "< 1.00",
    note: `${note}, median of ${runs}`,
  });
  const dropped = share(own.flings, droppedOf);
  const resident = own.memory.resident;
  const compare = (name: string): string => `pdf.js viewer: ${name}`;
  return [
    timed("cold start to usable", times.start, 1500, "from starting the host to the first row of the library"),
    timed("open at hit", times.open, 300, "from the double click on a result to its page painted, hit marked"),
    timed("tag stored and drawn", times.tag, 50, "from Enter to the passage on the page"),
    {
      what: `fling ${FLUNG} pages, dropped frames`,
      value: percent(dropped),
      comparedWith: compare(percent(share(peer.flings, droppedOf))),
      ratio: dropped / 0.05,
      aim: "< 1.00",
      note: `of 60 a second, in ${FLING_SECONDS} s; goal 5 %; median of ${runs}`,
    },
    {
      what: `fling ${FLUNG} pages, looks at a blank page`,
      value: percent(share(own.flings, blankOf)),
      comparedWith: compare(percent(share(peer.flings, blankOf))),
      ratio: null,
      aim: "",
      note: "the page in the middle shows neither picture nor lines",
    },
    {
      what: `fling ${FLUNG} pages, painted after`,
      value: `${share(own.flings, (fling) => fling.settledAfter).toFixed(0)} ms`,
      comparedWith: compare(`${share(peer.flings, (fling) => fling.settledAfter).toFixed(0)} ms`),
      ratio: null,
      aim: "",
      note: "from the last move to the page in the middle painted",
    },
    {
      what: `renderer memory, ${PAGES.toLocaleString("en")} pages`,
      value: mebibytes(resident),
      comparedWith: compare(mebibytes(peer.memory.resident)),
      ratio: resident === null ? null : resident / 400,
      aim: "< 1.00",
      note: `goal 400 MiB; ${VISITED} places visited; heap ${own.memory.heap.toFixed(0)} MiB, the viewer's ${peer.memory.heap.toFixed(0)} MiB`,
    },
  ];
}
