import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { generatePdf } from "#fixtures/volume.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../support/find-chromium.ts";
import { COMMAND_LINE, keepHomeIn } from "./command-line.ts";
import type { Figure } from "./report.ts";
import { runProcess } from "./run-process.ts";
import { startHost, stopHost } from "./serve-host.ts";
import { median } from "./statistics.ts";

const SIZES = [10, 1000] as const;
type Size = (typeof SIZES)[number];

/**
 * From the double click on a document in the library to its first page painted, in Chromium through the loopback host.
 * Every run opens a document that was not open before; the two sizes take turns. The first opening of each is not counted.
 */
export async function benchOpen(runs: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const executablePath = findChromium();
  if (executablePath === null) {
    return [
      { what: "open to first page", value: "no Chromium", comparedWith: "", ratio: null, aim: "< 1.50", note: "" },
    ];
  }
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  try {
    say(`open: importing ${runs + 1} documents of each size`);
    const directory = await makeCase(folder, runs + 1);
    const host = await startHost(directory, keepHomeIn(folder));
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
      await page.goto(host.url);
      const times = new Map<Size, number[]>(SIZES.map((size) => [size, []]));
      for (let run = 0; run <= runs; run += 1) {
        say(`open: run ${run} of ${runs}`);
        for (const size of SIZES) {
          const milliseconds = await timeOpening(page, documentName(size, run));
          if (run > 0) times.get(size)?.push(milliseconds);
        }
      }
      return describeOpening(median(times.get(10) ?? []), median(times.get(1000) ?? []), runs);
    } finally {
      await browser.close();
      await stopHost(host);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function documentName(size: Size, run: number): string {
  return `pages-${size}-run-${run}`;
}

async function makeCase(folder: string, copies: number): Promise<string> {
  const files = join(folder, "files");
  await mkdir(files);
  for (const size of SIZES) {
    const bytes = await generatePdf(size);
    for (let run = 0; run < copies; run += 1) {
      // A comment after the end makes each a file of its own; the same bytes would be one document.
      await writeFile(
        join(files, `${documentName(size, run)}.pdf`),
        Buffer.concat([bytes, Buffer.from(`\n% ${run}\n`)]),
      );
    }
  }
  const directory = join(folder, "bench.probative");
  for (const words of [
    ["case", "create", directory, "--title", "Bench"],
    ["documents", "import", files, "--case", directory],
  ]) {
    const run = await runProcess(process.execPath, [COMMAND_LINE, ...words], { environment: keepHomeIn(folder) });
    if (run.exitCode !== 0) throw new Error(`${words.join(" ")}: ${run.stderr}`);
  }
  return directory;
}

/** Milliseconds on the page's own clock, so that driving the browser from outside does not count. */
async function timeOpening(page: Page, name: string): Promise<number> {
  await page.getByRole("button", { name: "Library", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await row.scrollIntoViewIfNeeded();
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let openedAt = 0;
        const pictures = (): readonly Element[] => [...document.querySelectorAll('[data-page="1"] canvas')];
        // What another document has painted does not count.
        const before = new Set(pictures());
        document.addEventListener("dblclick", (event) => (openedAt = event.timeStamp), { capture: true, once: true });
        const watch = (): void => {
          const isPainted = openedAt > 0 && pictures().some((picture) => !before.has(picture));
          requestAnimationFrame(isPainted ? () => resolve(performance.now() - openedAt) : watch);
        };
        watch();
      }),
  );
  await row.dblclick();
  return painted;
}

function describeOpening(small: number, large: number, runs: number): readonly Figure[] {
  const note = `from the double click, warm workbench, median of ${runs}`;
  return [
    {
      what: "open to first page, 10 pages",
      value: `${small.toFixed(0)} ms`,
      comparedWith: "",
      ratio: null,
      aim: "",
      note,
    },
    {
      what: "open to first page, 1,000 pages",
      value: `${large.toFixed(0)} ms`,
      comparedWith: `10 pages: ${small.toFixed(0)} ms`,
      ratio: large / small,
      aim: "< 1.50",
      note,
    },
  ];
}
