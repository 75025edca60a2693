import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDroppedDiacritic, isTokenCodePoint } from "#shared/text/token-characters.ts";
import { foldToken, hasToken, tokenize } from "#shared/text/tokenize.ts";

/** The words that SQLite itself makes of each text, in order. */
function tokensOfSqlite(texts: readonly string[]): string[][] {
  const database = new Database(":memory:");
  try {
    database.exec(`
      CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'instance');
    `);
    const insert = database.prepare("INSERT INTO words(rowid, text) VALUES (?, ?)");
    database.transaction(() => {
      for (const [index, text] of texts.entries()) insert.run(index + 1, text);
    })();
    const found: string[][] = texts.map(() => []);
    const rows = database.prepare("SELECT term, doc FROM vocabulary ORDER BY doc, offset").all();
    for (const row of rows as { term: string; doc: number }[]) found[row.doc - 1]?.push(row.term);
    return found;
  } finally {
    database.close();
  }
}

const foldedTokens = (text: string) => tokenize(text).map((token) => foldToken(token.text));

describe("tokenize and foldToken", () => {
  it.each([
    ["1:25-cv-00001", ["1", "25", "cv", "00001"]],
    ["O'Brien", ["o", "brien"]],
    ["O’Brien", ["o", "brien"]],
    ["$4,760,000", ["4", "760", "000"]],
    ["C.A.", ["c", "a"]],
    ["Núñez", ["nunez"]],
    ["Nu\u0301n\u0303ez", ["nunez"]],
    ["deten\u00adtion", ["deten", "tion"]],
    ["𝔘nited 😀 States", ["𝔘nited", "states"]],
    ["", []],
    ["§ — …", []],
  ])("divides %j as SQLite does", (text, expected) => {
    expect(foldedTokens(text)).toEqual(expected);
    expect(tokensOfSqlite([text])).toEqual([expected]);
  });

  it("agrees with SQLite on every code point of planes 0 and 1, and on a sample of the others", () => {
    const codePoints: number[] = [];
    for (let code = 1; code < 0x110000; code += code < 0x20000 ? 1 : 97) {
      if (code < 0xd800 || code > 0xdfff) codePoints.push(code);
    }
    const texts = codePoints.map((code) => `a${String.fromCodePoint(code)}b`);
    const found = tokensOfSqlite(texts);
    const different = texts.filter((text, index) => foldedTokens(text).join(" ") !== found[index]?.join(" "));
    expect(different).toEqual([]);
    expect(codePoints.filter((code) => isTokenCodePoint(code) && isDroppedDiacritic(code))).toEqual([]);
  }, 60_000);

  it("agrees with SQLite on texts of any characters", () => {
    const texts = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), { numRuns: 500, seed: 7 });
    const withoutEnd = texts.map((text) => text.replaceAll("\0", " "));
    expect(withoutEnd.map(foldedTokens)).toEqual(tokensOfSqlite(withoutEnd));
  });

  it("gives the place of each token", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(hasToken(text)).toBe(tokenize(text).length > 0);
      }),
    );
  });

  it("takes half a surrogate pair for a separator", () => {
    expect(tokenize("a\ud83db").map((token) => token.text)).toEqual(["a", "b"]);
  });
});
