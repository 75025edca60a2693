import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchApproximately, similarity } from "#shared/text/approximate-search.ts";

function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one.charAt(row - 1) === other.charAt(column - 1) ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

function leastDistance(text: string, pattern: string): number {
  let least = pattern.length;
  for (let start = 0; start <= text.length; start += 1) {
    for (let end = start; end <= text.length; end += 1)
      least = Math.min(least, distance(pattern, text.slice(start, end)));
  }
  return least;
}

describe("searchApproximately", () => {
  it("finds the least number of errors that there is, and says where", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 18 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, pattern, fc.nat(3), (text, words, maxErrors) => {
        const matches = searchApproximately(text, words, maxErrors);
        for (const match of matches) {
          expect(distance(words, text.slice(match.start, match.end))).toBe(match.errors);
          expect(match.errors).toBeLessThanOrEqual(maxErrors);
        }
        const least = leastDistance(text, words);
        if (words.length <= maxErrors || least > maxErrors) expect(matches).toEqual([]);
        else expect(Math.min(...matches.map((match) => match.errors))).toBe(least);
        for (const [index, match] of matches.entries()) {
          expect(match.start).toBeGreaterThanOrEqual(matches[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives separate places in order", () => {
    expect(searchApproximately("the detenton and the detantion", "detention", 1)).toEqual([
      { start: 4, end: 12, errors: 1 },
      { start: 21, end: 30, errors: 1 },
    ]);
  });
});

describe("similarity", () => {
  it.each([
    ["", "", 1],
    ["a", "", 0],
    ["abc", "abc", 1],
    ["abc", "xyz", 0],
    ["abcd", "abxd", 0.75],
  ])("of %j and %j is %f", (one, other, expected) => {
    expect(similarity(one, other)).toBe(expected);
    expect(similarity(other, one)).toBe(expected);
  });
});
