import { expect, test } from "vitest";
import type { JournalEntry } from "#shared/model/journal.ts";
import { describeEntry } from "../../../renderer/jobs/describe-entry.ts";
import { inSpanish } from "../passages/support.ts";

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
  const edited: JournalEntry = {
    ...entry,
    action: "fields-edited",
    detail: { entered: "court, shortName", asDetected: "" },
  };
  expect(describeEntry(edited, new Map())).toBe("doc_000000000001 · entered: Court or agency, Short name");
});

test("codes are told in words, and what a later version of the program recorded as it is", () => {
  const decided: JournalEntry = {
    ...entry,
    action: "hidden-text-decided",
    subject: null,
    detail: { page: 2, left: 10, characters: 1, decision: "reveal", weighed: "twice" },
  };
  expect(describeEntry(decided, new Map())).toBe("page 2 · 1 character · decision reveal · weighed twice");
  inSpanish(() =>
    expect(describeEntry(decided, new Map())).toBe("página 2 · 1 carácter · decisión: revelar · weighed twice"),
  );
});
