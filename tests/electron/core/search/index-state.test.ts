import { expect, it } from "vitest";
import { decideRedaction } from "#core/redactions/decide-redaction.ts";
import { catchUp, digestCatalogue, readIndexState } from "#core/search/index-state.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import { unreadSentences } from "#shared/text/unread-sentences.ts";
import { layOutText } from "../../../support/lay-out-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS } from "./fake-searcher.ts";

const HIDDEN: HiddenRegion = { box: [72, 700, 200, 712], characters: 11, cover: "box" };
const OTHER: HiddenRegion = { box: [72, 600, 200, 612], characters: 7, cover: "picture" };

it("counts what there is and what of it could not be read", async () => {
  const { ports, importAll } = await setUpTestCase();
  const scan = { text: "", textState: "none" } as const;
  const account = await importAll({
    "scan.pdf": { title: "Scan", pages: [scan, scan, scan, scan, scan] },
    "note.pdf": { title: "Note", pages: [{ text: "A SPECIMEN", hidden: [HIDDEN, OTHER] }] },
    "twice.pdf": { title: "Note", pages: [{ text: "A SPECIMEN", hidden: [HIDDEN, OTHER] }] },
    "bad.pdf": { title: "Bad", pages: [], fail: "import/encrypted" },
    "film.bin": new Uint8Array([0, 1, 2]),
  });
  const [scanned, note] = account.files.map((file) => file.documentId);
  if (scanned === undefined || note === undefined) throw new Error("not imported");
  const recognise = (page: number, confidence: number, text = "recognised words") =>
    ports().index.setRecognised(scanned, page, {
      text,
      geometry: layOutText(text),
      confidences: [],
      confidence,
      madeBy: "test engine",
      understanding: { textState: text === "" ? "none" : "good", detections: [], language: null, signature: null },
    });
  recognise(1, 95);
  recognise(2, 79.5);
  recognise(3, 80);
  ports().index.setOcrState(scanned, 4, "failed", "It took too long.");
  await decideRedaction(ports(), { document: note, page: 1, region: 1 }, "reveal", async () => {});
  await catchUp(ports(), BREATHLESS);
  const state = readIndexState(ports());
  expect(state).toEqual({
    documents: 2,
    files: { imported: 2, duplicate: 1, failed: 1, skipped: 1, pending: 0 },
    pages: 6,
    pagesWithoutText: 2,
    pagesByOcr: 3,
    pagesUnread: 2,
    pagesLowConfidence: 1,
    hiddenPlaces: 1,
    documentsOutdated: 0,
  });
  expect(unreadSentences(state)).toEqual([
    "2 pages have no text.",
    "2 pages wait for OCR, failed in it, or were left out of it.",
    "1 page was recognised with a mean confidence under 80 of 100; words there may be misread.",
    "In 1 place text lies hidden under a cover; it was kept out of the search.",
    "1 file could not be imported.",
    "1 file was passed over by imports.",
  ]);
});

it("the digest of the catalogue changes with documents, not with the order in which they came or their names", async () => {
  const first = await setUpTestCase();
  await first.importOne({ title: "A", pages: ["A"] });
  const before = await digestCatalogue(first.ports());
  const [document] = first.ports().documents.list();
  if (document === undefined) throw new Error("not imported");
  first.ports().documents.rename(document.documentId, "Another title", "Another");
  expect(await digestCatalogue(first.ports())).toBe(before);
  await first.importOne({ title: "B", pages: ["B"] });
  expect(await digestCatalogue(first.ports())).not.toBe(before);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
});
