import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { importWebAnnotations } from "#core/exchange/import-web-annotations.ts";
import { webAnnotationsOf } from "#core/exchange/write-web-annotations.ts";
import { createPassage, listPassages } from "#core/passages/edit-passage.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const EVERYTHING = { documentId: null, tagIds: [], text: null };
const PLACE = { caseTitle: "Specimen matter", program: "probative 0.0.0" };
const NOTE = {
  title: "Note Verbale 44/2025",
  pages: [
    { text: "SPECIMEN\nthe cost of custody is six million", label: "CV-0001" },
    { text: "SPECIMEN\nfor one year", label: "CV-0002" },
  ],
};

async function setUp(): Promise<CasePorts> {
  const test = await setUpTestCase();
  await test.importOne(NOTE);
  return test.ports();
}

function written(ports: CasePorts): string {
  return JSON.stringify(webAnnotationsOf(ports, PLACE, ports.passages.list(EVERYTHING)));
}

function documentOf(ports: CasePorts) {
  const [document] = ports.documents.list();
  if (document === undefined) return expect.unreachable();
  return document;
}

describe("Web Annotations", () => {
  it("bring passages of one case into another, once", async () => {
    const here = await setUp();
    const { documentId: document, sha256 } = documentOf(here);
    createPassage(here, {
      document,
      quote: "custody is six million",
      tag: ["Payment › Amount", "Custody"],
      note: "*See*",
    });
    createPassage(here, { document, quote: "million SPECIMEN for one", tag: [], note: "" });
    createPassage(here, {
      document,
      region: { page: 2, box: [10.5, 20, 300, 700.25] },
      tag: [],
      note: "",
      marks: ["hot"],
    } as never);
    const text = written(here);
    const [item] = (JSON.parse(text) as { first: { items: Record<string, unknown>[] } }).first.items;
    expect(item).toMatchObject({
      type: "Annotation",
      motivation: "tagging",
      creator: { type: "Person", name: "A. Tester" },
      target: { source: { id: `urn:sha256:${sha256}`, "dc:title": "Note Verbale 44/2025" } },
    });
    const there = await setUp();
    const before = snapshotOf(there);
    const preview = await importWebAnnotations(there, text, true);
    expect(preview.annotations.map((annotation) => annotation.outcome)).toEqual(["anchored", "anchored", "anchored"]);
    expect(snapshotOf(there)).toEqual(before);
    await importWebAnnotations(there, text, false);
    const shown = (ports: CasePorts) =>
      listPassages(ports, EVERYTHING).map(({ passageId, quote, ranges, region, note, marks, createdAt, author }) => ({
        passageId,
        quote,
        ranges,
        region,
        note,
        marks,
        createdAt,
        author,
      }));
    expect(shown(there)).toEqual(shown(here));
    expect(there.tags.list().map((tag) => tag.name)).toEqual(["Payment › Amount", "Custody"]);
    const again = await importWebAnnotations(there, text, false);
    expect(again.annotations.map((annotation) => annotation.outcome)).toEqual(["known", "known", "known"]);
    undoEdit(there);
    expect(snapshotOf(there)).toEqual(before);
  });

  it("of other programs are found by their words; each that is not found says so", async () => {
    const ports = await setUp();
    const { sha256 } = documentOf(ports);
    const source = `urn:sha256:${sha256}`;
    const quote = (exact: string, more = {}) => ({ source, selector: { type: "TextQuoteSelector", exact, ...more } });
    const items = [
      { id: "http://example.org/1", type: "Annotation", bodyValue: "Look", target: quote("the cost\nof custody") },
      { id: "http://example.org/2", type: "Annotation", target: quote("SPECIMEN"), body: "stands twice" },
      { id: "http://example.org/3", type: "Annotation", target: quote("price of custody", { prefix: "the " }) },
      { id: "http://example.org/4", type: "Annotation", target: { source: `urn:sha256:${"0".repeat(64)}` } },
      { id: "http://example.org/5", type: "Annotation", target: "http://example.org/page" },
      {
        type: "Annotation",
        body: { type: "TextualBody", value: "the page" },
        target: { source, selector: [{ type: "FragmentSelector", value: "page=2" }] },
      },
      { id: "http://example.org/1", type: "Annotation", target: quote("for one year") },
      "nonsense",
      {
        id: "x",
        type: "Annotation",
        target: {
          source,
          selector: {
            type: "FragmentSelector",
            value: "page=999999",
            refinedBy: { type: "TextPositionSelector", start: -4, end: 1e99 },
          },
        },
      },
    ];
    const { annotations } = await importWebAnnotations(ports, JSON.stringify(items), false);
    expect(annotations.map((annotation) => annotation.outcome)).toEqual([
      "anchored",
      "orphaned",
      "orphaned",
      "not-here",
      "unreadable",
      "anchored",
      "known",
      "unreadable",
      "unreadable",
    ]);
    const passages = listPassages(ports, EVERYTHING);
    expect(passages.map(({ quote: words, state, note, region }) => [words, state, note, region?.page])).toEqual(
      expect.arrayContaining([
        ["the cost of custody", "anchored", "Look", undefined],
        ["price of custody", "orphaned", "", undefined],
        ["SPECIMEN\nfor one year", "anchored", "the page", 2],
      ]),
    );
  });

  it("that are none are refused", async () => {
    const ports = await setUp();
    for (const text of ["{", "[]", '{"type":"Person"}', "1"]) {
      await expectFailure("exchange/not-readable", () => importWebAnnotations(ports, text, false));
    }
  });
});
