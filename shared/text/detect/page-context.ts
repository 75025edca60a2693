import type { Detection } from "../../model/detection.ts";
import type { PageRotation } from "../../model/document.ts";
import type { Box, TextRun } from "../../model/geometry.ts";
import { type CommonWords, countCommonWords, detectLanguage } from "../detect-language.ts";
import { TRIGGERS, type Trigger, type TriggerKind } from "./lexicon.ts";
import { createPlaces, type Places } from "./places.ts";
import { readWords, type Words } from "./read-words.ts";

/** A word that a detector starts from, by its position among the words of the page. */
export interface TriggerWord {
  readonly word: number;
  readonly trigger: Trigger;
}

/** A page as detectors see it: read once, looked at by all. */
export interface PageContext {
  readonly text: string;
  readonly words: Words;
  /** Words that start a detector, by kind, in order. */
  readonly triggers: Readonly<Record<TriggerKind, readonly TriggerWord[]>>;
  /** Positions of the runs of digits among the words. */
  readonly numbers: readonly number[];
  /** ISO 639-3, or null. */
  readonly language: string | null;
  readonly commonWords: CommonWords;
  /** Where characters stand; made on first use. */
  readonly places: () => Places;
}

/** A detector: pure, linear in the length of the page. */
export type Detector = (page: PageContext) => readonly Detection[];

/** What of a page its detectors need. */
export interface PageSource {
  readonly text: string;
  readonly geometry: () => readonly TextRun[];
  readonly box: Box;
  readonly rotation: PageRotation;
}

/** Reads a page for its detectors. */
export function readPageContext(source: PageSource): PageContext {
  const words = readWords(source.text);
  const triggers: Record<TriggerKind, TriggerWord[]> = {
    month: [],
    stamp: [],
    docket: [],
    "page-id": [],
    currency: [],
    "law-letter": [],
    withholding: [],
    law: [],
  };
  const numbers: number[] = [];
  const commonWords = countCommonWords(words);
  for (let word = 0; word < words.count; word += 1) {
    if (words.isNumber[word] === 1) {
      numbers.push(word);
      continue;
    }
    const trigger = TRIGGERS.get(words.hashes[word] ?? 0);
    if (trigger !== undefined) triggers[trigger.kind].push({ word, trigger });
  }
  let places: Places | null = null;
  return {
    text: source.text,
    words,
    triggers,
    numbers,
    language: detectLanguage(commonWords, source.text),
    commonWords,
    places: () => {
      places ??= createPlaces(source);
      return places;
    },
  };
}

/** Matches a sticky pattern at an offset; null when it does not match there. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
