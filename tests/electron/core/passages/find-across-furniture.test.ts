import { describe, expect, it } from "vitest";
import { findAcrossFurniture } from "#core/passages/find-across-furniture.ts";

const FIRST = {
  page: 4,
  text: "Earlier words. The names shall be communi-\ncated before departure. The Ministry does\n\nSPECIMEN\n\nCV-000118",
};
const NEXT = { page: 5, text: "Case 1:25-cv-00001 Page 5 of 9\n\nnot require any other particulars. Later words." };

const partsOf = (quote: string) =>
  findAcrossFurniture(FIRST, NEXT, quote)?.map(({ page, start, end }) => [
    page,
    (page === FIRST.page ? FIRST : NEXT).text.slice(start, end),
  ]) ?? null;

describe("a quotation that runs over a page break past header and footer", () => {
  it("is found in two parts, without what stands between them", () => {
    expect(partsOf("The names shall be communicated before departure. The Ministry does not require any")).toEqual([
      [4, "The names shall be communi-\ncated before departure. The Ministry does"],
      [5, "not require any"],
    ]);
  });

  it("may have one word on either side", () => {
    expect(partsOf("does not")).toEqual([
      [4, "does"],
      [5, "not"],
    ]);
  });

  it("is not made of parts of words", () => {
    expect(partsOf("oes not require")).toBeNull();
    expect(partsOf("The Ministry does not requ")).toBeNull();
  });

  it("is not found when other words stand between its parts", () => {
    expect(partsOf("The Ministry never does not require any")).toBeNull();
    expect(partsOf("before departure. not require any")).toBeNull();
    expect(partsOf("Earlier words. Later words.")).toBeNull();
    const long = { page: 4, text: `${FIRST.text}\n\n${"Another paragraph of the page. ".repeat(20)}` };
    expect(findAcrossFurniture(long, NEXT, "The Ministry does not require any")).toBeNull();
  });

  it("is not found on one page alone, nor in empty pages", () => {
    expect(partsOf("Earlier words.")).toBeNull();
    expect(findAcrossFurniture({ page: 1, text: "" }, { page: 2, text: "" }, "does not")).toBeNull();
  });
});
