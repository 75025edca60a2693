import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { COMMAND_LINE, keepHomeIn } from "./command-line.ts";
import type { Figure } from "./report.ts";
import { expectSuccess, runProcess } from "./run-process.ts";
import { type LoopDelay, type ServedWindow, serveWindow } from "./serve-window.ts";
import { writeSmallFiles } from "./small-files.ts";

/** A task of the window's thread that held it for 50 ms or more (Long Tasks API), in milliseconds. */
interface LongTask {
  readonly start: number;
  readonly duration: number;
}

declare global {
  interface Window {
    probativeLongTasks?: LongTask[];
  }
}

/** Tasks from here on are felt: the aim is that there are none. */
const FELT_MS = 100;

/** What the import of a folder did to the window. */
interface Watched {
  readonly tasks: readonly LongTask[];
  readonly sendingSeconds: number;
  readonly importSeconds: number;
  readonly imported: number;
  readonly loop: LoopDelay;
}

/** Imports a folder of small files through the window, and watches whether the window ever stops meanwhile. */
export async function benchWindow(fileCount: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  try {
    say(`window: writing ${fileCount} files`);
    const files = join(folder, "trove");
    await writeSmallFiles(files, fileCount);
    const watched = await importThroughWindow(folder, files, say);
    if (watched.imported !== fileCount) throw new Error(`${watched.imported} of ${fileCount} files were imported`);
    return describeWindow(watched, fileCount);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importThroughWindow(folder: string, files: string, say: (progress: string) => void): Promise<Watched> {
  const caseFolder = join(folder, "bench.probative");
  const create = [COMMAND_LINE, "case", "create", caseFolder, "--title", "Bench"];
  await expectSuccess(runProcess(process.execPath, create, { environment: keepHomeIn(folder) }));
  const served = await serveWindow(folder, caseFolder, collectLongTasks);
  try {
    const watched = await watchImport(served, files, say);
    return { ...watched, loop: await served.close() };
  } catch (thrown) {
    await served.close();
    throw thrown;
  }
}

async function watchImport(
  served: ServedWindow,
  files: string,
  say: (progress: string) => void,
): Promise<Omit<Watched, "loop">> {
  const { page } = served;
  const button = page.getByRole("button", { name: /Import folder/u }).first();
  await button.waitFor();
  served.resetLoop();
  const startedAt = performance.now();
  const startedInWindow = await page.evaluate(() => performance.now());
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(files);
  say("window: sending the files");
  await waitFor(page, (job) => job !== undefined);
  const sentAt = performance.now();
  say("window: importing, library in sight");
  await waitFor(page, (job) => job?.status !== "running" || job.done > job.total / 2);
  say("window: importing, activity in sight");
  // While a job runs, the button says so behind its name.
  await page
    .getByRole("button", { name: /^Activity/u })
    .first()
    .click();
  const job = await waitFor(page, (now) => now?.status !== "running");
  const endedAt = performance.now();
  // What the end of the import brings about belongs to it.
  await page.evaluate(() => new Promise((settle) => setTimeout(settle, 3000)));
  const all = await page.evaluate(() => window.probativeLongTasks ?? []);
  // The browser's own list of the chosen files comes before: a page with nothing but a file field is blocked by it as well.
  const chosenAt = await page.evaluate(
    () => performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/incoming"))?.startTime ?? 0,
  );
  const tasks = all.filter(({ start }) => start >= Math.max(startedInWindow, chosenAt));
  for (const { start, duration } of tasks) say(`window: task of ${duration.toFixed(0)} ms at ${start.toFixed(0)} ms`);
  const seconds = { sendingSeconds: (sentAt - startedAt) / 1000, importSeconds: (endedAt - sentAt) / 1000 };
  return { tasks, ...seconds, imported: (job?.done ?? 0) - (job?.failed ?? 0) };
}

/** Runs in the window, before anything of it: it must not refer to anything outside of it. */
function collectLongTasks(): void {
  const tasks: LongTask[] = [];
  window.probativeLongTasks = tasks;
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  });
  observer.observe({ type: "longtask", buffered: true });
}

interface JobState {
  readonly status: string;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

/** Asks about the latest job, as the window does, until it is as wanted. */
async function waitFor(page: Page, isReached: (job: JobState | undefined) => boolean): Promise<JobState | undefined> {
  for (;;) {
    const job = await page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const reply = await fetch("/rpc/jobs.list", { method: "POST", headers, body: "{}" });
      const { value } = (await reply.json()) as { value: { jobs: readonly (JobState & { kind: string })[] } };
      return value.jobs.find(({ kind }) => kind === "import");
    });
    if (isReached(job)) return job;
    await page.evaluate(() => new Promise((settle) => setTimeout(settle, 500)));
  }
}

function describeWindow(watched: Watched, fileCount: number): readonly Figure[] {
  const { tasks, sendingSeconds, importSeconds, loop } = watched;
  const size = `${fileCount.toLocaleString("en")} files`;
  const durations = tasks.map(({ duration }) => duration);
  const longest = Math.max(0, ...durations);
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  const felt = durations.filter((duration) => duration >= FELT_MS).length;
  const blank = { comparedWith: "", ratio: null, aim: "" };
  return [
    {
      what: `window, longest task, ${size}`,
      value: `${longest.toFixed(0)} ms`,
      comparedWith: `goal: ${FELT_MS} ms`,
      ratio: longest / FELT_MS,
      aim: "< 1.00",
      note: "Chromium, library then activity in sight; sending the files included",
    },
    { ...blank, what: "window, tasks of 100 ms and more", value: String(felt), aim: "0", note: "as above" },
    {
      ...blank,
      what: "window, tasks of 50 ms and more",
      value: `${tasks.length}, ${total.toFixed(0)} ms`,
      note: "their number and the sum of their times",
    },
    {
      ...blank,
      what: "window, speed of the import",
      value: `${(fileCount / importSeconds).toFixed(0)} files/s`,
      note: `sending the files to the host before took ${sendingSeconds.toFixed(1)} s`,
    },
    {
      ...blank,
      what: "host, longest stop of its event loop",
      value: `${loop.longest.toFixed(0)} ms`,
      note: `99 of 100 delays are below ${loop.p99.toFixed(0)} ms`,
    },
  ];
}
