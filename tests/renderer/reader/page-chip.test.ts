import { expect, test } from "vitest";
import { describeSource, describeText, otherLayer } from "../../../renderer/reader/page-chip.tsx";

test.each([
  [{ ocr: "not-needed", characters: 100, textState: "good" }, null],
  [{ ocr: "waiting", characters: 0, textState: "none" }, "No text yet: waits for OCR"],
  [{ ocr: "waiting", characters: 60, textState: "stamp-only" }, "Text of little worth: waits for OCR"],
  [{ ocr: "off", characters: 0, textState: "none" }, "No text: imported without OCR"],
  [{ ocr: "failed", characters: 0, textState: "none" }, "OCR of this page failed"],
  [{ ocr: "done", characters: 0, textState: "none" }, "OCR found no words on this page"],
  [{ ocr: "done", characters: 90, textState: "none" }, null],
] as const)("a page that is %j says %s", (info, words) => {
  expect(describeText(info)).toBe(words);
});

test.each([
  [{ layer: "ocr", ocr: "done", textState: "none", confidence: 86.6 }, "OCR 87 %", null],
  [{ layer: "ocr", ocr: "done", textState: "stamp-only", confidence: null }, "OCR", "text-layer"],
  [{ layer: "text-layer", ocr: "done", textState: "garbage", confidence: 71 }, "Text layer", "ocr"],
  [{ layer: "text-layer", ocr: "not-needed", textState: "good", confidence: null }, null, null],
  [{ layer: "text-layer", ocr: "waiting", textState: "stamp-only", confidence: null }, null, null],
] as const)("the text of a page that is %j comes from %s; the other one is %s", (info, source, other) => {
  expect(describeSource(info)).toBe(source);
  expect(otherLayer(info)).toBe(other);
});
