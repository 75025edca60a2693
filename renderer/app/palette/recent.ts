import { z } from "zod";
import { readStored, writeStored } from "../../ui/storage.ts";

/** What was chosen lately that is remembered. */
const KEPT = 30;

const storedSchema = z.array(z.string().max(100)).max(KEPT);

/** Keys of what was chosen lately, latest first. Names only: what was typed is not remembered, it would tell too much. */
export function readRecent(directory: string): readonly string[] {
  const stored = storedSchema.safeParse(readStored(storageKey(directory)));
  return stored.success ? stored.data : [];
}

/** Puts a key first. */
export function rememberRecent(directory: string, key: string): void {
  const others = readRecent(directory).filter((known) => known !== key);
  writeStored(storageKey(directory), [key, ...others].slice(0, KEPT));
}

function storageKey(directory: string): string {
  return `probative.recent.${directory}`;
}
