import { createHash } from "node:crypto";
import { canonicalJson } from "#shared/base/canonical-json.ts";
import type { JournalEntry } from "#shared/model/journal.ts";

/** What the first line of a journal names as the hash before it. */
export const CHAIN_START = "0".repeat(64);

/** SHA-256 of a line's values, with the hash of the line before among them. Lower-case hexadecimal. */
export function hashOf(entry: Omit<JournalEntry, "hash">): string {
  const { sequence, at, actor, versions, action, subject, sha256, detail, previous } = entry;
  const text = canonicalJson({ sequence, at, actor, versions, action, subject, sha256, detail, previous });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** A place where the chain does not hold. */
export interface BrokenLink {
  readonly sequence: number;
  readonly problem: string;
}

/**
 * Names what is wrong with a line, given the one before it (null for the first). A chain does not show that lines are
 * missing at its end: only its head, kept elsewhere, does.
 */
export function checkLink(before: JournalEntry | null, entry: JournalEntry): readonly BrokenLink[] {
  const { sequence } = entry;
  const problems: string[] = [];
  const expected = (before?.sequence ?? 0) + 1;
  if (sequence < expected) problems.push("Its number is not one of the journal's.");
  if (sequence === expected + 1) problems.push(`Line ${expected} is missing.`);
  if (sequence > expected + 1) problems.push(`Lines ${expected} to ${sequence - 1} are missing.`);
  if (entry.previous !== (before?.hash ?? CHAIN_START)) problems.push("It does not follow from the line before.");
  if (entry.hash !== hashOf(entry)) problems.push("Its hash does not fit what it says.");
  return problems.map((problem) => ({ sequence, problem }));
}
