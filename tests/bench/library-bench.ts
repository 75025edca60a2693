import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { COMMAND_LINE, keepHomeIn } from "./command-line.ts";
import type { Figure } from "./report.ts";
import { expectSuccess, runProcess } from "./run-process.ts";
import { serveWindow } from "./serve-window.ts";
import { percentile } from "./statistics.ts";
import type { TroveDocument } from "./trove.ts";
import { openTroveCase } from "./trove-case.ts";

/** A frame of a screen at 60 Hz, in milliseconds. */
const FRAME_MS = 1000 / 60;
/** How long one pace is kept up. */
const FRAMES_EACH = 300;
/** Documents that become durable together. */
const PORTION = 5000;

const KINDS = ["letter", "report", "diplomatic-note", "order", "exhibit", "email"] as const;
const COURTS = ["Department of Transfers", "Ministry of the Interior", "District of Example", "Consulate at Puerto"];
const PEOPLE = ["Hallowmere", "Nandru", "Okafor", "Peñalver", "Quill", "Ramsden", "Stavros", "Tamiko", "Ueda", "Voss"];

/** How fast it is scrolled, in CSS pixels a frame: reading on, a fling, and the bar being dragged from end to end. */
const PACES = [
  { name: "reading on, 1,500 px/s", pixels: 25 },
  { name: "fling, 12,000 px/s", pixels: 200 },
  { name: "bar dragged, 2 % of all a frame", pixels: null },
] as const;

/** What a person does in the table, each by its own button or key, and the longest that may take. */
const ACTIONS = [
  "sort by pages",
  "sort by title",
  "choose a facet",
  "take it back",
  "type a word",
  "select all",
] as const;

/** Scrolls the library of a large case in Chromium and counts the frames that do not come; then does what people do there. */
export async function benchLibrary(documents: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  try {
    const caseFolder = join(folder, "bench.probative");
    await makeCase(folder, caseFolder, documents, say);
    const served = await serveWindow(folder, caseFolder, () => undefined);
    try {
      return await measure(served.page, documents, say);
    } finally {
      await served.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeCase(folder: string, caseFolder: string, documents: number, say: (progress: string) => void) {
  const create = [COMMAND_LINE, "case", "create", caseFolder, "--title", "Bench"];
  await expectSuccess(runProcess(process.execPath, create, { environment: keepHomeIn(folder) }));
  say(`library: writing ${documents} documents`);
  const trove = openTroveCase(caseFolder);
  for (let number = 1; number <= documents; number += 1) {
    trove.add(describeDocument(number));
    if (number % PORTION === 0) trove.commit();
  }
  trove.commit();
  trove.finish();
  await trove.close();
}

/** One page of a few words: what is measured is the list. */
function describeDocument(number: number): TroveDocument {
  const pick = <Value>(values: readonly Value[], step: number) =>
    values[Math.floor(number / step) % values.length] ?? null;
  const day = (number % 28) + 1;
  const month = (Math.floor(number / 28) % 12) + 1;
  const fields = {
    ...NO_FIELDS,
    kind: pick(KINDS, 1),
    author: pick(PEOPLE, 7),
    court: pick(COURTS, 3),
    date: `20${15 + (number % 11)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    caseNumber: `1:25-cv-${String(number % 90).padStart(5, "0")}`,
    language: number % 9 === 0 ? "spa" : "eng",
  };
  const pages = Array.from({ length: (number % 4) + 1 }, () => ({ text: `SPECIMEN ${number}`, detections: [] }));
  return { pages, fields };
}

async function measure(page: Page, documents: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const grid = page.getByRole("grid", { name: "Documents" });
  const opened = performance.now();
  await grid.waitFor({ timeout: 120_000 });
  const shown = performance.now() - opened;
  // What the first sight brings about is over.
  await page.waitForTimeout(3000);
  const readThread = await watchThread(page);
  const idle = framesOf(await scroll(page, 0));
  say(`library: at rest ${describeFrames(idle)}`);
  const size = documents.toLocaleString("en");
  const figures: Figure[] = [];
  for (const { name, pixels } of PACES) {
    const before = await readThread();
    const frames = framesOf(await scroll(page, pixels));
    const busy = ((await readThread()) - before) / FRAMES_EACH;
    say(`library: ${name}: ${describeFrames(frames)}, ${busy.toFixed(1)} ms of the window's thread a frame`);
    figures.push(
      {
        what: `library, frames while scrolling ${size} documents (${name})`,
        value: `${frames.perSecond.toFixed(1)} frames/s`,
        comparedWith: `at rest: ${idle.perSecond.toFixed(1)} frames/s`,
        ratio: frames.perSecond / idle.perSecond,
        aim: "≥ 0.95",
        note: `${frames.dropped} of ${frames.wanted} frames dropped (at rest ${idle.dropped} of ${idle.wanted}); 95 of 100 frames within ${frames.p95.toFixed(1)} ms, longest ${frames.longest.toFixed(0)} ms`,
      },
      {
        what: `library, work for a frame, ${size} documents (${name})`,
        value: `${busy.toFixed(1)} ms`,
        comparedWith: `frame: ${FRAME_MS.toFixed(1)} ms`,
        ratio: busy / FRAME_MS,
        aim: "< 1.00",
        note: "time of the window's thread by its own clock: what else runs on the machine does not count",
      },
    );
  }
  for (const action of ACTIONS) {
    const before = await readThread();
    const milliseconds = await act(page, action);
    const busy = (await readThread()) - before;
    say(`library: ${action}: ${milliseconds.toFixed(0)} ms, ${busy.toFixed(0)} ms of the window's thread`);
    figures.push({
      what: `library, ${action}, ${size} documents`,
      value: `${milliseconds.toFixed(0)} ms`,
      comparedWith: "goal: 100 ms",
      ratio: milliseconds / 100,
      aim: "< 1.00",
      note: `Chromium, from the press to the frame that shows it, one run; ${busy.toFixed(0)} ms by the clock of the window's thread`,
    });
  }
  const blank = { comparedWith: "", ratio: null, aim: "" };
  figures.push({
    ...blank,
    what: `library, rows in sight after opening, ${size} documents`,
    value: `${shown.toFixed(0)} ms`,
    note: "from the load of the page, the list over the loopback included",
  });
  return figures;
}

/** Reads the milliseconds that the window's own thread has worked, by its own clock. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
}

interface Frames {
  readonly perSecond: number;
  readonly wanted: number;
  readonly dropped: number;
  readonly p95: number;
  readonly longest: number;
}

function framesOf(times: readonly number[]): Frames {
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? time));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  return {
    perSecond: (gaps.length * 1000) / total,
    wanted: gaps.length + dropped,
    dropped,
    p95: percentile(gaps, 0.95),
    longest: Math.max(...gaps),
  };
}

function describeFrames({ perSecond, dropped, wanted, p95, longest }: Frames): string {
  return `${perSecond.toFixed(1)} frames/s, ${dropped} of ${wanted} dropped, p95 ${p95.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`;
}

/** Scrolls the table by so many pixels a frame, back and forth; null: two hundredths of its height. Times of the frames. */
function scroll(page: Page, pixels: number | null): Promise<readonly number[]> {
  return page.evaluate(
    ([step, count]) =>
      new Promise<readonly number[]>((settle) => {
        const table = document.querySelector('[role="grid"][aria-label="Documents"]');
        if (table === null) throw new Error("there is no table");
        const by = step ?? table.scrollHeight / 50;
        table.scrollTop = 0;
        let direction = 1;
        const times: number[] = [];
        const next = (time: number): void => {
          times.push(time);
          if (times.length > count) {
            settle(times);
            return;
          }
          const end = table.scrollHeight - table.clientHeight;
          if (table.scrollTop + by * direction > end) direction = -1;
          if (table.scrollTop + by * direction < 0) direction = 1;
          table.scrollTop += by * direction;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    [pixels, FRAMES_EACH] as const,
  );
}

/** Does something and gives the milliseconds until the frame that shows it. */
async function act(page: Page, action: (typeof ACTIONS)[number]): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(async (wanted) => {
    const grid = document.querySelector<HTMLElement>('[role="grid"][aria-label="Documents"]');
    const heading = (name: string) =>
      [...document.querySelectorAll<HTMLElement>('[role="columnheader"] button')].find(
        (button) => button.textContent === name,
      );
    const facet = document.querySelector<HTMLElement>('nav section input[type="checkbox"]');
    const field = document.querySelector<HTMLInputElement>('input[type="search"][placeholder^="Filter"]');
    const painted = () => new Promise((settle) => requestAnimationFrame(() => setTimeout(settle)));
    const isBusy = () => document.querySelector('[aria-busy="true"]:has([role="grid"])') !== null;
    await painted();
    const start = performance.now();
    if (wanted === "sort by pages") heading("Pages")?.click();
    else if (wanted === "sort by title") heading("Title")?.click();
    else if (wanted === "choose a facet" || wanted === "take it back") facet?.click();
    else if (wanted === "select all") {
      grid?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", ctrlKey: true, bubbles: true }));
    } else if (field !== null) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "stav");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    do await painted();
    while (isBusy());
    return performance.now() - start;
  }, action);
}
