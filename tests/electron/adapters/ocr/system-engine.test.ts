import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSystemOcrEngine } from "#adapters/ocr/system-engine.ts";
import type { OcrEngine, OcrRequest } from "#core/ports/ocr-engine.ts";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { createTempFolder } from "../../../support/temp-folder.ts";

const request: OcrRequest = { path: "/page.pdf", page: 1, languages: ["eng"] };
const { signal } = new AbortController();
const NO_SHELL = process.platform === "win32" ? "the stand-in for Tesseract is a shell script" : false;

/** A folder with a program of Tesseract's name that does what `script` says when it is given a picture. */
function installProgram(script: string): string {
  const folder = createTempFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const lines = [
    "#!/bin/sh",
    'case "$1" in',
    "--version) echo 'tesseract 9.8.7'; exit 0;;",
    "--list-langs) printf 'List of available languages (3):\\neng\\nosd\\nspa\\n'; exit 0;;",
    "esac",
    script.replaceAll("@FOLDER@", folder),
  ];
  writeFileSync(join(folder, "tesseract"), `${lines.join("\n")}\n`);
  chmodSync(join(folder, "tesseract"), 0o755);
  return folder;
}

async function openEngine(searchPath: string, deadlineMs = 20_000): Promise<OcrEngine | undefined> {
  const engine = await createSystemOcrEngine({
    workerUrl: new URL("../../../../electron/workers/ocr.ts", import.meta.url),
    concurrency: 1,
    rasterise: async () => blankRaster(),
    searchPath,
    deadlineMs,
  });
  onTestFinished(() => engine?.close());
  return engine;
}

async function expectEngine(searchPath: string, deadlineMs?: number): Promise<OcrEngine> {
  const engine = await openEngine(searchPath, deadlineMs);
  if (engine === undefined) throw new Error("the program was not found");
  return engine;
}

function blankRaster(): PageRaster {
  const pixels = new Uint8Array(200 * 100).fill(255);
  return { width: 200, height: 100, pixels, resolution: 144, box: [0, 0, 100, 50], rotation: 0 };
}

describe.skipIf(NO_SHELL)("the system's Tesseract", () => {
  test("is not there when no folder holds it, or only one that is not absolute", async () => {
    expect(await openEngine(["/nowhere", ".", ""].join(delimiter))).toBeUndefined();
  });

  test("is passed over when it does not answer", async () => {
    const folder = installProgram("");
    writeFileSync(join(folder, "tesseract"), "#!/bin/sh\nexit 3\n");
    expect(await openEngine(folder)).toBeUndefined();
  });

  test("is given the picture on its input and a list of words, and its table becomes the page", async () => {
    const row = ["5", "1", "1", "1", "1", "1", "20", "2", "100", "20", "91.5", "Specimen"].join("\\t");
    const script = `printf '%s\\n' "$@" "$OMP_THREAD_LIMIT" "$HOME" >@FOLDER@/words; cat >@FOLDER@/picture; printf '${row}\\n'`;
    const folder = installProgram(script);
    const engine = await expectEngine(["/nowhere", folder].join(delimiter));
    expect(engine.version).toBe("tesseract 9.8.7");
    expect(await engine.languages()).toEqual(["eng", "spa"]);
    const page = await engine.recognise({ ...request, languages: ["spa", "eng"] }, signal);
    expect(page).toMatchObject({ text: "Specimen", confidences: [[0, 8, 92]], madeBy: "tesseract 9.8.7, spa+eng" });
    expect(decodeRuns(page.geometry)).toMatchObject([{ start: 0, end: 8, direction: "right", low: 39, high: 49 }]);
    const words = ["stdin", "stdout", "-l", "spa+eng", "--psm", "3", "--dpi", "144", "-c", "tessedit_create_tsv=1"];
    const rest = ["-c", "tessedit_create_txt=0", "1", "", ""];
    expect(readFileSync(join(folder, "words"), "utf8").split("\n")).toEqual([...words, ...rest]);
    expect(readFileSync(join(folder, "picture")).toString("latin1", 0, 2)).toBe("BM");
  });

  test("refuses languages for which it has no model", async () => {
    const engine = await expectEngine(installProgram("exit 1"));
    await expectFailure("ocr/language-missing", () => engine.recognise({ ...request, languages: ["deu"] }, signal));
  });

  test("is killed when it takes too long, fails when it fails, and when it never stops talking", {
    timeout: 30_000,
  }, async () => {
    const slow = await expectEngine(installProgram("exec sleep 600"), 4_000);
    await expectFailure("ocr/timeout", () => slow.recognise(request, signal));
    const failing = await expectEngine(installProgram("exit 1"));
    await expectFailure("ocr/failed", () => failing.recognise(request, signal));
    const endless = await expectEngine(installProgram("exec yes"));
    await expectFailure("ocr/failed", () => endless.recognise(request, signal));
  });
});
