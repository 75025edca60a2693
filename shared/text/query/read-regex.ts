import { isTokenCodePoint } from "../token-characters.ts";
import type { RegexNode } from "./query-node.ts";
import { fail } from "./read-failure.ts";

/** The flags with which regular expressions are compiled: case does not count, and characters are whole. */
export const REGEX_FLAGS = "iu";

/**
 * Reads `/…/` at `start`. A slash inside of it has a backslash before it or stands in square brackets. Fails when it is
 * not closed, empty, followed by a word, or no regular expression.
 */
export function readRegex(source: string, start: number): RegexNode {
  const close = endOfRegex(source, start + 1);
  if (close === null) {
    const isDistance = /^\/(?:\d+|[sp])(?=[\s)]|$)/iu.test(source.slice(start, start + 12));
    const message = isDistance
      ? "For words near each other write w/5 between them."
      : "This slash begins a regular expression that is not closed. Add “/” after it. To search for the text itself, put it in quotation marks.";
    return fail(message, start);
  }
  const pattern = source.slice(start + 1, close).normalize("NFC");
  if (pattern === "") return fail("There is nothing between the slashes. Put a regular expression there.", start);
  const flags = /^[a-z]*/iu.exec(source.slice(close + 1))?.[0] ?? "";
  const isFlagged = flags.toLowerCase() === "i";
  const end = close + 1 + (isFlagged ? 1 : 0);
  if (isTokenCodePoint(source.codePointAt(end) ?? 0)) {
    return fail(
      "After a regular expression stands a space. To search for a path or an address, put it in quotation marks.",
      close + 1,
    );
  }
  requireCompiles(pattern, start);
  return { kind: "regex", pattern, at: { start, end } };
}

function endOfRegex(source: string, from: number): number | null {
  let isInClass = false;
  for (let index = from; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === "\\") index += 1;
    else if (character === "[") isInClass = true;
    else if (character === "]") isInClass = false;
    else if (character === "/" && !isInClass) return index;
  }
  return null;
}

function requireCompiles(pattern: string, offset: number): void {
  try {
    new RegExp(pattern, REGEX_FLAGS);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const reason = said.slice(said.lastIndexOf(": ") + 2);
    fail(
      `This regular expression cannot be read: ${reason}. A mark meant as itself has a backslash before it, as in \\(.`,
      offset,
    );
  }
}
