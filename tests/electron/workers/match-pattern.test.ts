import fc from "fast-check";
import { expect, test } from "vitest";
import { PATTERN_MATCHES_MAX } from "#core/ports/pattern-finder.ts";
import { findPattern } from "#shared/text/query/find-pattern.ts";
import { createMatcher } from "../../../electron/workers/match-pattern.ts";

test("the matches of a page are those that the plain reading of the search language gives", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "note", " ", "\n", "  ", "\n \n", "\u00a0", "𝒜", "é", "1"), { maxLength: 30 })
    .map((pieces) => pieces.join(""));
  const piece = fc.constantFrom(
    ...[
      "a",
      "b",
      "1",
      "note",
      "é",
      "𝒜",
      " ",
      " ",
      "\\s",
      "\\S",
      "\\d",
      "\\w",
      "\\W",
      "\\b",
      "\\B",
      "\\.",
      "\\1",
      "^",
      "$",
      ".",
    ],
    ...[
      "[ab]",
      "[^a]",
      "[a-z1]",
      "[ b]",
      "[!-~]",
      "(",
      "(?:",
      "(?=",
      "(?!",
      "(?<=",
      "(?<!",
      ")",
      ")",
      "|",
      "?",
      "*",
      "+",
      "{1,2}",
    ],
  );
  const pattern = fc
    .array(piece, { minLength: 1, maxLength: 9 })
    .map((pieces) => pieces.join(""))
    .filter(isExpression);
  fc.assert(
    fc.property(text, pattern, (page, source) => {
      const expected = findPattern(source, page).flatMap(({ start, end }) => [start, end]);
      expect([...createMatcher(source)(page)]).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

function isExpression(source: string): boolean {
  try {
    new RegExp(source, "iu");
    return true;
  } catch {
    return false;
  }
}

test("no more than ten thousand matches are kept of a page", () => {
  const found = createMatcher("x")("x".repeat(PATTERN_MATCHES_MAX + 5));
  expect(found.length).toBe(2 * PATTERN_MATCHES_MAX);
});
