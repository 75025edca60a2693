import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { pageSignature } from "#shared/text/page-signature.ts";
import { layOutText } from "../../../../support/lay-out-text.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../../support/test-database.ts";
import { expectSameWords, type ModelPage } from "./word-model.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 120_000 });

const word = fc.constantFrom(
  "the",
  "cost",
  "Cóst",
  "of",
  "in-\nto",
  "NÚÑEZ",
  "nunez",
  "deten-\ntion",
  "well-\nKnown",
  "\u{1F5CE}",
  "\n",
  "\n\n",
  "12",
  "日本",
);
const stamp = "SPEC-000017";
const pageOf = fc.record({
  words: fc.array(word, { maxLength: 14 }),
  header: fc.constantFrom("", "Records of Transfers, folder 12\n", "In the matter of the note\n"),
  stamped: fc.boolean(),
  ending: fc.constantFrom("", " deten-", "\n- 3 -"),
});
const page: fc.Arbitrary<ModelPage> = pageOf.map(({ words, header, stamped, ending }) => {
  const before = `${header}${words.slice(0, 5).join(" ")}`;
  const text = `${before}${stamped ? ` ${stamp} ` : " "}${words.slice(5).join(" ")}${ending}`;
  const start = before.length + 1;
  const value = { kind: "bates", prefix: "SPEC-", digits: "000017", number: 17 } as const;
  return { text, detections: stamped ? [{ start, end: start + stamp.length, value }] : [] };
});

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("add" as const), pages: fc.array(page, { minLength: 0, maxLength: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("reread" as const),
      which: fc.nat(),
      pages: fc.array(page, { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("recognise" as const), which: fc.nat(), at: fc.nat({ max: 5 }), page }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("discard" as const), which: fc.nat() }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("commit", "settle", "maintain", "tidy", "reopen", "compare") }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rollback" as const) }) },
);

describe("the words of the index", () => {
  it("are those of its pages, through any adding, removing, recognising, merging and opening again", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const connection = setUpIndexDatabase();
        let index = openPageIndex(connection);
        let committed = new Map<DocumentId, readonly ModelPage[]>();
        let open = new Map<DocumentId, readonly ModelPage[]>();
        const pick = (which: number) => [...open.keys()][which % Math.max(1, open.size)];
        const add = (documentId: DocumentId, pages: readonly ModelPage[]) => {
          index.beginDocument(documentId);
          index.addPages(
            documentId,
            pages.map((model, at) => makePage(model.text, { page: at + 1, detections: model.detections })),
            "waiting",
          );
          index.finishDocument(documentId);
          open.set(documentId, pages);
        };
        const commit = () => {
          index.commit();
          committed = new Map(open);
        };
        for (const action of steps) {
          if (action.kind === "add") add(newDocumentId(), action.pages);
          else if (action.kind === "reread") {
            const documentId = pick(action.which);
            if (documentId !== undefined) add(documentId, action.pages);
          } else if (action.kind === "discard") {
            const documentId = pick(action.which);
            if (documentId === undefined) continue;
            index.discardDocument(documentId);
            open.delete(documentId);
          } else if (action.kind === "recognise") {
            commit();
            const documentId = pick(action.which);
            const pages = documentId === undefined ? [] : (open.get(documentId) ?? []);
            if (documentId === undefined || pages[action.at] === undefined || !/[a-z]/u.test(action.page.text))
              continue;
            const { text, detections } = action.page;
            const understanding = {
              textState: "good" as const,
              detections,
              language: null,
              signature: pageSignature(text, []),
            };
            index.setRecognised(documentId, action.at + 1, {
              text,
              geometry: layOutText(text),
              confidences: [],
              confidence: 50,
              madeBy: "test",
              understanding,
            });
            open.set(documentId, pages.with(action.at, action.page));
            committed = new Map(open);
          } else if (action.kind === "commit") commit();
          else if (action.kind === "settle") index.words.generation();
          else if (action.kind === "maintain") index.maintain(0);
          else if (action.kind === "tidy") while (index.maintain(1));
          else if (action.kind === "rollback") {
            index.rollback();
            open = new Map(committed);
          } else if (action.kind === "reopen") {
            if (connection.inTransaction) connection.script("ROLLBACK");
            index = openPageIndex(connection);
            open = new Map(committed);
          } else {
            commit();
            expectSameWords(index.words, committed);
          }
        }
        commit();
        expectSameWords(index.words, committed);
        while (index.maintain(1));
        expectSameWords(index.words, committed);
        expect(index.check()).toEqual([]);
        expectSameWords(openPageIndex(connection).words, committed);
      }),
      { numRuns: 60 },
    );
  });
});
