import { readdirSync } from "node:fs";
import { getPriority } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { createOcrPool, runInPool } from "#adapters/ocr/ocr-pool.ts";
import { runTesseract } from "#adapters/ocr/run-tesseract.ts";

const { signal } = new AbortController();
const ELSEWHERE = process.platform === "linux" ? false : "only Linux gives threads a priority and shows it under /proc";

/** The usual is 0, the lowest 19, which gets next to nothing beside a busy program: pages then run out of their time. */
const BEHIND_OTHERS = 5;

function prioritiesOfThreads(): readonly number[] {
  return readdirSync("/proc/self/task").map((thread) => getPriority(Number(thread)));
}

describe.skipIf(ELSEWHERE)("OCR goes behind others, but is not starved by them", () => {
  test("in the worker that recognises", async () => {
    const workerUrl = new URL("../../../../electron/workers/ocr.ts", import.meta.url);
    const pool = createOcrPool(workerUrl, 1, { tesseract: undefined, memoryLimit: 0 }, 20_000);
    onTestFinished(() => pool.close());
    const usual = Math.max(...prioritiesOfThreads());
    const raster = { width: 200, height: 100, pixels: new Uint8Array(200 * 100).fill(255) };
    await runInPool(pool, { kind: "measure", raster, resolution: 144 }, signal);
    expect(prioritiesOfThreads().filter((priority) => priority > usual)).toEqual([BEHIND_OTHERS]);
  });

  test("in the system's Tesseract", async () => {
    // Its input ends only after its priority was set.
    const words = ["-c", "cat >/dev/null; nice"];
    const run = { path: "/bin/sh", words, input: new Uint8Array(1), deadlineMs: 20_000, outputAtMost: 100, signal };
    expect(Number(await runTesseract(run))).toBe(BEHIND_OTHERS);
  });
});
