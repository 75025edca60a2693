import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { composeContribution } from "#core/exchange/compose-contribution.ts";
import { mergeContribution } from "#core/exchange/merge-contribution.ts";
import { createPassage, listPassages, updatePassage } from "#core/passages/edit-passage.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const EVERYTHING = { documentId: null, tagIds: [], text: null };
const PLACE = { caseTitle: "Specimen matter", program: "probative 0.0.0" };
const DECISIONS = { made: new Map(), otherwise: "both" } as const;
const NOTE = { title: "Note Verbale 44/2025", pages: ["SPECIMEN the cost of custody", "SPECIMEN for one year"] };
const MEMO = { title: "Memo", pages: ["SPECIMEN memo about the cost"] };

async function setUp(author: string, ...documents: readonly (typeof NOTE)[]) {
  const test = await setUpTestCase();
  const ids: DocumentId[] = [];
  for (const document of documents) ids.push(await test.importOne(document));
  const ports: CasePorts = { ...test.ports(), author };
  return { ports, ids, test };
}

const [FIRST, SECOND] = ["the cost of custody", "for one year"];

async function setUpAna() {
  const ana = await setUp("Ana", NOTE, MEMO);
  const [note, memo] = ana.ids as [DocumentId, DocumentId];
  const one = createPassage(ana.ports, { document: note, quote: FIRST, tag: ["Payment"], note: "Paid in March." });
  const two = createPassage(ana.ports, { document: note, quote: SECOND, tag: ["Custody"], note: "" });
  createPassage(ana.ports, { document: memo, quote: "about the cost", tag: ["Payment"], note: "" });
  ana.ports.passageLinks.insert({
    linkId: ana.ports.ids.next("passage-link"),
    from: one.passageId,
    to: two.passageId,
    relation: "supports",
    reason: "the same year",
    author: "Ana",
    createdAt: one.createdAt,
  });
  return { ...ana, text: JSON.stringify(await composeContribution(ana.ports, PLACE, null)) };
}

describe("a contribution", () => {
  it("is merged in one step that can be taken back and made again, and twice changes nothing", async () => {
    const { text } = await setUpAna();
    const { ports, ids } = await setUp("Ben", NOTE);
    const [note] = ids as [DocumentId];
    createPassage(ports, { document: note, quote: FIRST, tag: ["payment", "Mine"], note: "Paid in May." });
    const before = snapshotOf(ports);
    const preview = await mergeContribution(ports, text, DECISIONS, true);
    expect(snapshotOf(ports)).toEqual(before);
    expect(preview).toMatchObject({
      done: false,
      contribution: { author: "Ana", caseTitle: "Specimen matter" },
      tags: { added: 1, changed: 0, same: 1 },
      passages: { added: 1, changed: 1, same: 0 },
      links: { added: 1, changed: 0, same: 0 },
      linksLeftOut: 0,
      documentsNotHere: [{ title: "Memo", passages: 1 }],
      conflicts: [{ kind: "note", ours: "Paid in May.", theirs: "Paid in March.", choice: "both" }],
    });
    expect(await mergeContribution(ports, text, DECISIONS, false)).toEqual({ ...preview, done: true });
    const after = snapshotOf(ports);
    const names = new Map(ports.tags.list().map((tag) => [tag.tagId, tag.name]));
    expect(
      listPassages(ports, EVERYTHING).map((passage) => ({
        quote: passage.quote,
        tags: passage.tagIds.map((tagId) => names.get(tagId)),
        note: passage.note,
        origin: passage.origin,
        author: passage.author,
      })),
    ).toEqual([
      {
        quote: FIRST,
        tags: ["payment", "Mine"],
        note: "Paid in May.\n\n---\n\n**Ana:** Paid in March.",
        origin: null,
        author: "Ben",
      },
      { quote: SECOND, tags: ["Custody"], note: "", origin: { kind: "contribution", name: "Ana" }, author: "Ana" },
    ]);
    expect(ports.passageLinks.list(null)).toMatchObject([{ relation: "supports", reason: "the same year" }]);
    const again = await mergeContribution(ports, text, DECISIONS, false);
    expect([again.tags, again.passages, again.links]).toEqual([
      { added: 0, changed: 0, same: 2 },
      { added: 0, changed: 0, same: 2 },
      { added: 0, changed: 0, same: 1 },
    ]);
    expect(snapshotOf(ports)).toEqual(after);
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
    redoEdit(ports);
    expect(snapshotOf(ports)).toEqual(after);
  });

  it("follows the words of a passage where the text is read differently, and keeps what it does not find", async () => {
    const { ports: ana, ids } = await setUp("Ana", NOTE);
    const [note] = ids as [DocumentId];
    createPassage(ana, { document: note, quote: FIRST, tag: [], note: "" });
    createPassage(ana, { document: note, quote: SECOND, tag: [], note: "kept" });
    const contribution = await composeContribution(ana, PLACE, null);
    const { ports, test } = await setUp("Ben");
    test.program.reader.revise((document) => ({ ...document, pages: ["Read anew: the cost of custody", "nothing"] }));
    await test.importOne(NOTE);
    const report = await mergeContribution(ports, JSON.stringify(contribution), DECISIONS, false);
    expect(report).toMatchObject({ passages: { added: 2 }, orphaned: 1 });
    expect(listPassages(ports, EVERYTHING).map(({ quote, state, note: words }) => [quote, state, words])).toEqual([
      [FIRST, "anchored", ""],
      [SECOND, "orphaned", "kept"],
    ]);
  });

  it("of the person's own copy of the case has nothing to add", async () => {
    const { ports, text } = await setUpAna();
    const report = await mergeContribution(ports, text, DECISIONS, false);
    expect([report.tags.added, report.passages.added, report.links.added, report.conflicts]).toEqual([0, 0, 0, []]);
    const [first] = listPassages(ports, EVERYTHING);
    updatePassage(ports, first?.passageId ?? expect.unreachable(), { note: "Paid in May." });
    const later = await mergeContribution(ports, text, { made: new Map(), otherwise: "ours" }, false);
    expect(later.passages.changed).toBe(0);
  });

  it("that was changed, or is none, is refused", async () => {
    const { ports, text } = await setUpAna();
    const changed = text.replace("Paid in March.", "Paid in April.");
    await expectFailure("exchange/damaged", () => mergeContribution(ports, changed, DECISIONS, true));
    for (const wrong of ["", "{}", "[1]", text.replace('"version":1', '"version":2')]) {
      await expectFailure("exchange/not-readable", () => mergeContribution(ports, wrong, DECISIONS, true));
    }
  });
});
