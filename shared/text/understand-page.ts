import type { Detection } from "../model/detection.ts";
import type { PageRotation } from "../model/document.ts";
import type { Box, TextRun } from "../model/geometry.ts";
import type { TextState } from "../model/page-state.ts";
import { assessPageText } from "./assess-page-text.ts";
import { detectAll } from "./detect/detect.ts";
import { readPageContext } from "./detect/page-context.ts";
import { signatureOfWords } from "./page-signature.ts";

/** A page as its reader found it. */
export interface PageToUnderstand {
  /** NFC; `\n` between lines, `\n\n` between paragraphs. */
  readonly text: string;
  /** Runs of `text`, made when a detector needs the place: most pages never ask. */
  readonly geometry: () => readonly TextRun[];
  /** Visible part of the page in PDF user space. */
  readonly box: Box;
  readonly rotation: PageRotation;
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
}

/** What a page's text says about the page. */
export interface UnderstoodPage {
  readonly textState: TextState;
  /** In the order of the text. */
  readonly detections: readonly Detection[];
  /** ISO 639-3, or null when there is too little text to tell. */
  readonly language: string | null;
  /** As `pageSignature` makes it. */
  readonly signature: Uint8Array | null;
}

/** Reads what a page's text says about the page. Pure, and linear in the length of the text. */
export function understandPage(page: PageToUnderstand): UnderstoodPage {
  const context = readPageContext(page);
  const detections = page.text === "" ? [] : detectAll(context);
  const { language, commonWords } = context;
  return {
    textState: assessPageText({ text: page.text, detections, pictured: page.pictured, language, commonWords }),
    detections,
    language,
    signature: signatureOfWords(context.words, detections),
  };
}
