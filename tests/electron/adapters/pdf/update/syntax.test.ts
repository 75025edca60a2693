import { describe, expect, test } from "vitest";
import {
  numberIn,
  numbersIn,
  readDictionary,
  referenceOf,
  skipValue,
  textOf,
  UnreadableStructure,
} from "#adapters/pdf/update/syntax.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("values", () => {
  test.each([
    ["12 0 R/Next", "12 0 R"],
    ["12 0]", "12"],
    ["-1.5 0 R", "-1.5"],
    ["(a (nested) \\) string)>>", "(a (nested) \\) string)"],
    ["<</A<</B[1 2]>>>>>>", "<</A<</B[1 2]>>>>"],
    ["<48 65>/X", "<48 65>"],
    ["[ 1 0 R % a comment ]\n 2 0 R ]/X", "[ 1 0 R % a comment ]\n 2 0 R ]"],
    ["/Name#20with(x)", "/Name#20with"],
    ["true>>", "true"],
  ])("%s begins with %s", (text, value) => {
    expect(text.slice(0, skipValue(bytesOf(text), 0))).toBe(value);
  });

  test.each(["(never closed", "<41", "[1 2", "<</A 1", "<</A 1>", "]", "", `${"[".repeat(5000)}`])(
    "%s is refused",
    (text) => {
      expect(() => skipValue(bytesOf(text), 0)).toThrow(UnreadableStructure);
    },
  );
});

describe("dictionaries", () => {
  const dictionary = readDictionary(bytesOf("<</Size 12/W[1 4 2]/Ann#6fts 7 0 R % note\n/Nothing null>>"), 0);

  test("give their values by key, escapes undone", () => {
    expect([...dictionary.entries.keys()]).toEqual(["Size", "W", "Annots", "Nothing"]);
    expect(numberIn(dictionary, "Size")).toBe(12);
    expect(numberIn(dictionary, "Nothing")).toBeUndefined();
    expect(numbersIn(dictionary, "W")).toEqual([1, 4, 2]);
    const annotations = dictionary.entries.get("Annots");
    expect(annotations && textOf(annotations)).toBe("7 0 R");
    expect(annotations && referenceOf(annotations)).toBe(7);
  });

  test("with a key that stands twice are refused", () => {
    expect(() => readDictionary(bytesOf("<</A 1/A 2>>"), 0)).toThrow(UnreadableStructure);
  });
});
