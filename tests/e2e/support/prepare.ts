import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { ensureChromium } from "../../support/find-chromium.ts";
import { SAMPLE_TEMPLATE } from "./sample-template.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Once before the browser tests: a browser, a build of what is in the tree now, and a sample case to copy. */
export default function prepare(): void {
  ensureChromium();
  execFileSync(process.execPath, ["electron/hosts/build/build.ts", "--if-stale"], { stdio: "inherit" });
  rmSync(SAMPLE_TEMPLATE, { recursive: true, force: true });
  probative("case", "create-sample", SAMPLE_TEMPLATE);
  // Recognition would go on in every test that opens a copy; the test of OCR starts it itself.
  probative("ocr", "pause", "--case", SAMPLE_TEMPLATE);
}

function probative(...words: readonly string[]): void {
  execFileSync(process.execPath, ["electron/hosts/cli/probative.mjs", ...words], {
    cwd: ROOT,
    env: { ...process.env, PROBATIVE_HOME: `${SAMPLE_TEMPLATE}.home`, PROBATIVE_AUTHOR: "A. Tester" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
