import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakBalancedLines, breakLines, type Line } from "#adapters/print/break-lines.ts";
import { STYLES } from "#adapters/print/styles.ts";

/** Every character is 10 wide. */
const measure = (text: string): number => text.length * 10;

const readLines = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => line.fragments.map((fragment) => fragment.text).join(""));

const breakText = (text: string, characters: number): readonly string[] =>
  readLines(breakLines([{ text, style: STYLES.body }], characters * 10, measure));

describe("breakLines", () => {
  it("fills lines and makes one space of any white space", () => {
    expect(breakText("  one two\n three\tfour  ", 9)).toEqual(["one two", "three", "four"]);
  });

  it("gives no lines for no text", () => {
    expect(breakText(" \n ", 9)).toEqual([]);
  });

  it("breaks after a dash or slash inside a word, not at one before a number", () => {
    expect(breakText("twenty-three", 8)).toEqual(["twenty-", "three"]);
    expect(breakText("before—after", 8)).toEqual(["before—", "after"]);
    expect(breakText("xx -5", 3)).toEqual(["xx", "-5"]);
  });

  it("keeps a sign with its number", () => {
    expect(breakText("Compl. ¶ 14", 8)).toEqual(["Compl.", "¶ 14"]);
    expect(breakText("ECF No. 81", 8)).toEqual(["ECF", "No. 81"]);
    expect(breakText("(Note at 2)", 8)).toEqual(["(Note", "at 2)"]);
    expect(breakText("what 2", 5)).toEqual(["what", "2"]);
  });

  it("keeps a non-breaking space", () => {
    expect(breakText("aa bb\u00A0cc", 6)).toEqual(["aa", "bb\u00A0cc"]);
  });

  it("breaks a word that is wider than a line, never inside a grapheme", () => {
    expect(breakText("abcdefgh ij", 5)).toEqual(["abcde", "fgh", "ij"]);
    expect(breakText("e\u0301e\u0301e\u0301", 4)).toEqual(["e\u0301e\u0301", "e\u0301"]);
  });

  it("keeps styles, places them one after the other and merges neighbours of one style", () => {
    const [line] = breakLines(
      [
        { text: "a b ", style: STYLES.body },
        { text: "cd", style: STYLES.removed },
        { text: ".", style: STYLES.body },
      ],
      1000,
      measure,
    );
    expect(line?.fragments).toEqual([
      { text: "a b ", style: STYLES.body, x: 0, width: 40 },
      { text: "cd", style: STYLES.removed, x: 40, width: 20 },
      { text: ".", style: STYLES.body, x: 60, width: 10 },
    ]);
    expect(line?.width).toBe(70);
  });

  it("does not part words that touch across styles", () => {
    const lines = breakLines(
      [
        { text: "aaa bb", style: STYLES.body },
        { text: "cc", style: STYLES.added },
      ],
      60,
      measure,
    );
    expect(readLines(lines)).toEqual(["aaa", "bbcc"]);
  });

  it("loses and adds nothing but white space, and stays inside the width", () => {
    const words = fc.array(fc.stringMatching(/^[a-z\-/¶.]{1,12}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 20 }), (parts, characters) => {
        const lines = breakText(parts.join(" "), characters);
        expect(lines.join("").replaceAll(" ", "")).toBe(parts.join(""));
        expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(characters);
      }),
    );
  });
});

describe("breakBalancedLines", () => {
  it("evens the lines out without adding one", () => {
    const spans = [{ text: "Statement of Facts in Support of the Motion to Enforce", style: STYLES.title }];
    expect(readLines(breakLines(spans, 480, measure))).toEqual([
      "Statement of Facts in Support of the Motion to",
      "Enforce",
    ]);
    expect(readLines(breakBalancedLines(spans, 480, measure))).toEqual([
      "Statement of Facts in Support",
      "of the Motion to Enforce",
    ]);
  });
});
