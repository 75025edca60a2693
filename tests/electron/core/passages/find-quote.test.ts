import { describe, expect, it } from "vitest";
import { findQuote } from "#core/passages/find-quote.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

async function setUpSearch(...pages: readonly string[]) {
  const test = await setUpTestCase();
  const document = await test.importOne({ title: "Note", pages });
  const find = (quote: string, page: number | null = null) => findQuote(test.ports(), document, quote, page);
  const words = (quote: string, page: number | null = null) =>
    find(quote, page).map((range) => pages[range.page - 1]?.slice(range.start, range.end));
  return { find, words };
}

describe("finding a quotation", () => {
  it("ignores line breaks, kinds of quotation marks and dashes, and hyphens at line ends", async () => {
    const { words } = await setUpSearch("SPECIMEN\nheld in “deten-\ntion” at\n\na well-\nknown place – for one year");
    expect(words('held in "detention" at a')).toEqual(["held in “deten-\ntion” at\n\na"]);
    expect(words("a well-known place - for")).toEqual(["a well-\nknown place – for"]);
    expect(words("  for   one\nyear ")).toEqual(["for one year"]);
  });

  it("keeps to case, accents and punctuation", async () => {
    const { find } = await setUpSearch("El señor Núñez, of Dover");
    for (const quote of ["el señor", "senor", "Núñez of"]) {
      await expectFailure("passage/quote-not-found", () => find(quote));
    }
  });

  it("reaches across page breaks", async () => {
    const { find, words } = await setUpSearch(
      "first page ends with persons",
      "transferred for one year",
      "the last page",
    );
    expect(words("persons transferred for")).toEqual(["persons", "transferred for"]);
    expect(find("with persons\ntransferred for one year the last").map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(find("persons transferred", 1).map(({ page }) => page)).toEqual([1, 2]);
    await expectFailure("passage/quote-not-found", () => find("persons transferred", 2));
  });

  it("asks for the page when the words stand on several, naming them", async () => {
    const pages = Array.from({ length: 12 }, (_, at) => `page ${at + 1} says one year`);
    const { find } = await setUpSearch(...pages);
    const failure = await expectFailure("passage/quote-ambiguous", () => find("says one year"));
    expect(failure.message).toContain("It stands on pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and others.");
    expect(failure.details).toEqual({ places: 12 });
    expect(find("says one year", 7)).toEqual([{ page: 7, start: 7, end: 20 }]);
  });

  it("takes the first of several places on one page, where no doubt about the page is left", async () => {
    const { find } = await setUpSearch("one year and one year");
    expect(find("one year", 1)).toEqual([{ page: 1, start: 0, end: 8 }]);
    expect(find("one year")).toEqual([{ page: 1, start: 0, end: 8 }]);
  });

  it("is not taken for one that runs on to the next page when it stands there whole", async () => {
    const { find } = await setUpSearch("nothing here", "says one year here", "nothing there");
    expect(find("one year")).toEqual([{ page: 2, start: 5, end: 13 }]);
  });

  it("says so when it is nowhere, not on that page, or nothing", async () => {
    const { find } = await setUpSearch("one year", "two years");
    await expectFailure("passage/quote-not-found", () => find("three years"));
    const failure = await expectFailure("passage/quote-not-found", () => find("two years", 1));
    expect(failure.message).toContain("Page 1.");
    for (const quote of ["   ", "-\n-", "\u00AD"]) await expectFailure("passage/empty-selection", () => find(quote));
  });
});
