import { describe, expect, test } from "vitest";
import type { Detection } from "#shared/model/detection.ts";
import { numberDocument, pageOfPosition, partsOfSpan, toDocumentPosition } from "#shared/text/document-words.ts";
import {
  CONTINUED,
  type DividedWord,
  FURNITURE_START,
  locatePageWords,
  POSITION_GAP,
  readPageTerms,
  termsOfToken,
} from "#shared/text/page-words.ts";
import { tokenize } from "#shared/text/tokenize.ts";

interface Page {
  readonly text: string;
  readonly detections?: readonly Detection[];
  readonly body?: { readonly start: number; readonly end: number };
  readonly before?: DividedWord | null;
}

function fill({ text, detections = [], body = { start: 0, end: text.length }, before = null }: Page) {
  return { text, detections, body, before };
}

function readTerms(page: Page) {
  const places: (readonly [string, number])[] = [];
  const counts = readPageTerms(fill(page), (term, position) => places.push([term, position]));
  return { places, counts };
}

function stamp(text: string, words: string): Detection {
  const start = text.indexOf(words);
  return { start, end: start + words.length, value: { kind: "page-id", number: 1 } };
}

describe("the words of a page", () => {
  test("are the words of its text in their order", () => {
    const text = "SPECIMEN: In re 1:25-cv-00001,\nthe “Ministry”… 𝒜𝓀 x\u0301y — end";
    const { places, counts } = readTerms({ text });
    expect(places.filter(([term]) => !term.startsWith("="))).toEqual(
      tokenize(text).map((token, at) => [termsOfToken(token.text).fold, at]),
    );
    expect(counts).toEqual({ bodyCount: tokenize(text).length, furnitureSpan: 0, divided: null });
  });

  test("have a second term where accents were typed, composed or not", () => {
    for (const name of ["Núñez", "Nu\u0301n\u0303ez"]) {
      expect(readTerms({ text: name }).places).toEqual([
        ["nunez", 0],
        ["=núñez", 0],
      ]);
    }
    expect(termsOfToken("Nunez").accented).toBeNull();
  });

  test("divided at a line end are whole, and in parts, at one position", () => {
    const { places, counts } = readTerms({ text: "the deten-\ntion of co\u2010\noperé" });
    expect(places).toEqual([
      ["the", 0],
      ["deten", 1],
      ["tion", 1],
      ["detention", 1],
      ["of", 2],
      ["co", 3],
      ["opere", 3],
      ["=operé", 3],
      ["coopere", 3],
      ["=cooperé", 3],
    ]);
    expect(counts.bodyCount).toBe(4);
  });

  test("divided twice, or into halves that are alike, have each term once", () => {
    expect(readTerms({ text: "tor-\ntor-\nre" }).places).toEqual([
      ["tor", 0],
      ["tortor", 0],
      ["re", 0],
      ["tortorre", 0],
    ]);
  });

  test.each(["Smith-\nJones", "14-\ndays", "deten-\n\ntion", "deten- \ntion", "well-known", "a -\nb"])(
    "stay apart in %j",
    (text) => {
      const { counts } = readTerms({ text });
      expect(counts.bodyCount).toBe(2);
    },
  );

  test("of stamps are numbered apart, and never stand between the others", () => {
    const text = "held in PageID.12 custody here PageID.13";
    const { places, counts } = readTerms({ text, detections: [stamp(text, "PageID.12"), stamp(text, "PageID.13")] });
    expect(places).toEqual([
      ["held", 0],
      ["in", 1],
      ["pageid", FURNITURE_START],
      ["12", FURNITURE_START + 1],
      ["custody", 2],
      ["here", 3],
      ["pageid", FURNITURE_START + 1 + POSITION_GAP],
      ["13", FURNITURE_START + 2 + POSITION_GAP],
    ]);
    expect(counts).toMatchObject({ bodyCount: 4, furnitureSpan: POSITION_GAP + 3 });
  });

  test("outside of the body are furniture, and a stamp does not keep a divided word apart", () => {
    const text = "HEAD\nthe deten-\nPageID.12\ntion\nFOOT";
    const body = { start: 4, end: text.indexOf("\nFOOT") };
    const { places, counts } = readTerms({ text, body, detections: [stamp(text, "PageID.12")] });
    expect(places.filter(([, position]) => position < FURNITURE_START)).toEqual([
      ["the", 0],
      ["deten", 1],
      ["tion", 1],
      ["detention", 1],
    ]);
    expect(counts.furnitureSpan).toBe(4 + 2 * (POSITION_GAP - 1));
  });

  test("of a printed page number are furniture when they are alone on their line", () => {
    const text = "it left with flight 45\n- Page 45 of 90 -";
    const at = (start: number): Detection => ({ start, end: start + 2, value: { kind: "printed-page", label: "45" } });
    expect(readTerms({ text, detections: [at(text.lastIndexOf("45"))] }).counts).toMatchObject({
      bodyCount: 5,
      furnitureSpan: 4,
    });
    expect(readTerms({ text, detections: [at(text.indexOf("45"))] }).counts.bodyCount).toBe(9);
  });

  test("of a transcript run on across its line numbers", () => {
    const text = "1 Q. Who ordered the deten-\n2 tion of them?";
    const line = (words: string, number: number): Detection => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      value: { kind: "transcript-line", transcriptPage: null, line: number },
    });
    const { places } = readTerms({
      text,
      detections: [line("Q. Who ordered the deten-", 1), line("tion of them?", 2)],
    });
    expect(places.filter(([, position]) => position < FURNITURE_START)).toEqual([
      ["q", 0],
      ["who", 1],
      ["ordered", 2],
      ["the", 3],
      ["deten", 4],
      ["tion", 4],
      ["detention", 4],
      ["of", 5],
      ["them", 6],
    ]);
  });
});

describe("a column of line numbers", () => {
  const numbers = Array.from({ length: 28 }, (_, at) => String(at + 1));

  test.each(["\n", "\n\n"])("does not stand between words, joined by %j", (gap) => {
    const text = `It was so\n${numbers.join(gap)}\nordered. 1\n2\n3`;
    expect(readTerms({ text }).counts).toMatchObject({ bodyCount: 7, furnitureSpan: 28 });
  });

  test("is one of eight numbers at least", () => {
    expect(readTerms({ text: numbers.slice(0, 7).join("\n") }).counts.bodyCount).toBe(7);
    expect(readTerms({ text: numbers.slice(1).join("\n") }).counts.bodyCount).toBe(27);
    expect(readTerms({ text: numbers.slice(0, 8).join("\n") }).counts.bodyCount).toBe(8);
    expect(readTerms({ text: `${numbers.slice(0, 8).join("\n")}\n` }).counts.furnitureSpan).toBe(8);
  });
});

describe("the words of a document", () => {
  const texts = ["HEAD\nthe first deten-\nPageID.1", "HEAD\ntion of men\nPageID.2", "", "HEAD\nand women\nPageID.4"];

  function locateAll() {
    let before: DividedWord | null = null;
    const pages = texts.map((text, at) => {
      const body = { start: text === "" ? 0 : 4, end: text.length };
      const detections = text === "" ? [] : [stamp(text, `PageID.${at + 1}`)];
      const page = fill({ text, detections, body, before });
      const places = locatePageWords(page);
      before = places.counts.divided;
      return { page, places };
    });
    const numbering = numberDocument(pages.map(({ places }) => places.counts));
    return { pages, numbering };
  }

  test("run on through pages, a word that is divided between them included", () => {
    const { pages, numbering } = locateAll();
    expect([...numbering.bodyStarts]).toEqual([0, 3, 5, 5, 7]);
    const found = new Map<string, number>();
    pages.forEach(({ page }, index) => {
      readPageTerms(page, (term, position) => found.set(term, toDocumentPosition(numbering, index, position)));
    });
    expect([...found].filter(([, position]) => position < 7)).toEqual([
      ["the", 0],
      ["first", 1],
      ["deten", 2],
      ["tion", 2],
      ["detention", 2],
      ["of", 3],
      ["men", 4],
      ["and", 5],
      ["women", 6],
    ]);
    expect(pages[1]?.places.continued).toEqual({ start: 5, end: 9 });
    expect([2, 3, 4, 5].map((position) => pageOfPosition(numbering, position))).toEqual([0, 1, 1, 3]);
  });

  test("have furniture after their end, each page's far from the next", () => {
    const { numbering, pages } = locateAll();
    const block = POSITION_GAP - 1 + 3 + POSITION_GAP;
    const first = 7 + POSITION_GAP;
    expect([...numbering.furnitureStarts]).toEqual([first, first + block, first + 2 * block, first + 2 * block]);
    expect(pageOfPosition(numbering, first)).toBe(0);
    expect(pageOfPosition(numbering, first + 2 * block)).toBe(3);
    const position = toDocumentPosition(numbering, 1, FURNITURE_START + POSITION_GAP);
    const parts = partsOfSpan(
      numbering,
      position,
      position + 1,
      (page) => pages[page]?.places ?? locatePageWords(fill({ text: "" })),
    );
    expect(parts.map(({ page, start, end }) => texts[page]?.slice(start, end))).toEqual(["PageID.2"]);
  });

  test.each([
    [0, 1, ["the first"]],
    [1, 2, ["first deten", "tion"]],
    [2, 2, ["deten", "tion"]],
    [2, 3, ["deten", "tion of"]],
    [3, 4, ["of men"]],
    [1, 6, ["first deten", "tion of men", "and women"]],
    [4, 5, ["men", "and"]],
    [5, 6, ["and women"]],
  ])("from %i to %i stand at their places", (start, end, expected) => {
    const { numbering, pages } = locateAll();
    const parts = partsOfSpan(
      numbering,
      start,
      end,
      (page) => pages[page]?.places ?? locatePageWords(fill({ text: "" })),
    );
    expect(parts.map((part) => texts[part.page]?.slice(part.start, part.end))).toEqual(expected);
  });

  test("divided over three pages are one word on the first", () => {
    let before: DividedWord | null = null;
    const places = ["ex-", "pul-", "sión de"].map((text) => {
      const page = locatePageWords(fill({ text, before }));
      before = page.counts.divided;
      return page;
    });
    const numbering = numberDocument(places.map(({ counts }) => counts));
    expect([...numbering.bodyStarts]).toEqual([0, 1, 1, 2]);
    expect(partsOfSpan(numbering, 0, 0, (page) => places[page] ?? locatePageWords(fill({ text: "" })))).toEqual([
      { page: 0, start: 0, end: 2 },
      { page: 1, start: 0, end: 3 },
      { page: 2, start: 0, end: 4 },
    ]);
    expect(readTerms({ text: "sión", before: ["ex", "pul"] }).places.map(([term]) => term)).toEqual([
      "sion",
      "=sión",
      "expulsion",
      "=expulsión",
    ]);
    expect(readTerms({ text: "sión", before: ["ex", "pul"] }).places[0]?.[1]).toBe(CONTINUED);
  });
});
