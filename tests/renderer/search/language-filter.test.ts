import { describe, expect, it } from "vitest";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import { SEARCH_LANGUAGE } from "#shared/text/query/search-language.ts";
import { SEARCH_LANGUAGE_SPANISH } from "#shared/text/query/search-language-spanish.ts";
import { narrowLanguage } from "../../../renderer/search/language-filter.ts";

describe("narrowLanguage", () => {
  it("shows everything until something is asked for", () => {
    expect(narrowLanguage(SEARCH_LANGUAGE, "  ")).toBe(SEARCH_LANGUAGE);
  });

  it("keeps entries that say all words, in any of their texts", () => {
    const dates = narrowLanguage(SEARCH_LANGUAGE, "date:").flatMap(({ entries }) => entries);
    expect(dates.some(({ syntax }) => syntax.includes("date:"))).toBe(true);
  });

  it("finds words of its Spanish text without their accents", () => {
    const found = narrowLanguage(SEARCH_LANGUAGE_SPANISH, "numero bates").flatMap(({ entries }) => entries);
    expect(found.some(({ syntax }) => syntax.startsWith("bates:"))).toBe(true);
  });

  it("keeps a whole section by its title, and nothing for what nothing says", () => {
    const section = SEARCH_LANGUAGE.find(({ title }) => title.includes("dtSearch"));
    expect(narrowLanguage(SEARCH_LANGUAGE, section?.title ?? "")).toContain(section);
    expect(narrowLanguage(SEARCH_LANGUAGE, "zzzz")).toEqual([]);
  });
});

it("every example that can be pressed can be read", () => {
  const examples = SEARCH_LANGUAGE.flatMap(({ entries }) => entries.flatMap((entry) => entry.examples));
  expect(examples.filter((example) => parseQuery(example).kind !== "ok")).toEqual([]);
});
