import { describe, expect, test } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import type { ShownDetection } from "#shared/contract/understanding-procedures.ts";
import type { DetectedValue } from "#shared/model/detection.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { groupDetections } from "../../../renderer/library/document-detections.tsx";
import { repeatsOf, threadOf } from "../../../renderer/library/document-family.tsx";
import { textSummary } from "../../../renderer/library/document-text.tsx";
import { numberOf } from "../../../renderer/library/document-values.ts";
import { addressSummary } from "../../../renderer/library/page-labels.ts";
import { pageInfoOf, summaryOf } from "../support/document-summary.ts";

const found = (value: DetectedValue): ShownDetection => ({ page: 1, start: 0, end: 1, text: "x", value, quads: [] });

test("detections are grouped by kind; what stands on every page comes last", () => {
  const groups = groupDetections([
    found({ kind: "paragraph", number: 1 }),
    found({ kind: "date", value: "2025", precision: "year" }),
    found({ kind: "bates", prefix: "V-", digits: "01", number: 1 }),
    found({ kind: "date", value: "2024", precision: "year" }),
  ]);
  expect(groups.map(({ kind, items }) => [kind, items.length])).toEqual([
    ["bates", 1],
    ["date", 2],
    ["paragraph", 1],
  ]);
});

describe("textSummary", () => {
  test("says where the text of the pages comes from", () => {
    expect(
      textSummary([
        pageInfoOf({}),
        pageInfoOf({ layer: "ocr", textState: "none", ocr: "done" }),
        pageInfoOf({ textState: "stamp-only", ocr: "waiting" }),
        pageInfoOf({ textState: "none", ocr: "failed", characters: 0 }),
      ]),
    ).toBe("1 by text layer, 1 by OCR, 1 waits for OCR, 1 could not be recognised");
  });
});

test("names of pages in a scheme are summed up as a range", () => {
  const bates = (value: string) => pageInfoOf({ addresses: [{ scheme: "bates", value }] });
  expect(addressSummary([bates("V-001"), bates("V-002"), pageInfoOf({})], "bates")).toBe(
    "V-001 – V-002 (2 of 3 pages)",
  );
  expect(addressSummary([bates("V-001")], "ecf")).toBeNull();
});

test("a document is called by its ECF number, then its Bates range, then the number of a note", () => {
  expect(numberOf({ ...NO_FIELDS, ecfNumber: "81-2", batesBegin: "V-001" })).toBe("ECF 81-2");
  expect(numberOf({ ...NO_FIELDS, batesBegin: "V-001", batesEnd: "V-009" })).toBe("V-001 – V-009");
  expect(numberOf({ ...NO_FIELDS, batesBegin: "V-001", batesEnd: "V-001" })).toBe("V-001");
  expect(numberOf({ ...NO_FIELDS, noteNumber: "44/2025" })).toBe("44/2025");
  expect(numberOf(NO_FIELDS)).toBeNull();
});

test("the other messages of a thread come by date, those without one last", () => {
  const mail = (title: string, thread: string | null, date: string | null) =>
    summaryOf({ title, thread, fields: { ...NO_FIELDS, date } });
  const asked = mail("asked", "t", "2025-03-18");
  const all = [mail("undated", "t", null), asked, mail("second", "t", "2025-03-18"), mail("first", "t", "2025-03-16")];
  const others = [mail("other thread", "u", "2025-03-17"), mail("no message", null, null)];
  expect(threadOf([...all, ...others], asked).map(({ title }) => title)).toEqual(["first", "second", "undated"]);
  expect(threadOf(others, { documentId: asked.documentId, thread: null })).toEqual([]);
});

test("the repeats of a document name the other one of each pair", () => {
  const [one, two, three] = ["1", "2", "3"].map((digit) => documentIdSchema.parse(`doc_${digit.padStart(12, "0")}`));
  if (one === undefined || two === undefined || three === undefined) throw new Error("three identifiers");
  const pair = (first: typeof one, second: typeof one) => ({
    first,
    second,
    relation: "same-text" as const,
    shared: 1,
    differing: [],
    explanation: `${first} ${second}`,
  });
  const clusters = [{ documents: [one, two, three], pairs: [pair(one, two), pair(three, one), pair(two, three)] }];
  expect(repeatsOf(clusters, one).map(({ other }) => other)).toEqual([two, three]);
});
