import fc from "fast-check";
import { expect, test } from "vitest";
import { PATTERN_MATCHES_MAX } from "#core/ports/pattern-finder.ts";
import { findPattern } from "#shared/text/query/find-pattern.ts";
import { matchPattern } from "../../../electron/workers/match-pattern.ts";

test("the matches of a page are those that the plain reading of the search language gives", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "note", " ", "\n", "  ", "\n \n", "\u00a0", "𝒜", "é", "1"), { maxLength: 30 })
    .map((pieces) => pieces.join(""));
  const pattern = fc.constantFrom(
    "a b",
    "\\s",
    " ",
    "a*",
    "[ab]\\s+\\w",
    "(?:)",
    "(?<=a)",
    ".",
    "é|𝒜",
    "note.*1",
    "^.",
    " $",
  );
  fc.assert(
    fc.property(text, pattern, (page, source) => {
      const expected = findPattern(source, page).flatMap(({ start, end }) => [start, end]);
      expect([...matchPattern(new RegExp(source, "giu"), page)]).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test("no more than ten thousand matches are kept of a page", () => {
  const found = matchPattern(/x/giu, "x".repeat(PATTERN_MATCHES_MAX + 5));
  expect(found.length).toBe(2 * PATTERN_MATCHES_MAX);
});
