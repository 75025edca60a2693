import { expect, test } from "vitest";
import type { PageInfo } from "#shared/model/document.ts";
import { labelSummary } from "../../../renderer/library/page-labels.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const page = (label: string | null, index: number): PageInfo => pageInfoOf({ page: index + 1, label });

test.each([
  [["i", "ii", "1", "2"], "i – 2"],
  [["7"], "7"],
  [[null, "1", "2"], "1 – 2 (2 of 3 pages)"],
  [[null, null], "none; pages are counted by position"],
  [[], "none; pages are counted by position"],
])("labels %j are summed up as %s", (labels, summary) => {
  expect(labelSummary(labels.map(page))).toBe(summary);
});
