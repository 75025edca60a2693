import { expect, test } from "vitest";
import { listDetections } from "#core/understanding/list-detections.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

test("what was detected comes with its words and the boxes around them", async () => {
  const test = await setUpTestCase();
  const text = "Sent on 15 March 2025 to the ministry.";
  const start = text.indexOf("15 March");
  const end = start + "15 March 2025".length;
  const value = { kind: "date", value: "2025-03-15", precision: "day" } as const;
  const documentId = await test.importOne({
    title: "letter",
    pages: ["Nothing here.", { text, detections: [{ start, end, value }] }],
  });
  const all = listDetections(test.ports(), documentId, null);
  expect(all).toMatchObject([{ page: 2, start, end, text: "15 March 2025", value }]);
  expect(all[0]?.quads).toHaveLength(1);
  expect(listDetections(test.ports(), documentId, 2)).toEqual(all);
  expect(listDetections(test.ports(), documentId, 1)).toEqual([]);
  expect(() => listDetections(test.ports(), documentId, 3)).toThrow("no such page");
});
