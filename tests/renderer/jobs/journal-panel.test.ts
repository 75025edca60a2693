import { expect, test } from "vitest";
import type { JournalEntry } from "#shared/model/journal.ts";
import { describeEntry } from "../../../renderer/jobs/journal-panel.tsx";

const entry: JournalEntry = {
  sequence: 2,
  at: "2026-01-01T00:00:00Z",
  actor: "A. Tester",
  versions: "probative 0.1.0, case 2",
  action: "document-imported",
  subject: "doc_000000000001",
  sha256: "0".repeat(64),
  detail: { bytes: 400, format: "docx", job: "job_000000000001", pages: 3, source: "office/memorandum.docx" },
  previous: "0".repeat(64),
  hash: "1".repeat(64),
};

test("an entry is told by title, in the words of the screen", () => {
  const titles = new Map([["doc_000000000001", "Memorandum"]]);
  expect(describeEntry(entry, titles)).toBe("Memorandum · Word · 3 pages · office/memorandum.docx");
});

test("a document that is not in the case any more keeps its identifier; what is empty is left out", () => {
  const edited: JournalEntry = { ...entry, action: "fields-edited", detail: { entered: "court", asDetected: "" } };
  expect(describeEntry(edited, new Map())).toBe("doc_000000000001 · entered court");
});
