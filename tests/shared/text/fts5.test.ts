import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { toFts5 } from "#shared/text/fts5.ts";
import { parseQuery, type QueryNode } from "#shared/text/query.ts";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";

const PAGES = [
  "The detainees were held in custody; the custodian was O'Brien.",
  "Case 1:25-cv-00001 — Flight 24-A left at 02:15 with $4,760,000.",
  "María Núñez said: no transfer of custody of alien enemies took place.",
  "Alien transfer; enemies. U.S.C. C.A. 5",
  "",
];

const database = new Database(":memory:");
database.exec("CREATE VIRTUAL TABLE pages USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
const insert = database.prepare("INSERT INTO pages(rowid, text) VALUES (?, ?)");
for (const [index, text] of PAGES.entries()) insert.run(index + 1, text);
const match = database.prepare("SELECT rowid FROM pages WHERE pages MATCH ? ORDER BY rowid").pluck();
afterAll(() => database.close());

function parsed(source: string): QueryNode {
  const result = parseQuery(source);
  if (result.kind === "failure") throw new Error(`${source}: ${result.failure.message}`);
  return result.value;
}

/** What a search means, said without FTS5: the reference that SQLite's answer must equal. */
function isFound(node: QueryNode, words: readonly string[]): boolean {
  switch (node.kind) {
    case "word":
      return words.some((word) => fits(word, node.text, node.prefix));
    case "phrase":
      return words.some((_, at) =>
        node.words.every((part, index) =>
          fits(words[at + index], part, node.lastIsPrefix && index === node.words.length - 1),
        ),
      );
    case "and":
      return node.nodes.every((member) => isFound(member, words));
    case "or":
      return node.nodes.some((member) => isFound(member, words));
    case "not":
      return !isFound(node.node, words);
  }
}

function fits(word: string | undefined, wanted: string, prefix: boolean): boolean {
  const folded = foldToken(wanted);
  return word !== undefined && (prefix ? word.startsWith(folded) : word === folded);
}

const wordsOfPages = PAGES.map((text) => tokenize(text).map((token) => foldToken(token.text)));
const expectedPages = (node: QueryNode) =>
  wordsOfPages.flatMap((words, index) => (isFound(node, words) ? [index + 1] : []));

describe("toFts5", () => {
  it.each([
    ["custody", '"custody"'],
    ["custod*", '"custod" *'],
    ["O'Brien", '"O Brien"'],
    ["a b OR c", '("a" AND "b") OR "c"'],
    ["a NOT b c NOT d", '("a" AND "c") NOT ("b" OR "d")'],
    ["a NOT b", '"a" NOT ("b")'],
    ["(a OR b) NOT c", '("a" OR "b") NOT ("c")'],
  ])("writes %j as %j", (source, expected) => {
    expect(toFts5(parsed(source))).toBe(expected);
  });

  it.each([
    ["custody", [1, 3]],
    ["custod*", [1, 3]],
    ["custody NOT transfer", [1]],
    ["NOT transfer custody", [1]],
    ["(NOT transfer NOT flight) custody", [1]],
    ["O'Brien", [1]],
    ["O’BRI*", [1]],
    ["1:25-cv-00001", [2]],
    ["$4,760,000", [2]],
    ["nunez maria", [3]],
    ["NÚÑEZ", [3]],
    ['"alien enemies"', [3]],
    ["alien enemies", [3, 4]],
    ['"custody of alien enem*"', [3]],
    ["flight OR obrien OR “took place”", [2, 3]],
    ["C.A.", [4]],
    ["transfer NOT (alien NOT custody)", [3]],
    ["NEAR OR text:custody OR ^the OR {x}", [1]],
  ])("finds by %j in SQLite the pages %j", (source, pages) => {
    const node = parsed(source);
    expect(match.all(toFts5(node))).toEqual(pages);
    expect(expectedPages(node)).toEqual(pages);
  });

  it("quotes whatever a tree holds", () => {
    const node: QueryNode = { kind: "phrase", words: ['a"b', "c\0d", "AND"], lastIsPrefix: true };
    expect(match.all(toFts5(node))).toEqual([]);
  });

  it("refuses a tree that only leaves out", () => {
    const not: QueryNode = { kind: "not", node: { kind: "word", text: "a", prefix: false } };
    expect(() => toFts5(not)).toThrow(RangeError);
    expect(() => toFts5({ kind: "and", nodes: [not, not] })).toThrow(RangeError);
  });

  it("is accepted by SQLite for every string that is a search, and finds what the search means", () => {
    const known = fc.constantFrom(
      "custody",
      "TRANSFER",
      "alien",
      "enem*",
      "O'Brien",
      '"of alien"',
      "núñez",
      "5",
      "the",
    );
    const syntax = fc.constantFrom(
      "AND",
      "OR",
      "NOT",
      "(",
      ")",
      '"',
      "“",
      "”",
      "*",
      "§",
      "-",
      "NEAR",
      ":",
      "^",
      "{",
      "+",
      "\ud83d",
    );
    const piece = fc.oneof(known, syntax, fc.string({ unit: "binary", maxLength: 3 }));
    const source = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(fc.oneof(source, fc.string({ unit: "binary" })), (text) => {
        const result = parseQuery(text);
        if (result.kind === "failure") expect(result.failure.message).not.toBe("");
        else expect(match.all(toFts5(result.value))).toEqual(expectedPages(result.value));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds what trees of any shape mean", () => {
    const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
      leaf: fc.constantFrom("custody", "transfer", "alien", "enem*", "O'Brien", "the", "zzz"),
      tree: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        tie("leaf"),
        fc
          .tuple(tie("tree"), fc.constantFrom("AND", "OR", "", "NOT", "AND NOT"), tie("tree"))
          .map((parts) => `(${parts.join(" ")})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        const node = parsed(text);
        expect(match.all(toFts5(node))).toEqual(expectedPages(node));
      }),
      { numRuns: 1000 },
    );
  });

  it("stays within the limits of SQLite's parser", () => {
    const deepest = `${"(a (b OR ".repeat(10)}c${"))".repeat(10)}`;
    expect(match.all(toFts5(parsed(deepest)))).toEqual(expectedPages(parsed(deepest)));
    const deepNot = `${"the NOT (".repeat(20)}custody${")".repeat(20)}`;
    expect(match.all(toFts5(parsed(deepNot)))).toEqual(expectedPages(parsed(deepNot)));
    expect(match.all(toFts5(parsed("custody OR ".repeat(360).concat("the"))))).toEqual([1, 3]);
    expect(match.all(toFts5(parsed("a ".repeat(2000))))).toEqual([2, 4]);
    expect(match.all(toFts5(parsed(`the ${"NOT a ".repeat(600)}`)))).toEqual([1]);
  });
});
