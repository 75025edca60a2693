import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { readAnnotations } from "#core/exchange/read-annotations.ts";
import { deletePassage, listPassages } from "#core/passages/edit-passage.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import type { FoundAnnotation } from "#core/ports/document-reader.ts";
import type { Box } from "#shared/model/geometry.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { layOutText } from "../../../support/lay-out-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const EVERYTHING = { documentId: null, tagIds: [], text: null };
const TEXT = "SPECIMEN the cost of custody\nfor one year";

/** The rectangle around some words of the page, as a highlighter draws it. */
function around(words: string): Box {
  const start = TEXT.indexOf(words);
  const run = decodeRuns(layOutText(TEXT)).find((candidate) => candidate.start <= start && start < candidate.end);
  if (run === undefined) return expect.unreachable();
  const [from, to] = [run.edges[start - run.start], run.edges[start + words.length - run.start]];
  return [from ?? 0, run.low, to ?? 0, run.high];
}

const REMARK: FoundAnnotation = {
  page: 1,
  index: 0,
  name: "n",
  subtype: "Highlight",
  marked: [around("cost of custody"), around("for one")],
  box: [0, 0, 100, 100],
  contents: "Compare.",
  author: "Ana Ruiz",
  color: "#FFEB3B",
  createdAt: "2025-12-01T09:30:00-05:00",
  modifiedAt: "2025-12-02",
  replies: [{ author: "Ben", contents: "Agreed." }],
};
const COMMENT: FoundAnnotation = {
  ...REMARK,
  index: 1,
  subtype: "Text",
  marked: [],
  box: [500, 700, 500, 700],
  author: "",
  color: null,
  createdAt: null,
  modifiedAt: "9999-99-99",
  replies: [],
};
const DOCUMENT = { title: "Note", pages: [TEXT], annotations: [REMARK, COMMENT, { ...COMMENT, index: 2, page: 7 }] };

const shown = (ports: CasePorts) =>
  listPassages(ports, EVERYTHING).map(({ quote, note, author, createdAt, updatedAt, origin, region, tagIds }) => ({
    quote,
    note,
    author,
    createdAt,
    updatedAt,
    origin,
    region,
    tagIds,
  }));

describe("highlights and comments of an imported PDF", () => {
  it("become passages where they stand, without a tag, and the account says so", async () => {
    const test = await setUpTestCase();
    await test.importOne(DOCUMENT);
    const ports = test.ports();
    const [comment, highlight, ...others] = shown(ports);
    expect(others).toEqual([]);
    expect(highlight).toEqual({
      quote: "cost of custody\nfor one",
      note: "Compare.\n\n---\n\n**Ben:** Agreed.",
      author: "Ana Ruiz",
      createdAt: "2025-12-01T14:30:00.000Z",
      updatedAt: "2025-12-02T00:00:00.000Z",
      origin: { kind: "annotation", name: "Highlight #FFEB3B" },
      region: null,
      tagIds: [],
    });
    expect(comment).toMatchObject({ author: "?", quote: "", origin: { kind: "annotation", name: "Text" } });
    expect(comment?.region).toEqual({ page: 1, box: [500, 692, 508, 700] });
    expect(ports.documents.list()[0]?.passages).toBe(2);
    expect(ports.documents.find(ports.documents.list()[0]?.documentId ?? expect.unreachable())?.notices).toEqual([
      {
        kind: "annotations-read",
        detail: "2 highlights and comments were read in as passages. 1 fit no page and stay in the file alone.",
      },
    ]);
  });

  it("are left in the file when that is wanted, and can be read later, in one step and once", async () => {
    const test = await setUpTestCase();
    const ports = test.ports();
    const folder = await test.give({ "note.pdf": DOCUMENT });
    test.session().jobs.start("import", "Import", {
      paths: [folder],
      incomingFolder: null,
      documents: null,
      withoutAnnotations: true,
    });
    await test.session().jobs.settled();
    expect(shown(ports)).toEqual([]);
    const documents = ports.documents.list().map((document) => document.documentId);
    expect(await readAnnotations(ports, documents)).toEqual({ documents: 1, added: 2, known: 0, left: 1 });
    const [first] = listPassages(ports, EVERYTHING);
    expect(await readAnnotations(ports, documents)).toEqual({ documents: 1, added: 0, known: 2, left: 1 });
    deletePassage(ports, first?.passageId ?? expect.unreachable());
    expect(await readAnnotations(ports, documents)).toEqual({ documents: 1, added: 1, known: 1, left: 1 });
    undoEdit(ports);
    expect(shown(ports)).toHaveLength(1);
  });

  it("have the same identifier in every case", async () => {
    const ids: string[][] = [];
    for (const _ of [1, 2]) {
      const test = await setUpTestCase();
      await test.importOne(DOCUMENT);
      ids.push(listPassages(test.ports(), EVERYTHING).map((passage) => passage.passageId));
    }
    expect(ids[0]).toEqual(ids[1]);
  });
});
