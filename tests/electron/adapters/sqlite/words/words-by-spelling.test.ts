import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import { newDocumentId, setUpIndexDatabase } from "../../../../support/test-database.ts";
import { addTexts as add } from "./word-model.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("words by how they are written", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "b", "n", "ñ", "é", "日", "\u{20000}", "я"),
    minLength: 1,
    maxLength: 7,
  });
  const folded = (word: string) => word.replaceAll("ñ", "n").replaceAll("é", "e");

  function setUpWords(words: readonly string[]): SearchIndex {
    const index = openPageIndex(setUpIndexDatabase());
    const third = Math.ceil(words.length / 3);
    for (let part = 0; part < 3; part += 1) {
      add(index, words.slice(part * third, (part + 1) * third).join(" "));
      index.commit();
      index.words.generation();
    }
    return index;
  }

  /** Optimal string alignment, as the textbook has it. */
  function distanceOf(one: readonly string[], other: readonly string[]): number {
    const rows = Array.from({ length: one.length + 1 }, (_, row) =>
      Array.from({ length: other.length + 1 }, (_c, column) => (row === 0 ? column : column === 0 ? row : 0)),
    );
    const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
    for (let row = 1; row <= one.length; row += 1) {
      for (let column = 1; column <= other.length; column += 1) {
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        const isExchange =
          row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        const value = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same);
        (rows[row] ?? [])[column] = isExchange ? Math.min(value, at(row - 2, column - 2) + 1) : value;
      }
    }
    return at(one.length, other.length);
  }

  it("are found near a word", () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }),
        letters,
        fc.constantFrom(1 as const, 2 as const),
        (words, word, distance) => {
          const index = setUpWords(words);
          const folds = [...new Set(words.map(folded))];
          const wanted = folds.filter((fold) => distanceOf([...fold], [...folded(word)]) <= distance);
          expect([...index.words.termsNear(folded(word), distance)].map(({ term }) => term)).toEqual(
            wanted.toSorted(byCodeUnit),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are found by a pattern, and by how they begin", () => {
    const pattern = fc.tuple(
      fc.constantFrom("", "*", "?"),
      letters,
      fc.constantFrom("", "*", "?", "*?"),
      fc.oneof(letters, fc.constant("")),
      fc.constantFrom("", "*", "?"),
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), pattern, letters, (words, parts, begin) => {
        const index = setUpWords(words);
        const folds = [...new Set(words.map(folded))].toSorted(byCodeUnit);
        const wildcard = folded(parts.join(""));
        const expression = new RegExp(`^${wildcard.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
        expect([...index.words.termsLike(wildcard)].map(({ term }) => term)).toEqual(
          folds.filter((fold) => expression.test(fold)),
        );
        const prefix = folded(begin);
        const wanted = folds.filter((fold) => fold.startsWith(prefix));
        const found = [...index.words.termsWithPrefix(prefix)];
        expect(found.map(({ term }) => term)).toEqual(wanted);
        for (const { term, hits } of found) expect(hits).toBe(words.filter((word) => folded(word) === term).length);
        const accented = words.filter((word) => folded(word) !== word).map((word) => `=${word}`);
        expect([...index.words.termsWithPrefix("=")].map(({ term }) => term)).toEqual(
          [...new Set(accented)].toSorted(byCodeUnit),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("are found among thousands", () => {
    const words = Array.from({ length: 6000 }, (_, at) => ((at * 7919) % 50_000).toString(6).replaceAll("0", "a"));
    const index = setUpWords(words);
    const folds = [...new Set(words)].toSorted(byCodeUnit);
    for (const [word, distance] of [
      ["12345", 1],
      ["512aa3", 2],
      ["1", 2],
      ["aaaaaaaa", 2],
    ] as const) {
      const wanted = folds.filter((fold) => distanceOf([...fold], [...word]) <= distance);
      expect([...index.words.termsNear(word, distance)].map(({ term }) => term)).toEqual(wanted);
    }
    for (const [pattern, expression] of [
      ["1*5", /^1.*5$/u],
      ["*234*", /234/u],
      ["?2?4?", /^.2.4.$/u],
      ["???", /^...$/u],
      ["*", /^/u],
    ] as const) {
      const wanted = folds.filter((fold) => expression.test(fold));
      expect(wanted.length).toBeGreaterThan(5);
      expect([...index.words.termsLike(pattern)].map(({ term }) => term)).toEqual(wanted);
    }
    for (const prefix of ["1", "23", "a", "5432"]) {
      const wanted = folds.filter((fold) => fold.startsWith(prefix));
      expect([...index.words.termsWithPrefix(prefix)].map(({ term }) => term)).toEqual(wanted);
    }
  });

  it("that nobody wrote are nowhere", () => {
    const index = openPageIndex(setUpIndexDatabase());
    expect([index.words.places("a"), index.words.figures("a"), index.words.documents()]).toEqual([null, null, 0]);
    expect([
      ...index.words.termsLike("*a"),
      ...index.words.termsNear("a", 2),
      ...index.words.termsWithPrefix("a"),
    ]).toEqual([]);
    const documentId = add(index, "only this");
    index.commit();
    expect(index.words.numberOf(newDocumentId())).toBe(-1);
    expect(index.words.documentOf(index.words.numberOf(documentId))).toBe(documentId);
    expect(index.words.documentOf(99)).toBeNull();
    expect(() => index.words.shape(99)).toThrow("no document");
    expect(index.words.places("onl")).toBeNull();
  });
});

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : 1;
}
