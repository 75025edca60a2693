import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";

/** What a window holds, in MiB. */
export interface RendererMemory {
  /** Heap of its scripts after a collection. */
  readonly heap: number;
  /** Memory of the process of its own, workers and pictures included; null where the system does not tell. */
  readonly resident: number | null;
}

const MEBIBYTE = 1_048_576;

/** Asks the browser, over its own protocol, for the memory of the process that draws a page. */
export async function readRendererMemory(browser: Browser, page: Page): Promise<RendererMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  await whole.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === "renderer").map(({ id }) => readOwnMemory(id)),
  );
  const known = sizes.filter((size) => size !== null);
  return { heap: usedSize / MEBIBYTE, resident: known.length === 0 ? null : Math.max(...known) };
}

/** Resident memory that is not a mapped file (proc(5), status), in MiB; null where there is no /proc. */
async function readOwnMemory(processId: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${processId}/status`, "utf8");
    const kibibytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "mu").exec(status)?.[1] ?? 0);
    return (kibibytes("RssAnon") + kibibytes("RssShmem")) / 1024;
  } catch {
    return null;
  }
}
