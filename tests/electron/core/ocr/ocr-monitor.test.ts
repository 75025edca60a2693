import { expect, test } from "vitest";
import { createOcrMonitor } from "#core/ocr/ocr-monitor.ts";
import type { DocumentId } from "#shared/base/ids.ts";

test("the rate is that of the last pages, and is forgotten when OCR stops", () => {
  let now = 1000;
  const monitor = createOcrMonitor(() => now);
  const page = { documentId: "doc_000000000001" as DocumentId, page: 1 };
  expect(monitor.rate()).toBeNull();
  monitor.startedPage(page);
  expect(monitor.current()).toBe(page);
  expect(monitor.rate()).toBeNull();
  for (let index = 0; index < 4; index += 1) {
    now += 2000;
    monitor.finishedPage();
  }
  expect(monitor.rate()).toBe(30);
  for (let index = 0; index < 40; index += 1) {
    now += 500;
    monitor.finishedPage();
  }
  expect(monitor.rate()).toBe(120);
  monitor.stopped();
  expect(monitor.rate()).toBeNull();
  expect(monitor.current()).toBeNull();
});
