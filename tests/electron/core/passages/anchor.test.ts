import { describe, expect, it } from "vitest";
import { anchorAgain, anchorRanges } from "#core/passages/anchor.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import type { FakePage } from "../../../support/fake-files.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";

const FILLER = Array.from(
  { length: 12 },
  (_, at) => `SPECIMEN\nParagraph ${at} speaks of other matters, such as the ${at}th delivery of linen.`,
);
const QUOTE = "will house the persons\ntransferred for one year";
const PAGE = `SPECIMEN\nThe Embassy of the Republic\n${QUOTE}, until it decides.`;
const PAGES: readonly FakePage[] = [...FILLER.slice(0, 5), { text: PAGE, label: "vi" }, ...FILLER.slice(5)];

async function setUpPassage(pages = PAGES) {
  const test = await setUpTestCase();
  const document = await test.importOne({ title: "Note", pages });
  const passage = createPassage(test.ports(), { document, quote: QUOTE, tag: [], note: "" });
  return { test, document, passage };
}

async function readAnew(test: TestCase, pages: readonly FakePage[]) {
  test.program.reader.revise((found) => ({ ...found, pages }));
  const { jobs } = test.session();
  jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
  await jobs.settled();
  const [passage] = test.ports().passages.list({ documentId: null, tagIds: [], text: null });
  if (passage === undefined) throw new Error("the passage is gone");
  return passage;
}

describe("anchoring offsets", () => {
  it("takes quote, context, labels and boxes from the text, and cuts white space off", async () => {
    const { test, document } = await setUpPassage();
    const start = PAGE.indexOf("Embassy");
    const anchor = anchorRanges(test.ports(), document, [{ page: 6, start: start - 1, end: start + 8 }]);
    expect(anchor).toMatchObject({
      quote: "Embassy",
      prefix: "SPECIMEN\nThe ",
      suffix: PAGE.slice(start + 7, start + 7 + 64),
      state: "anchored",
    });
    expect(anchor.ranges).toEqual([
      { page: 6, start, end: start + 7, label: "vi", addresses: [], quads: [expect.any(Array)] },
    ]);
    const [quad = []] = anchor.ranges[0]?.quads ?? [];
    // 6 points a character from 72, on the second line.
    expect([quad[0], quad[2], quad[1], quad[5]]).toEqual([72 + 6 * 4, 72 + 6 * 11, 716, 706]);
  });

  it("joins parts on successive pages by one line break, in page order", async () => {
    const { test, document } = await setUpPassage();
    const ranges = [
      { page: 2, start: 0, end: 8 },
      { page: 1, start: 9, end: 20 },
    ];
    const anchor = anchorRanges(test.ports(), document, ranges);
    expect(anchor.quote).toBe("Paragraph 0\nSPECIMEN");
    expect(anchor.ranges.map(({ page }) => page)).toEqual([1, 2]);
  });

  it("refuses what lies outside, and what holds no text", async () => {
    const { test, document } = await setUpPassage();
    const anchor = (page: number, start: number, end: number) => () =>
      anchorRanges(test.ports(), document, [{ page, start, end }]);
    await expectFailure("document/no-such-page", anchor(99, 0, 1));
    await expectFailure("input/invalid", anchor(1, 0, 10_000));
    await expectFailure("input/invalid", anchor(1, 5, 4));
    await expectFailure("passage/empty-selection", anchor(1, 5, 5));
    await expectFailure("passage/empty-selection", anchor(1, 8, 9));
    await expectFailure("passage/empty-selection", () => anchorRanges(test.ports(), document, []));
  });
});

describe("a passage after its document was read anew", () => {
  it("stays as it is when the text is the same", async () => {
    const { test, passage } = await setUpPassage();
    expect(await readAnew(test, PAGES)).toMatchObject({ ranges: passage.ranges, state: "anchored" });
  });

  const moved: readonly (readonly [string, readonly FakePage[], string])[] = [
    ["the page got a stamp", PAGES.with(5, { text: `Filed 2025-03-14\n${PAGE}`, label: "6" }), QUOTE],
    ["lines are broken elsewhere", PAGES.with(5, PAGE.replaceAll("\n", " ")), QUOTE.replace("\n", " ")],
    ["a page came before it", [`SPECIMEN\nA cover.`, ...PAGES], QUOTE],
    ["its page is far away", [...FILLER, ...FILLER, PAGE], QUOTE],
    [
      "a word is read differently",
      PAGES.with(5, PAGE.replace("transferred", "transfened")),
      "will house the persons\ntransfened for one year",
    ],
    [
      "a word is divided at the line end",
      PAGES.with(5, PAGE.replace("persons\ntransferred", "persons trans-\nferred")),
      "will house the persons trans-\nferred for one year",
    ],
  ];
  it.each(moved)("is found again although %s", async (_, pages, quote) => {
    const { test } = await setUpPassage();
    const passage = await readAnew(test, pages);
    expect(passage.state).toBe("anchored");
    const [range] = passage.ranges;
    const text = test.ports().index.pageText(passage.documentId, range?.page ?? 0) ?? "";
    expect(text.slice(range?.start, range?.end)).toBe(quote);
    expect(range?.quads.length).toBeGreaterThan(0);
    expect(test.ports().index.pageLabel(passage.documentId, range?.page ?? 0)).toBe(range?.label);
  });

  it("takes the place whose surroundings fit when its words stand in several", async () => {
    const { test } = await setUpPassage();
    const other = PAGE.replace("Embassy of the Republic", "Ministry, on the other hand,").replace("until", "unless");
    const passage = await readAnew(test, PAGES.with(4, other).with(5, `Stamp\n${PAGE}`));
    expect(passage.ranges[0]?.page).toBe(6);
  });

  it("is found again across a page break", async () => {
    const { test } = await setUpPassage();
    const at = PAGE.indexOf("\ntransferred");
    const passage = await readAnew(test, [
      ...PAGES.slice(0, 5),
      PAGE.slice(0, at),
      PAGE.slice(at + 1),
      ...PAGES.slice(6),
    ]);
    expect(passage).toMatchObject({ state: "anchored", quote: QUOTE });
    expect(passage.ranges.map(({ page }) => page)).toEqual([6, 7]);
  });

  it("is orphaned when it is gone, keeps what it was, and comes back with its words", async () => {
    const { test, passage } = await setUpPassage();
    const orphan = await readAnew(test, [...FILLER]);
    expect(orphan).toEqual({
      ...orphan,
      state: "orphaned",
      quote: passage.quote,
      prefix: passage.prefix,
      suffix: passage.suffix,
      ranges: passage.ranges,
    });
    expect(await readAnew(test, PAGES)).toMatchObject({ state: "anchored", ranges: passage.ranges });
  });

  it("is not taken for the same words in another text", async () => {
    const test = await setUpTestCase();
    const page = "SPECIMEN\nThe Embassy will house the persons transferred for one year, until it decides their fate.";
    const document = await test.importOne({ title: "Note", pages: [page] });
    createPassage(test.ports(), { document, quote: "for one year", tag: [], note: "" });
    const other = "SPECIMEN\nLinen is delivered to the laundry of the prison for one year against payment in advance.";
    expect(await readAnew(test, [other])).toMatchObject({ state: "orphaned", quote: "for one year" });
  });

  it("is looked for by its own words only: nothing is written", async () => {
    const { test, passage } = await setUpPassage();
    const stale = { ...passage, ranges: passage.ranges.map((range) => ({ ...range, start: range.start + 3 })) };
    expect(anchorAgain(test.ports(), stale)).toMatchObject({ state: "anchored", ranges: passage.ranges });
    expect(test.ports().passages.find(passage.passageId)?.ranges).toEqual(passage.ranges);
  });
});
