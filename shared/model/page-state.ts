import { z } from "zod";
import { boxSchema } from "./geometry.ts";

/**
 * What a page's own text layer is worth. `stamp-only`: nothing but stamps, Bates numbers and the like stands on a page
 * that is otherwise a picture. `garbage`: characters without meaning (an encoding without Unicode, mojibake, a bad OCR).
 */
export const textStateSchema = z.enum(["good", "none", "stamp-only", "garbage"]);
export type TextState = z.infer<typeof textStateSchema>;

/** Where the text of a page in use comes from. */
export const textLayerSchema = z.enum(["text-layer", "ocr"]);
export type TextLayer = z.infer<typeof textLayerSchema>;

/** Where a page stands with OCR. `off`: wanted, but the import was told not to. */
export const ocrStateSchema = z.enum(["not-needed", "waiting", "done", "failed", "off"]);
export type OcrState = z.infer<typeof ocrStateSchema>;

/** Confidence of recognised words: `[start, end, confidence]`, offsets into the page's text, confidence 0 to 100. */
export const wordConfidenceSchema = z.tuple([
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
  z.number().min(0).max(100),
]);
export type WordConfidence = z.infer<typeof wordConfidenceSchema>;

/** Below this, a recognised word is shown as doubtful. */
export const LOW_CONFIDENCE = 60;

/**
 * A place where text lies hidden under an opaque box or picture: what looks redacted and is not. The hidden text itself
 * is stored nowhere.
 */
export const hiddenRegionSchema = z.object({
  /** PDF user space. */
  box: boxSchema,
  /** Characters below it. */
  characters: z.number().int().positive(),
  /** What lies over them. */
  cover: z.enum(["box", "picture", "annotation"]),
});
export type HiddenRegion = z.infer<typeof hiddenRegionSchema>;
