import { describe, expect, it } from "vitest";
import { createLiteralFinder } from "#shared/text/find-literal.ts";

const PLAIN = { matchCase: false, wholeWord: false };

function found(typed: string, text: string, options = PLAIN): readonly string[] {
  return createLiteralFinder(typed, options)(text).map(({ start, end }) => text.slice(start, end));
}

describe("words that are looked for in one document", () => {
  it("are found in any case, with other accents, quotation marks and dashes", () => {
    expect(found("nuñez", "Núñez, NUNEZ and nuñez")).toEqual(["Núñez", "NUNEZ", "nuñez"]);
    expect(found('it\'s "so"', "it’s “so”")).toEqual(["it’s “so”"]);
    expect(found("2019-2020", "2019–2020")).toEqual(["2019–2020"]);
  });

  it("keep case and accents when that is asked for", () => {
    const exact = { matchCase: true, wholeWord: false };
    expect(found("Nota", "nota NOTA Nota", exact)).toEqual(["Nota"]);
    expect(found("canon", "cañon canon", exact)).toEqual(["canon"]);
    expect(found("it's", "it’s", exact)).toEqual(["it’s"]);
  });

  it("run over line ends, and are found where a line end divides them", () => {
    expect(found("one year", "for one\n\nyear")).toEqual(["one\n\nyear"]);
    expect(found("detention", "the deten-\ntion center")).toEqual(["deten-\ntion"]);
  });

  it("stand alone when whole words are asked for", () => {
    const whole = { matchCase: false, wholeWord: true };
    expect(found("art", "part art. article ART_1 art", whole)).toEqual(["art", "art"]);
  });

  it("are no expression, and have the offsets of the text itself", () => {
    expect(found("(b)(7)[C]", "under (b)(7)[C].")).toEqual(["(b)(7)[C]"]);
    expect(createLiteralFinder("é", PLAIN)("ßé")).toEqual([{ start: 1, end: 2 }]);
    expect(createLiteralFinder("x", PLAIN)("İﬁ𝒳x")).toEqual([{ start: 4, end: 5 }]);
  });
});
