import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafTokens, parseQuery, positiveLeaves, type QueryNode } from "#shared/text/query.ts";

const word = (text: string): QueryNode => ({ kind: "word", text, prefix: false });
const prefix = (text: string): QueryNode => ({ kind: "word", text, prefix: true });
const phrase = (...words: string[]): QueryNode => ({ kind: "phrase", words, lastIsPrefix: false });
const and = (...nodes: QueryNode[]): QueryNode => ({ kind: "and", nodes });
const or = (...nodes: QueryNode[]): QueryNode => ({ kind: "or", nodes });
const not = (node: QueryNode): QueryNode => ({ kind: "not", node });

function parsed(source: string): QueryNode {
  const result = parseQuery(source);
  if (result.kind === "failure") throw new Error(`${source}: ${result.failure.message}`);
  return result.value;
}

function problem(source: string) {
  const result = parseQuery(source);
  return result.kind === "failure" ? result.failure : null;
}

describe("parseQuery", () => {
  it.each<[string, QueryNode]>([
    ["custody", word("custody")],
    ["  custody\n", word("custody")],
    ["a b", and(word("a"), word("b"))],
    ["a AND b AND c", and(word("a"), word("b"), word("c"))],
    ["a (b c)", and(word("a"), word("b"), word("c"))],
    ["a OR b OR c", or(word("a"), word("b"), word("c"))],
    ["a b OR c", or(and(word("a"), word("b")), word("c"))],
    ["a (b OR c)", and(word("a"), or(word("b"), word("c")))],
    ["a NOT b OR c", or(and(word("a"), not(word("b"))), word("c"))],
    ["NOT b a", and(not(word("b")), word("a"))],
    ["a AND NOT b", and(word("a"), not(word("b")))],
    ["a NOT (b OR c)", and(word("a"), not(or(word("b"), word("c"))))],
    ["a NOT (b NOT c)", and(word("a"), not(and(word("b"), not(word("c")))))],
    ["NOT NOT a", word("a")],
    ["NOT (NOT a)", word("a")],
    ["a (NOT b)", and(word("a"), not(word("b")))],
    ["((a))", word("a")],
    ["(a)(b)", and(word("a"), word("b"))],
    ["and or not", and(word("and"), word("or"), word("not"))],
    ['"AND"', word("AND")],
    ['"alien enemies"', phrase("alien", "enemies")],
    ["“alien enemies”", phrase("alien", "enemies")],
    ["„alien enemies“ x", and(phrase("alien", "enemies"), word("x"))],
    ['a"b c"d', and(word("a"), phrase("b", "c"), word("d"))],
    ["custod*", prefix("custod")],
    ["2025*", prefix("2025")],
    ["O'Bri*", { kind: "phrase", words: ["O", "Bri"], lastIsPrefix: true }],
    ['"in custod*"', { kind: "phrase", words: ["in", "custod"], lastIsPrefix: true }],
    ["custod*, b", and(prefix("custod"), word("b"))],
    ["-word", word("word")],
    ["1:25-cv-00001", phrase("1", "25", "cv", "00001")],
    ["O'Brien", phrase("O", "Brien")],
    ["O’Brien", phrase("O", "Brien")],
    ["$4,760,000", phrase("4", "760", "000")],
    ["C.A.", phrase("C", "A")],
    ["5 U.S.C. § 552", and(word("5"), phrase("U", "S", "C"), word("552"))],
    ["Núñez", word("Núñez")],
    ["Nu\u0301n\u0303ez", word("Núñez")],
    ["word,", word("word")],
    ["😀 smile 𝔘", and(word("smile"), word("𝔘"))],
    ["a\0b", phrase("a", "b")],
    ["title:x", phrase("title", "x")],
    ["NEAR(a b)", and(word("NEAR"), word("a"), word("b"))],
  ])("reads %j", (source, expected) => {
    expect(parsed(source)).toEqual(expected);
  });

  it.each<[string, number, RegExp]>([
    ["", 0, /empty/],
    [" \n", 0, /empty/],
    ["§ —", 0, /no letter or digit/],
    ['a "b', 2, /not closed/],
    ['""', 0, /between the quotation marks/],
    ['a "§"', 2, /between the quotation marks/],
    ["(a", 0, /not closed/],
    ["a ((b) c", 2, /not closed/],
    ["(", 0, /not closed/],
    ["a)", 1, /no opening/],
    [")", 0, /no opening/],
    ["a ()", 3, /nothing between/],
    ["a AND", 2, /AND needs a word after it/],
    ["(a AND) b", 3, /AND needs a word after it/],
    ["a NOT", 2, /NOT needs a word after it/],
    ["OR a", 0, /OR needs a word before it/],
    ["a AND OR b", 6, /OR needs a word before it/],
    ["NOT a", 0, /only says what to leave out/],
    ["NOT a NOT b", 0, /only says what to leave out/],
    ["a OR NOT b", 5, /one side of OR/],
    ["a NOT (NOT b NOT c)", 2, /everything is left out/],
    ["*", 0, /letter or digit right before/],
    ["*a", 0, /letter or digit right before/],
    ["a *", 2, /letter or digit right before/],
    ["a.*", 2, /letter or digit right before/],
    ["a*b", 1, /Nothing can follow a star/],
    ["a**", 1, /Nothing can follow a star/],
    ['"a* b"', 2, /Nothing can follow a star/],
    [`${"(".repeat(21)}a`, 20, /deeper than 20/],
  ])("says what is wrong with %j at %i", (source, offset, message) => {
    expect(problem(source)).toEqual({ message: expect.stringMatching(message), offset });
  });

  it("answers every string, with an offset inside it", () => {
    const piece = fc.oneof(
      fc.constantFrom("AND", "OR", "NOT", "(", ")", '"', "“", "*", "a", "b*", "O'B", " ", " ", " ", "§", "\ud83d"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
        (source) => {
          const result = parseQuery(source);
          if (result.kind === "ok") {
            expect(positiveLeaves(result.value).length).toBeGreaterThan(0);
          } else {
            expect(result.failure.message).not.toBe("");
            expect(result.failure.offset).toBeGreaterThanOrEqual(0);
            expect(result.failure.offset).toBeLessThanOrEqual(source.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("survives what is long", () => {
    expect(problem("(".repeat(100_000))?.message).toMatch(/deeper/);
    expect(parsed(`${"NOT ".repeat(100_000)}a`)).toEqual(word("a"));
    expect(positiveLeaves(parsed("a OR b ".repeat(10_000))).length).toBe(20_000);
  });
});

describe("positiveLeaves", () => {
  it("lists words and phrases that are not under NOT, from left to right", () => {
    expect(positiveLeaves(parsed('"a b" (c* OR d) NOT (e f)'))).toEqual([phrase("a", "b"), prefix("c"), word("d")]);
  });

  it("leaves out what a NOT inside a NOT would find again", () => {
    expect(positiveLeaves(parsed("a NOT (b NOT c)"))).toEqual([word("a")]);
  });
});

describe("leafTokens", () => {
  it("gives a word and a phrase the same form", () => {
    const leaves = positiveLeaves(parsed('custod* "a b"'));
    expect(leaves.map(leafTokens)).toEqual([
      { words: ["custod"], lastIsPrefix: true },
      { words: ["a", "b"], lastIsPrefix: false },
    ]);
  });
});
