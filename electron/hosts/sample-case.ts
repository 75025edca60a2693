import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generateMatter, MATTER_TITLE } from "#fixtures/matter.ts";

/** Title of the sample case: the name of the fictional matter. */
export const SAMPLE_TITLE = `${MATTER_TITLE} (sample)`;

/** True when the folder holds a case already. */
export function isCase(directory: string): boolean {
  return existsSync(join(directory, "case.db"));
}

/** Writes the documents of the fictional matter below a folder. */
export async function writeSampleDocuments(folder: string): Promise<void> {
  for (const { path, bytes } of await generateMatter()) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
