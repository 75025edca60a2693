import { expect, test } from "vitest";
import type { OcrStatus } from "#shared/model/ocr.ts";
import { ocrFigures } from "../../../renderer/jobs/ocr-panel.tsx";

const status: OcrStatus = {
  state: "running",
  waiting: 120,
  done: 30,
  failed: 0,
  off: 0,
  jobId: null,
  rate: 40,
  current: null,
  choice: "automatic",
  engine: "built-in",
  engines: [],
  languages: ["eng"],
};

test("what stands and what is left is said in one line", () => {
  expect(ocrFigures(status)).toBe("120 pages wait · 30 recognised · 40 pages/min · about 3 min left · built-in engine");
});

test("nothing is said that is not known", () => {
  expect(ocrFigures({ ...status, waiting: 0, failed: 2, off: 5, rate: null, engine: "system" })).toBe(
    "nothing waits · 30 recognised · 2 failed · 5 imported without OCR · engine of this system",
  );
});
