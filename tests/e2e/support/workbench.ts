import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContextOptions, test as base, type ConsoleMessage, chromium, type Page } from "@playwright/test";
import type { Call } from "#shared/contract/contract.ts";
import { CHROMIUM_ARGUMENTS, ensureChromium } from "../../support/find-chromium.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** A running loopback host with a browser window on it, and a folder of its own for everything that it writes. */
export interface Workbench {
  readonly page: Page;
  /** Folder for cases, settings and downloads of this test. */
  readonly folder: string;
  /** Calls a procedure as the window does, with its session. */
  readonly call: Call;
  /** What the page reported that it should not: script errors, refused resources, failed requests. */
  readonly complaints: readonly string[];
}

interface Host {
  readonly url: string;
  readonly process: ChildProcess;
}

function startHost(folder: string): Promise<Host> {
  const host = spawn(process.execPath, ["electron/hosts/cli/probative.mjs", "serve", "--json", "--no-open"], {
    cwd: ROOT,
    env: { ...process.env, PROBATIVE_HOME: join(folder, "home"), PROBATIVE_AUTHOR: "A. Tester" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((settle, fail) => {
    let printed = "";
    host.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const url = /"url"\s*:\s*"([^"]+)"/u.exec(printed)?.[1];
      if (url !== undefined) settle({ url, process: host });
    });
    host.once("exit", (code) => {
      fail(new Error(`the host ended with ${code} before it printed its link: ${printed}`));
    });
  });
}

async function stopHost(host: Host): Promise<void> {
  const ended = new Promise((settle) => host.process.once("exit", settle));
  host.process.kill("SIGTERM");
  await ended;
}

/** The page's own way to the backend: same cookie, same checks. */
function callThrough(page: Page): Call {
  const call = async (name: string, input: unknown) => {
    const reply = await page.evaluate(
      async ([procedure, body]) => {
        const response = await fetch(`/rpc/${procedure}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: body ?? "{}",
        });
        return (await response.json()) as { ok: boolean; value?: unknown; error?: { message: string } };
      },
      [name, JSON.stringify(input)] as const,
    );
    if (!reply.ok) throw new Error(reply.error?.message ?? "the call failed");
    return reply.value;
  };
  return call as Call;
}

/**
 * A search that a newer one stopped, or that met an index which changed, is answered with 409 and made again: the browser
 * notes that of its own accord.
 */
function isStoppedSearch(message: ConsoleMessage): boolean {
  return message.text().includes("409") && message.location().url.includes("/rpc/search.");
}

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isStoppedSearch(message)) complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}

export interface WorkbenchOptions {
  /** Window and colour scheme. */
  readonly windowOptions: BrowserContextOptions;
}

/** Tests that get a workbench; the welcome screen is showing. */
export const test = base.extend<WorkbenchOptions & { readonly workbench: Workbench }>({
  windowOptions: [{ viewport: { width: 1440, height: 900 } }, { option: true }],
  workbench: async ({ windowOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "probative-e2e-"));
    const host = await startHost(folder);
    const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_ARGUMENTS] });
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true, ...windowOptions });
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await page.goto(host.url);
    await use({ page, folder, call: callThrough(page), complaints });
    await browser.close();
    await stopHost(host);
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from "@playwright/test";
