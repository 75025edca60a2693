import { describe, expect, it } from "vitest";
import { createBrief } from "#core/briefs/edit-brief.ts";
import { readBrief } from "#core/briefs/read-brief.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { createTag } from "#core/passages/edit-tag.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import type { DocumentHit } from "#core/search/evaluate/evaluation.ts";
import { type HitTagging, tagHits } from "#core/search/tag-hits.ts";
import type { BriefId, DocumentId, SectionId, TagId } from "#shared/base/ids.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS, createFakeSearcher, hitOn } from "./fake-searcher.ts";

const PAGES = [
  "SPECIMEN\n\nNote No. 44 speaks of the refund. The refund was refused\nin March. Nothing else happened.\n\nThe refund",
  "was paid in April. The end.",
] as const;

/** A case with two documents of two pages; hits on all places of “refund”, the last of them over the page break. */
async function setUp() {
  const { ports, importOne, events } = await setUpTestCase();
  const documents: DocumentId[] = [];
  for (const title of ["A", "B"]) {
    documents.push(await importOne({ title, pages: PAGES.map((text) => ({ text: `${title}\n${text}` })) }));
  }
  const [first, second] = PAGES.map((text) => `A\n${text}`) as [string, string];
  const overBreak: DocumentHit = {
    parts: [...hitOn(1, first, "The refund", first.lastIndexOf("The")).parts, ...hitOn(2, second, "was paid").parts],
  };
  const hits = [hitOn(1, first, "refund"), hitOn(1, first, "refund was"), hitOn(1, first, "March"), overBreak];
  const searcher = createFakeSearcher({
    refund: {
      documents: documents.map((documentId) => ({ documentId, hits: hits.length, pages: 1 })),
      hits: new Map(documents.map((documentId) => [documentId, hits])),
    },
    nothing: { documents: [] },
  });
  const tagId = createTag(ports(), { name: "Refund" }).tagId;
  const tag = (change: Partial<HitTagging> = {}) =>
    tagHits(
      ports(),
      searcher,
      {
        search: searchRequestSchema.parse({ query: "refund" }),
        documents: null,
        tagIds: [tagId],
        note: "found",
        extent: "sentence",
        brief: null,
        preview: false,
        ...change,
      },
      BREATHLESS,
    );
  const passages = () => ports().passages.list({ documentId: null, tagIds: [], text: null });
  return { ports, documents, events, tag, tagId, passages };
}

describe("tagHits", () => {
  it("makes a passage of each sentence with hits, with tag and note, and boxes on both pages of one over a page break", async () => {
    const { documents, tag, tagId, passages } = await setUp();
    const { made, passageIds } = await tag();
    expect(made).toMatchObject({ documents: 2, hits: 8, passages: 6, existing: 0 });
    expect(passages().map((passage) => passage.quote)).toEqual([
      ...["Note No. 44 speaks of the refund.", "The refund was refused\nin March.", "The refund\nwas paid in April."],
      ...["Note No. 44 speaks of the refund.", "The refund was refused\nin March.", "The refund\nwas paid in April."],
    ]);
    expect(passages().map((passage) => passage.passageId)).toEqual(passageIds);
    for (const passage of passages()) {
      expect(passage).toMatchObject({ tagIds: [tagId], note: "found", state: "anchored", author: "A. Tester" });
      for (const range of passage.ranges) expect(range.quads.length).toBeGreaterThan(0);
    }
    expect(passages()[2]?.ranges.map((range) => range.page)).toEqual([1, 2]);
    expect(made.samples[0]).toEqual({ documentId: documents[0], page: 1, quote: "Note No. 44 speaks of the refund." });
  });

  it("makes of words and of paragraphs what they are", async () => {
    const { tag } = await setUp();
    const quotes = async (extent: HitTagging["extent"]) =>
      (await tag({ extent, preview: true })).made.samples.slice(0, 4).map((sample) => sample.quote);
    expect(await quotes("words")).toEqual(["refund", "refund was", "March", "The refund\nwas paid"]);
    const paragraph = "Note No. 44 speaks of the refund. The refund was refused\nin March. Nothing else happened.";
    expect((await quotes("paragraph")).slice(0, 2)).toEqual([paragraph, "The refund\nwas paid in April. The end."]);
  });

  it("says what it would make, and makes nothing, for a preview", async () => {
    const { ports, tag, passages } = await setUp();
    const steps = ports().edits.history(10).undo.length;
    const { made, passageIds } = await tag({ preview: true });
    expect([made.passages, passageIds, passages(), ports().edits.history(10).undo.length]).toEqual([6, [], [], steps]);
    expect((await tag()).made).toEqual(made);
  });

  it("only tags a passage that stands at that place, and is taken back by one undo with all else", async () => {
    const { ports, documents, tag, tagId, passages } = await setUp();
    const own = createPassage(ports(), {
      document: documents[0] as DocumentId,
      quote: "The refund was refused in March.",
      tag: ["Mine"],
      note: "my note",
    });
    const { made, passageIds } = await tag();
    expect(made).toMatchObject({ passages: 6, existing: 1 });
    expect(passageIds[1]).toBe(own.passageId);
    const tagged = ports().passages.find(own.passageId);
    expect(tagged).toMatchObject({ note: "my note", quote: own.quote });
    expect(tagged?.tagIds.toSorted()).toEqual([...own.tagIds, tagId].toSorted());
    expect((await tag()).made).toMatchObject({ passages: 6, existing: 6 });
    expect(passages()).toHaveLength(6);
    undoEdit(ports());
    expect(passages()).toEqual([ports().passages.find(own.passageId)]);
    expect(ports().passages.find(own.passageId)?.tagIds).toEqual(own.tagIds);
  });

  it("adds the passages to a section of a brief, in the same step", async () => {
    const { ports, documents, tag, passages } = await setUp();
    const { briefId } = createBrief(ports(), "Facts");
    const { passageIds } = await tag({ brief: { briefId, sectionId: null }, documents: [documents[1] as DocumentId] });
    const brief = readBrief(ports(), briefId);
    expect(brief.checks).toEqual({ verified: 3, altered: 0, orphaned: 0, missing: 0 });
    const blocks = brief.sections[0]?.blocks ?? [];
    expect(blocks.map((block) => (block.kind === "quotation" ? block.passageId : null))).toEqual(passageIds);
    expect(blocks[1]).toMatchObject({ text: "The refund was refused in March." });
    undoEdit(ports());
    expect(readBrief(ports(), briefId).sections[0]?.blocks).toEqual([]);
    expect(passages()).toEqual([]);
  });

  it("changes nothing when a tag, a brief or a section is not there, or nothing is found", async () => {
    const { ports, tag, passages } = await setUp();
    const { briefId } = createBrief(ports(), "Facts");
    const gone = { tag: "tag_zzzzzzzzzzzz" as TagId, brief: "brf_zzzzzzzzzzzz" as BriefId };
    await expectFailure("tag/not-found", () => tag({ tagIds: [gone.tag] }));
    await expectFailure("brief/not-found", () => tag({ brief: { briefId: gone.brief, sectionId: null } }));
    const sectionId = "sec_zzzzzzzzzzzz" as SectionId;
    await expectFailure("brief/section-not-found", () => tag({ brief: { briefId, sectionId } }));
    const steps = ports().edits.history(10).undo.length;
    const none = await tag({ search: searchRequestSchema.parse({ query: "nothing" }) });
    expect(none.made).toEqual({ documents: 0, hits: 0, passages: 0, existing: 0, samples: [] });
    expect(passages()).toEqual([]);
    expect(ports().edits.history(10).undo).toHaveLength(steps);
  });

  it("makes thousands of passages and takes them back at once", async () => {
    const { ports, importOne } = await setUpTestCase();
    const page = Array.from({ length: 50 }, (_, index) => `Sentence ${index} names the refund.`).join("\n");
    const pages = Array.from({ length: 40 }, () => ({ text: page }));
    const documentId = await importOne({ title: "Long", pages });
    const hits = pages.flatMap((_, index) =>
      [...page.matchAll(/refund/gu)].map((found): DocumentHit => {
        return { parts: [{ page: index + 1, start: found.index, end: found.index + 6 }] };
      }),
    );
    const found = { documents: [{ documentId, hits: hits.length, pages: 40 }], hits: new Map([[documentId, hits]]) };
    const search = searchRequestSchema.parse({ query: "refund" });
    const { briefId } = createBrief(ports(), "Facts");
    const { made } = await tagHits(
      ports(),
      createFakeSearcher({ refund: found }),
      {
        ...{ search, documents: null, tagIds: [], note: "", extent: "sentence", preview: false },
        brief: { briefId, sectionId: null },
      },
      BREATHLESS,
    );
    expect(made).toMatchObject({ hits: 2000, passages: 2000 });
    expect([ports().passages.count(), ports().briefs.list()[0]?.quotations]).toEqual([2000, 2000]);
    undoEdit(ports());
    expect([ports().passages.count(), ports().briefs.list()[0]?.quotations]).toEqual([0, 0]);
  });
});
