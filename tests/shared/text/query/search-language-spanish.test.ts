import { describe, expect, it } from "vitest";
import { SEARCH_LANGUAGE } from "#shared/text/query/search-language.ts";
import { SEARCH_LANGUAGE_SPANISH } from "#shared/text/query/search-language-spanish.ts";

const pairs = SEARCH_LANGUAGE.map((english, index) => ({ english, spanish: SEARCH_LANGUAGE_SPANISH[index] }));

describe("SEARCH_LANGUAGE_SPANISH", () => {
  it.each(pairs)("says every sentence of “$english.title” in Spanish", ({ english, spanish }) => {
    expect(spanish?.title).not.toBe(english.title);
    expect(spanish?.introduction).not.toBe(english.introduction);
    for (const [index, entry] of english.entries.entries()) {
      const translated = spanish?.entries[index];
      expect(translated?.meaning, entry.syntax).not.toBe(entry.meaning);
      if (entry.note !== undefined) expect(translated?.note, entry.syntax).not.toBe(entry.note);
      expect(translated?.examples, entry.syntax).toEqual(entry.examples);
    }
  });

  it("says what to do instead in Spanish, where that is more than a search", () => {
    const left = pairs.flatMap(({ english, spanish }) =>
      english.unsupported
        .filter(({ instead }, index) => instead === spanish?.unsupported[index]?.instead)
        .map(({ instead }) => instead),
    );
    expect(left).toEqual(["name:smith.", "author:*."]);
  });
});
