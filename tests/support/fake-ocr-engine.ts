import type { OcrEngine, OcrRequest } from "#core/ports/ocr-engine.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { WordConfidence } from "#shared/model/page-state.ts";
import { layOutText } from "./lay-out-text.ts";

/** What the engine makes of a page: its text, or a failure. */
export type Recognition = string | { readonly text: string; readonly confidence: number } | ProbativeError;

/** Implements the port without a picture: for tests about what happens around recognition. */
export interface FakeOcrEngine extends OcrEngine {
  /** What it was asked for, in order. */
  readonly asked: readonly OcrRequest[];
}

/**
 * @param read tells what stands on a page; a failure that it returns is thrown
 */
export function createFakeOcrEngine(read: (request: OcrRequest) => Recognition | Promise<Recognition>): FakeOcrEngine {
  const asked: OcrRequest[] = [];
  return {
    name: "built-in",
    version: "fake 1.0",
    concurrency: 1,
    asked,
    languages: async () => ["eng", "spa", "fra"],
    recognise: async (request, signal) => {
      asked.push(request);
      const found = await read(request);
      if (signal.aborted) throw new ProbativeError("job/cancelled");
      if (found instanceof ProbativeError) throw found;
      const { text, confidence } = typeof found === "string" ? { text: found, confidence: 91 } : found;
      const words = [...text.matchAll(/\S+/gu)];
      return {
        text,
        geometry: layOutText(text),
        confidences: words.map(
          (word): WordConfidence => [word.index, word.index + word[0].length, word[0].includes("?") ? 20 : confidence],
        ),
        confidence: words.length === 0 ? null : confidence,
        turned: 0,
        skew: 0,
        resolution: 200,
        madeBy: "fake 1.0, eng",
      };
    },
    close: async () => {},
  };
}
