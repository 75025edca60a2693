import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requiredWords } from "#core/search/evaluate/required-words.ts";

describe("words that every match of an expression has", () => {
  test.each([
    ["detention\\s+centre", ["*detention", "centre*"]],
    ["Contract No\\. \\d{4}", ["*contract"]],
    ["a note of", ["note"]],
    ["a *note ?of", ["*note*"]],
    ["a +note {0,2}of", ["note*"]],
    ["a\\s*note\\s?of", ["*note*"]],
    ["colou?r", ["*colo*"]],
    [" noted?s", ["note*"]],
    [" n?oted", ["*oted*"]],
    ["abc+de", ["*abc*"]],
    ["a+bcd", ["*bcd*"]],
    ["abcd*", ["*abc*"]],
    ["abcd{2}ef", ["*abc*"]],
    ["(?:spring|note) order", ["order*"]],
    ["[(|)]order", ["*order*"]],
    ["(a(b)[)]c\\))order", ["*order*"]],
    ["\\border\\b", ["*order*"]],
  ])("%s", (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });

  test.each(["note|order", "\\u006eote", "\\p{L}note", "(note", "[note", "x{note", "note\\", "\\k<a>note"])(
    "are not guessed at: %s",
    (pattern) => {
      expect(requiredWords(pattern)).toEqual([]);
    },
  );

  test("stand in whatever is matched", () => {
    const piece = fc.constantFrom(
      "abc",
      "d",
      "e*",
      "f?",
      "(gh|i)",
      "[jk]",
      "l+",
      "m{0,2}",
      "\\w",
      ".",
      "\\s*",
      " ",
      " +",
      "\\s",
      "(?=a)?",
      "abc?",
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
    const text = fc.array(fc.constantFrom(..."abcdefghijklm  "), { maxLength: 14 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(pattern.filter(isExpression), text, (source, page) => {
        const match = new RegExp(source, "iu").exec(page);
        const words = page.split(/\s+/);
        for (const required of match === null ? [] : requiredWords(source)) {
          const test = new RegExp(`^${required.replaceAll("*", ".*")}$`);
          expect(words.some((word) => test.test(word))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function isExpression(source: string): boolean {
  try {
    new RegExp(source, "iu");
    return true;
  } catch {
    return false;
  }
}
