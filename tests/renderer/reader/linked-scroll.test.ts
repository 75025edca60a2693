import { describe, expect, it } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import type { PageText } from "#shared/model/document.ts";
import { type LinkedPane, linkedScroll } from "../../../renderer/reader/linked-scroll.ts";
import { candidatesAround, matchHeight, matchPage } from "../../../renderer/reader/page-matching.ts";
import { PageTexts } from "../../../renderer/reader/page-texts.ts";
import { topOfPage, type ViewPlace } from "../../../renderer/reader/view-place.ts";
import { runsOfText } from "../../support/lay-out-text.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const ONE = documentIdSchema.parse("doc_000000000001");
const TWO = documentIdSchema.parse("doc_000000000002");

const PAGES = [
  "The Ministry presents its compliments to the Embassy",
  "The persons transferred shall be received at the facility",
  "A grant shall defray the costs of custody separately",
];

function pageText(documentId: typeof ONE, page: number, text: string): PageText {
  return { documentId, page, text, runs: runsOfText(text), layer: "text-layer", confidences: [] };
}

async function openPane(documentId: typeof ONE, pages: readonly string[]) {
  const texts = new PageTexts(async (page) => pageText(documentId, page, pages[page - 1] ?? ""));
  await Promise.all(pages.map((_, index) => texts.request(index + 1)));
  const pageInfos = pages.map((text, index) => pageInfoOf({ page: index + 1, characters: text.length }));
  const followed: ViewPlace[] = [];
  const pane: LinkedPane = { documentId, pageInfos, texts, follow: (place) => followed.push(place) };
  return { pane, followed };
}

describe("the counterpart of a page", () => {
  it("is looked for around where it is expected, the nearest first", () => {
    expect(candidatesAround(5, 9, 2)).toEqual([5, 4, 6, 3, 7]);
    expect(candidatesAround(1, 2, 3)).toEqual([1, 2]);
  });

  it("is the page with the same words, whatever stamps are on it; none when no page has them", () => {
    const candidates = PAGES.map((text, index) => ({ page: index + 1, text: `STAMP 00${index} ${text}` }));
    expect(PAGES.map((text) => matchPage(text, candidates))).toEqual([1, 2, 3]);
    expect(matchPage("Something else entirely that nobody wrote", candidates)).toBeNull();
    expect(matchPage("", candidates)).toBeNull();
  });

  it("stands at the height of the same words", () => {
    const info = pageInfoOf({ page: 1 });
    const long = Array.from({ length: 12 }, (_, index) => `line number ${index} of the note ends here now`);
    const from = { info, text: pageText(ONE, 1, long.join("\n")) };
    const to = { info, text: pageText(TWO, 1, ["a new first line that stands above", ...long].join("\n")) };
    const lineHeight = matchHeight(from, 0.2, to) - 0.2;
    expect(lineHeight).toBeGreaterThan(0.005);
    expect(matchHeight(to, 0.2 + lineHeight, from)).toBeCloseTo(0.2, 5);
    expect(matchHeight(from, 0.99, to)).toBe(0.99);
  });
});

describe("linked scrolling", () => {
  it("takes the other one along to the same page, only while they are linked", async () => {
    const first = await openPane(ONE, PAGES);
    const second = await openPane(TWO, ["A cover sheet that was put before it", ...PAGES]);
    const leave = [linkedScroll.add(first.pane), linkedScroll.add(second.pane)];
    linkedScroll.tell(first.pane, topOfPage(2));
    expect(second.followed).toEqual([]);

    linkedScroll.setLinked(ONE, TWO, true);
    expect(linkedScroll.isLinked(TWO, ONE)).toBe(true);
    linkedScroll.tell(first.pane, topOfPage(2));
    linkedScroll.tell(second.pane, topOfPage(4));
    expect(second.followed.map(({ page, asked }) => [page, asked])).toEqual([[3, false]]);
    expect(first.followed.map(({ page }) => page)).toEqual([3]);

    for (const go of leave) go();
    linkedScroll.tell(first.pane, topOfPage(1));
    expect(second.followed).toHaveLength(1);
    linkedScroll.setLinked(ONE, TWO, false);
  });
});
