import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { CHROMIUM_ARGUMENTS, ensureChromium } from "../support/find-chromium.ts";
import { COMMAND_LINE, keepHomeIn } from "./command-line.ts";

/** How long the event loop of a host stood still, in milliseconds. */
export interface LoopDelay {
  readonly longest: number;
  readonly p99: number;
}

/** The loopback host with a case, and a browser window on it. */
export interface ServedWindow {
  readonly page: Page;
  /** Counts the stops of the host's event loop anew. */
  resetLoop(): void;
  /** Closes the window, stops the host and tells how long its event loop stood still. */
  close(): Promise<LoopDelay>;
}

const LOOP_REPORTER = new URL("./report-event-loop.mjs", import.meta.url);

/** Serves a case as `probative serve` does, and opens it in Chromium. */
export async function serveWindow(folder: string, caseFolder: string, prepare: () => void): Promise<ServedWindow> {
  const report = join(folder, "event-loop.json");
  const host = spawn(process.execPath, [COMMAND_LINE, "serve", "--case", caseFolder, "--json", "--no-open"], {
    env: {
      ...process.env,
      ...keepHomeIn(folder),
      NODE_OPTIONS: `--import=${LOOP_REPORTER.href}`,
      PROBATIVE_BENCH_EVENT_LOOP: report,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await readUrl(host);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_ARGUMENTS] });
  const page = await openPage(browser, url, prepare);
  return {
    page,
    resetLoop: () => {
      host.kill("SIGUSR2");
    },
    close: async () => {
      await browser.close();
      const ended = new Promise((settle) => host.once("exit", settle));
      host.kill("SIGTERM");
      await ended;
      return JSON.parse(await readFile(report, "utf8")) as LoopDelay;
    },
  };
}

function readUrl(host: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let printed = "";
    host.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const url = /"url"\s*:\s*"([^"]+)"/u.exec(printed)?.[1];
      if (url !== undefined) settle(url);
    });
    host.once("error", fail);
    host.once("exit", (code) => fail(new Error(`the host ended with ${code} before it printed its link: ${printed}`)));
  });
}

async function openPage(browser: Browser, url: string, prepare: () => void): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(prepare);
  await page.goto(url);
  return page;
}
