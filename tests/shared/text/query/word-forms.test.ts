import { describe, expect, test } from "vitest";
import { createFormTest, formPrefixes, isFormOf } from "#shared/text/query/word-forms.ts";
import { foldToken } from "#shared/text/tokenize.ts";
import { WORD_GROUPS } from "./word-form-groups.ts";

/** Pairs of each group in both directions: `met` of those that should meet, `missed`, and `wrong` of those that should not. */
function judge() {
  const met: string[] = [];
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { together, apart } of WORD_GROUPS) {
    for (const one of together.map(foldToken)) {
      for (const other of together.map(foldToken)) {
        if (one !== other) (isFormOf(one, other) ? met : missed).push(`${one} ${other}`);
      }
      for (const other of apart.map(foldToken)) {
        if (isFormOf(one, other) || isFormOf(other, one)) wrong.push(`${one} ${other}`);
      }
    }
  }
  return { met, missed, wrong };
}

describe("forms of words", () => {
  test("in English, Spanish and French meet each other, and seldom others", () => {
    expect(WORD_GROUPS.length).toBeGreaterThanOrEqual(60);
    const { met, missed, wrong } = judge();
    // `planes` is the plural of the Spanish `plan` as well: without the word's language it is both.
    expect({ missed, wrong }).toEqual({ missed: [], wrong: ["planes plan", "planes plans"] });
    expect(met.length).toBeGreaterThan(300);
  });

  test("lie among the prefixes by which the index looks for them", () => {
    for (const { together } of WORD_GROUPS) {
      for (const one of together.map(foldToken)) {
        const prefixes = formPrefixes(one);
        for (const other of together.map(foldToken)) {
          expect(
            prefixes.some((prefix) => other.startsWith(prefix)),
            `${one}: ${prefixes} ${other}`,
          ).toBe(true);
        }
        expect(prefixes.every((prefix) => prefix.length >= 2)).toBe(true);
      }
    }
  });

  test("of whatever word lie among its prefixes, and have it for a form", () => {
    const words = [...new Set(WORD_GROUPS.flatMap(({ together, apart }) => [...together, ...apart]).map(foldToken))];
    const tests = new Map(words.map((word) => [word, createFormTest(word)]));
    let pairs = 0;
    for (const one of words) {
      const prefixes = formPrefixes(one);
      for (const other of words) {
        if (tests.get(one)?.(other) !== true) continue;
        pairs += 1;
        expect(tests.get(other)?.(one)).toBe(true);
        expect(prefixes.some((prefix) => other.startsWith(prefix))).toBe(true);
      }
    }
    expect(pairs).toBeGreaterThan(700);
  });

  test.each(["1:25", "covid19", "ab", "мир", "x"])("has %s none but itself", (word) => {
    expect(isFormOf(word, word)).toBe(true);
    expect(isFormOf(word, `${word}s`)).toBe(false);
    expect(formPrefixes(word)).toEqual([word]);
  });

  test("that no rule makes are known", () => {
    expect(isFormOf("hold", "held") && isFormOf("held", "holding") && isFormOf("flown", "flies")).toBe(true);
    expect(isFormOf("find", "found")).toBe(true);
    expect(isFormOf("find", "founded")).toBe(false);
    expect(formPrefixes("held")).toEqual(["held", "hold"]);
    expect(formPrefixes("holding")).toEqual(expect.arrayContaining(["held", "hold"]));
    for (const form of ["fly", "flies", "flying", "flew", "flown"]) {
      expect(formPrefixes("flew").some((prefix) => form.startsWith(prefix))).toBe(true);
    }
  });
});
