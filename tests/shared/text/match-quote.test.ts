import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchQuote } from "#shared/text/match-quote.ts";
import { matchQuoteInPages } from "#shared/text/match-quote-in-pages.ts";

const PAGE = `Case 1:25-cv-00001 Document 3 Page 5
The “detainees” were trans-
ferred at 02:15 by the Minis-
try of Transit; a well-
known arrangement.

They were held at the ﬁrst prison.`;

const found = (text: string, quote: string, context = {}) => {
  const match = matchQuote(text, quote, context);
  return match === null ? null : text.slice(match.start, match.end);
};

import { isSameWording } from "#shared/text/normalize.ts";

describe("matchQuote", () => {
  it.each([
    ['The "detainees" were transferred at 02:15', "The “detainees” were trans-\nferred at 02:15"],
    ["  Ministry\nof Transit ", "Minis-\ntry of Transit"],
    ["a well-known arrangement", "a well-\nknown arrangement"],
    ["a well-\nknown arrangement", "a well-\nknown arrangement"],
    ["arrangement. They were held", "arrangement.\n\nThey were held"],
    ["the first prison", "the ﬁrst prison"],
    ["were trans-", "were trans-"],
    ["a well-", "a well-"],
    ["ferred at", "ferred at"],
    ["Case 1:25–cv–00001", "Case 1:25-cv-00001"],
  ])("finds %j word for word", (quote, words) => {
    const match = matchQuote(PAGE, quote);
    expect(match).toMatchObject({ exact: true, occurrences: 1, score: 1 });
    expect(found(PAGE, quote)).toBe(words);
  });

  it("finds what another reading of the page has", () => {
    const quote = "were transfered at O2:15 by the Mlnistry of Transit";
    const match = matchQuote(PAGE, quote);
    expect(match).toMatchObject({ exact: false, occurrences: 1 });
    expect(match?.score).toBeGreaterThan(0.9);
    expect(match?.score).toBeLessThan(1);
    expect(found(PAGE, quote)).toBe("were trans-\nferred at 02:15 by the Minis-\ntry of Transit");
  });

  it("is null where the quote is not", () => {
    expect(matchQuote(PAGE, "no transfer of anybody took place here")).toBeNull();
    expect(matchQuote(PAGE, "")).toBeNull();
    expect(matchQuote(PAGE, " \n ")).toBeNull();
    expect(matchQuote(PAGE, "\u00ad")).toBeNull();
    expect(matchQuote("", "a")).toBeNull();
    expect(matchQuote("", "")).toBeNull();
    expect(matchQuote("short", "a quote that is a good deal longer than the text")).toBeNull();
  });

  it("tells a hyphen of a word from none, where no line ends", () => {
    expect(matchQuote("a re-creation x-\ny", "recreation")?.exact).toBe(false);
  });

  const text = "custody of A. custody of B. custody of C.";

  it("takes the first place, and counts the others, when nothing tells them apart", () => {
    expect(matchQuote(text, "custody")).toEqual({ start: 0, end: 7, score: 1, exact: true, occurrences: 3 });
  });

  it.each([
    [{ prefix: "of A. " }, 14],
    [{ suffix: " of C." }, 28],
    [{ prefix: "of B.\n", suffix: "\nof C" }, 28],
    [{ prefix: "0f A. ", suffix: "" }, 14],
    [{ hint: 0 }, 0],
    [{ hint: 13 }, 14],
    [{ hint: 40 }, 28],
    [{ prefix: "of A. ", hint: 28 }, 14],
  ])("chooses by %j the place at %i", (context, start) => {
    expect(matchQuote(text, "custody", context)).toMatchObject({ start, occurrences: 3 });
  });

  it("chooses among very many places by the context", () => {
    const many = `${"held there. ".repeat(3000)}held here. ${"held there. ".repeat(3000)}`;
    expect(matchQuote(many, "held", { suffix: " here. held" })?.start).toBe(36_000);
    expect(matchQuote(many, "held", { hint: 24_001 })?.start).toBe(24_000);
  });

  it("chooses the closest reading when none is exact", () => {
    const readings = "the detaimees were helb in custody and the detainees were helb in custody";
    expect(matchQuote(readings, "the detainees were held in custody")).toMatchObject({ start: 39, occurrences: 1 });
  });

  it("gives whole characters", () => {
    expect(found("a long enough text 😀", "a long enough text 😁")).toBe("a long enough text 😀");
    expect(found("😁 a long enough text", "😀 a long enough text")).not.toMatch(/^[\udc00-\udfff]/);
    expect(found("x 😀 y", "😀")).toBe("😀");
  });

  it("finds every stretch of a text again, at its place when it is told", () => {
    const unit = fc.constantFrom("a", "b", " ", " ", "\n", "-", "ﬁ", "“", "é", "😀", "\u00ad", "2");
    const sample = fc
      .string({ unit, minLength: 1, maxLength: 80 })
      .chain((some) => fc.tuple(fc.constant(some.normalize("NFC")), fc.nat(some.length), fc.nat(some.length)));
    fc.assert(
      fc.property(sample, ([some, one, other]) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const quote = some.slice(start, end);
        // A selection that begins with the hyphen of a divided word has no word to which the hyphen could belong.
        fc.pre(/^[^-\u00ad]*[ab2]/.test(quote) && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(quote));
        const match = matchQuote(some, quote, { hint: start });
        expect(match).toMatchObject({ exact: true });
        expect(isSameWording(some.slice(match?.start, match?.end), quote)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds a quote in which one character in twenty is wrong", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnop"), minLength: 2, maxLength: 9 });
    const sample = fc.array(word, { minLength: 60, maxLength: 120 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(sample, fc.nat(50), (some, start) => {
        const original = some.slice(start, start + 100).trim();
        const damaged = [...original].map((letter, index) => (index % 20 === 10 ? "#" : letter)).join("");
        const match = matchQuote(some, damaged);
        expect(match).toMatchObject({ exact: false });
        expect(some.slice(match?.start, match?.end)).toBe(original);
      }),
      { numRuns: 50 },
    );
  });
});

describe("matchQuoteInPages", () => {
  const pages = [
    { page: 3, text: "The first page ends in deten-" },
    { page: 4, text: "tion of persons." },
    { page: 5, text: " \n" },
    { page: 6, text: "They left. custody" },
    { page: 7, text: "custody" },
  ];

  it.each([
    [
      "ends in detention of",
      [
        { page: 3, start: 15, end: 29 },
        { page: 4, start: 0, end: 7 },
      ],
    ],
    [
      "persons. They left.",
      [
        { page: 4, start: 8, end: 16 },
        { page: 6, start: 0, end: 10 },
      ],
    ],
    ["The first", [{ page: 3, start: 0, end: 9 }]],
    ["They left", [{ page: 6, start: 0, end: 9 }]],
    [
      "ends in detentiom of persons.",
      [
        { page: 3, start: 15, end: 29 },
        { page: 4, start: 0, end: 16 },
      ],
    ],
  ])("finds %j as %j", (quote, ranges) => {
    expect(matchQuoteInPages(pages, quote)?.ranges).toEqual(ranges);
  });

  it("chooses by page and offset", () => {
    expect(matchQuoteInPages(pages, "custody")).toMatchObject({
      occurrences: 2,
      exact: true,
      ranges: [{ page: 6, start: 11, end: 18 }],
    });
    expect(matchQuoteInPages(pages, "custody", { hint: { page: 7, start: 0 } })?.ranges).toEqual([
      { page: 7, start: 0, end: 7 },
    ]);
    expect(matchQuoteInPages(pages, "custody", { hint: { page: 99, start: 0 } })?.ranges[0]?.page).toBe(6);
    expect(matchQuoteInPages(pages, "custody", { prefix: "custody\n" })?.ranges[0]?.page).toBe(7);
  });

  it("is null for nothing and in nothing", () => {
    expect(matchQuoteInPages([], "custody")).toBeNull();
    expect(matchQuoteInPages(pages, "")).toBeNull();
    expect(matchQuoteInPages([{ page: 1, text: "" }], "custody")).toBeNull();
  });
});
