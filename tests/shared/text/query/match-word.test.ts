import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFuzzyMatch, matchesWildcard, matchesWord, withinDistance } from "#shared/text/query/match-word.ts";

describe("a wildcard", () => {
  test.each([
    ["joh*", ["joh", "john", "johnson"], ["jo", "ajohn"]],
    ["*tion", ["tion", "detention"], ["tions"]],
    ["n?t", ["not", "nut"], ["nt", "noot"]],
    ["d*n*n", ["detention", "dnn"], ["dn", "detentions"]],
    ["a?*c", ["abc", "axyc"], ["ac"]],
    ["?x", ["𝒜x"], ["x", "ax𝒜"]],
  ])("%s", (pattern, met, missed) => {
    const matches = matchesWildcard(pattern);
    expect(met.filter((fold) => !matches(fold))).toEqual([]);
    expect(missed.filter(matches)).toEqual([]);
  });

  test("agrees with a regular expression", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 7 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 }), (pattern, fold) => {
        const expression = new RegExp(`^${pattern.join("").replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
        expect(matchesWildcard(pattern.join(""))(fold)).toBe(expression.test(fold));
      }),
    );
  });

  test("of many stars does not take for ever", () => {
    expect(matchesWildcard("*a".repeat(40))("a".repeat(2000).concat("b"))).toBe(false);
  });
});

describe("a distance", () => {
  test.each([
    ["custody", "custody", 0],
    ["custody", "custcdy", 1],
    ["custody", "cutsody", 1],
    ["custody", "custo", 2],
    ["ca", "abc", 3],
    ["núñez", "nunez", 2],
    ["", "ab", 2],
    ["𝒜b", "cb", 1],
  ])("of %s and %s is %i", (one, other, distance) => {
    for (let max = 0; max <= 3; max += 1) {
      expect(withinDistance(one, other, max)).toBe(max >= distance);
      expect(withinDistance(other, one, max)).toBe(max >= distance);
    }
  });
});

describe("a fuzzy word", () => {
  test.each([
    ["us", 2, "is", false],
    ["us", 2, "us", true],
    ["not", 1, "nor", true],
    ["not", 1, "got", false],
    ["not", 2, "nod", true],
    ["not", 2, "nada", false],
    ["note", 2, "nots", true],
    ["note", 2, "nuts", false],
    ["notes", 2, "nutts", true],
  ] as const)("%s~%i and %s", (fold, distance, candidate, isMet) => {
    expect(isFuzzyMatch(fold, distance, candidate)).toBe(isMet);
  });
});

describe("a pattern of a word", () => {
  test("meets its fold, its forms, or only what was typed", () => {
    const word = (text: string, forms: boolean, strict: boolean) => ({ kind: "word", text, forms, strict }) as const;
    expect(matchesWord(word("Núñez", false, false), "NUNEZ")).toBe(true);
    expect(matchesWord(word("núñez", false, true), "Nu\u0301n\u0303ez")).toBe(true);
    expect(matchesWord(word("núñez", false, true), "Nuñez")).toBe(false);
    expect(matchesWord(word("detained", true, false), "Detains")).toBe(true);
    expect(matchesWord(word("detained", false, false), "detains")).toBe(false);
    expect(matchesWord({ kind: "wildcard", pattern: "nun*" }, "Núñez")).toBe(true);
    expect(matchesWord({ kind: "fuzzy", text: "Núñez", distance: 1 }, "nunes")).toBe(true);
    expect(matchesWord({ kind: "wildcard", pattern: "*a*" }, "")).toBe(false);
  });
});
