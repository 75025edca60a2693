import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** Languages whose models are part of the program. Tesseract names them as ISO 639-3 does. */
export const SHIPPED_LANGUAGES = ["eng", "spa", "fra"] as const;

const { resolve } = createRequire(import.meta.url);
const unpack = promisify(gunzip);
/** Tesseract's models are named by letters, digits and `_`; nothing else may become part of a path. */
const MODEL_NAME = /^[a-z][a-z_0-9]{1,30}$/i;

/**
 * Where the model of a language lies: `<language>.traineddata` in `folder`, packed or not; or, without a folder or when it
 * is not there, in the package of the shipped ones. Undefined when there is none.
 */
export function findModel(language: string, folder: string | undefined): string | undefined {
  if (!MODEL_NAME.test(language)) return undefined;
  const own = folder === undefined ? [] : [`${language}.traineddata`, `${language}.traineddata.gz`];
  for (const name of own) {
    const path = join(folder ?? "", name);
    if (existsSync(path)) return path;
  }
  if (!SHIPPED_LANGUAGES.some((shipped) => shipped === language)) return undefined;
  return resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`);
}

/** Reads a model, unpacked. */
export async function readModel(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return path.endsWith(".gz") ? unpack(bytes) : bytes;
}
