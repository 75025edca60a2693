import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The launcher of the command line. */
export const COMMAND_LINE = join(PROJECT_ROOT, "electron/hosts/cli/probative.mjs");

/** Folder of real documents, which may lie beside the project. */
export const CORPUS = process.env["PROBATIVE_CORPUS"] ?? join(PROJECT_ROOT, "../shared/corpus");

/** Keeps settings and log of a measured program in a folder of the bench, out of the person's own list of cases. */
export function keepHomeIn(folder: string): Readonly<Record<string, string>> {
  return { PROBATIVE_HOME: join(folder, "home"), PROBATIVE_AUTHOR: "Bench" };
}
