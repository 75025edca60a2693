import { expect, test } from "vitest";
import { describeText } from "../../../renderer/reader/page-chip.tsx";

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
