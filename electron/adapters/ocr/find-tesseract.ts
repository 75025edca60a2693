import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { runTesseract } from "./run-tesseract.ts";

/** The system's Tesseract. */
export interface InstalledTesseract {
  /** Absolute. */
  readonly path: string;
  readonly version: string;
  /** As Tesseract names its models, without those that are no language. */
  readonly languages: readonly string[];
}

const PROGRAM = process.platform === "win32" ? "tesseract.exe" : "tesseract";
/** Models for orientation and equations. */
const NO_LANGUAGES: readonly string[] = ["osd", "equ", "snum"];
const QUESTION_DEADLINE_MS = 10_000;
const ANSWER_BYTES = 64 * 1024;

/**
 * Finds Tesseract in the folders where programs are looked for, and asks it for its version and models. Folders that are
 * not absolute are passed over: a program that lies beside a document must never be started.
 *
 * @param searchPath list of folders, as in the environment variable `PATH`
 */
export async function findTesseract(searchPath: string): Promise<InstalledTesseract | undefined> {
  const path = searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, PROGRAM))
    .find(isProgram);
  if (path === undefined) return undefined;
  try {
    const version = /tesseract v?(\d[\w.-]*)/i.exec(await ask(path, "--version"))?.[1];
    const [, ...models] = (await ask(path, "--list-langs")).split(/\r?\n/u);
    const languages = models
      .map((model) => model.trim())
      .filter((model) => /^[a-z]{3}(?:_\w+)?$/iu.test(model) && !NO_LANGUAGES.includes(model));
    return version === undefined ? undefined : { path, version, languages };
  } catch {
    return undefined;
  }
}

function ask(path: string, word: string): Promise<string> {
  const { signal } = new AbortController();
  return runTesseract({ path, words: [word], deadlineMs: QUESTION_DEADLINE_MS, outputAtMost: ANSWER_BYTES, signal });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
