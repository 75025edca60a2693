import type { Detection } from "../model/detection.ts";
import { canContinue, isDividedAtEnd, isDividedWord, isHyphenAt } from "./divided-words.ts";
import { type BodyRange, type FurnitureRanges, findFurniture } from "./page-furniture.ts";
import { isDroppedDiacritic, isTokenCodePoint } from "./token-characters.ts";
import { foldToken } from "./tokenize.ts";

/** Wider than any distance that a search can ask for. */
export const POSITION_GAP = 1100;

/** On a page, body words are numbered from 0, and its furniture (stamps, headers, footers) from here on. */
export const FURNITURE_START = 2 ** 24;

/** Position on a page of the rest of a word whose first part ends the page before. */
export const CONTINUED = -1;

/** Parts of a word that is divided at the end of a page, as they stand in the text. */
export type DividedWord = readonly string[];

/** A page as its words are read from it. */
export interface PageOfWords {
  /** NFC, `\n` between lines. */
  readonly text: string;
  /** In the order of the text. */
  readonly detections: readonly Detection[];
  /** What lies between running headers and footers, as `findRunningLines` gives it. */
  readonly body: BodyRange;
  /** What `divided` was of the page before; null on the first. */
  readonly before: DividedWord | null;
}

/** What numbering the words of a document needs of a page. */
export interface PageWordCounts {
  /** Body positions that begin on this page. */
  readonly bodyCount: number;
  /** Positions that its furniture takes, with the gaps between blocks that body words separate; 0 without any. */
  readonly furnitureSpan: number;
  /** The word that ends the page's body in a hyphen, for the page after; null for none. */
  readonly divided: DividedWord | null;
}

/**
 * Takes a word of a page.
 *
 * @param start offset into the text
 * @param parts parts of a divided word, this one last; null for a whole word or a first part
 */
export type TokenVisitor = (position: number, start: number, end: number, parts: DividedWord | null) => void;

const SEPARATOR = 0;
const LETTER_OR_DIGIT = 1;
const DIACRITIC = 2;
const SURROGATE = 3;

/** What each UTF-16 code unit is to `tokenize`. */
const CODE_UNITS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (isTokenCodePoint(unit)) return LETTER_OR_DIGIT;
  return isDroppedDiacritic(unit) ? DIACRITIC : SEPARATOR;
});

/** End of the word that begins at `start`: as `tokenize` ends it. */
function endOfToken(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index += 1) {
    const kind = CODE_UNITS[text.charCodeAt(index)];
    if (kind === LETTER_OR_DIGIT || kind === DIACRITIC) continue;
    if (kind !== SURROGATE) return index;
    const codePoint = text.codePointAt(index) ?? 0;
    if (!isTokenCodePoint(codePoint)) return index;
    index += 1;
  }
  return index;
}

/** Begin of the next word at or after `from`, or the length of the text. */
function startOfToken(text: string, from: number): number {
  let index = from;
  for (; index < text.length; index += 1) {
    const kind = CODE_UNITS[text.charCodeAt(index)];
    if (kind === LETTER_OR_DIGIT) return index;
    if (kind !== SURROGATE) continue;
    const codePoint = text.codePointAt(index) ?? 0;
    if (isTokenCodePoint(codePoint)) return index;
    if (codePoint > 0xffff) index += 1;
  }
  return index;
}

/**
 * Numbers the words of a page: its body from 0 in the order of the text, its furniture from `FURNITURE_START`, blocks of
 * it that body words separate `POSITION_GAP` apart. The parts of a word that is divided at a line end have one position;
 * the rest of a word of the page before has `CONTINUED`.
 */
export function walkPageWords(page: PageOfWords, visit: TokenVisitor): PageWordCounts {
  const { text, detections, body, before } = page;
  const furniture = findFurniture(text, detections, body);
  let range = 0;
  let bodyNext = 0;
  let isFirst = true;
  let furnitureNext = 0;
  let inFurniture = false;
  /** The word so far and its hyphen, when a hyphen follows the last body word. */
  let parts: DividedWord | null = null;
  let hyphen = -1;
  for (let start = startOfToken(text, 0); start < text.length; ) {
    const end = endOfToken(text, start);
    while (range < furniture.length && (furniture[range + 1] ?? 0) <= start) range += 2;
    if (range < furniture.length && (furniture[range] ?? 0) <= start) {
      if (!inFurniture && furnitureNext > 0) furnitureNext += POSITION_GAP - 1;
      inFurniture = true;
      visit(FURNITURE_START + furnitureNext, start, end, null);
      furnitureNext += 1;
    } else {
      inFurniture = false;
      const earlier: DividedWord | null = isFirst ? continuedFrom(before, text, start, furniture) : parts;
      const continues: boolean = earlier !== null && (isFirst || isDividedWord(text, hyphen, start, furniture));
      const joined: DividedWord | null = earlier !== null && continues ? [...earlier, text.slice(start, end)] : null;
      const position = continues ? bodyNext - 1 : bodyNext;
      if (!continues) bodyNext += 1;
      isFirst = false;
      visit(position, start, end, joined);
      parts = isHyphenAt(text, end) ? (joined ?? [text.slice(start, end)]) : null;
      hyphen = end;
    }
    start = startOfToken(text, end);
  }
  const divided = parts !== null && isDividedAtEnd(text, hyphen, furniture) ? parts : null;
  return { bodyCount: bodyNext, furnitureSpan: furnitureNext, divided };
}

function continuedFrom(
  before: DividedWord | null,
  text: string,
  start: number,
  furniture: FurnitureRanges,
): DividedWord | null {
  return before !== null && canContinue(text, start, furniture) ? before : null;
}

/** The terms of one word: its fold, and when the fold lost something, `=` and the word in lower case with its accents. */
export interface WordTerms {
  readonly fold: string;
  readonly accented: string | null;
}

/** A million words are many more than a collection's common ones; beyond that, remembering costs more than folding. */
const MOST_REMEMBERED = 200_000;
const LONGEST_REMEMBERED = 40;
const remembered = new Map<string, WordTerms>();

/** The terms under which a token is indexed. A token without accents has its fold only. */
export function termsOfToken(token: string): WordTerms {
  const known = remembered.get(token);
  if (known !== undefined) return known;
  const fold = foldToken(token);
  const lower = token.normalize("NFC").toLowerCase();
  const terms: WordTerms = { fold, accented: lower === fold ? null : `=${lower}` };
  if (token.length > LONGEST_REMEMBERED) return terms;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(token, terms);
  return terms;
}

/**
 * Gives each term of a page with its position on the page (`walkPageWords`), in the order of the text. At the position of
 * a divided word stand the whole word and each of its parts. No term comes twice at one position.
 */
export function readPageTerms(page: PageOfWords, emit: (term: string, position: number) => void): PageWordCounts {
  const { text } = page;
  return walkPageWords(page, (position, start, end, parts) => {
    const { fold, accented } = termsOfToken(text.slice(start, end));
    if (parts !== null) {
      for (const term of newTerms(parts)) emit(term, position);
      return;
    }
    emit(fold, position);
    if (accented !== null) emit(accented, position);
  });
}

/** Terms that the last part of a divided word adds to those of the parts before it. */
export function newTerms(parts: DividedWord): readonly string[] {
  const earlier = new Set(parts.slice(1).flatMap((_, count) => termsOfDivided(parts.slice(0, count + 1))));
  return [...new Set(termsOfDivided(parts))].filter((term) => !earlier.has(term));
}

/** Terms of the last part, and of the word up to it. */
function termsOfDivided(parts: DividedWord): readonly string[] {
  return [parts.at(-1) ?? "", parts.join("")].flatMap((token) => {
    const { fold, accented } = termsOfToken(token);
    return accented === null ? [fold] : [fold, accented];
  });
}

/** Where the words of a page stand in its text: offsets by position, end exclusive. */
export interface PagePlaces {
  readonly counts: PageWordCounts;
  /** By body position; a divided word from the begin of its first part to the end of its last on this page. */
  readonly bodyStarts: Int32Array;
  readonly bodyEnds: Int32Array;
  /** Parallel, ascending: position less `FURNITURE_START`, and offsets. */
  readonly furniturePositions: Int32Array;
  readonly furnitureStarts: Int32Array;
  readonly furnitureEnds: Int32Array;
  /** The rest of the word whose first part ends the page before. */
  readonly continued: BodyRange | null;
}

/** Finds the place of each word of a page. */
export function locatePageWords(page: PageOfWords): PagePlaces {
  const bodyStarts: number[] = [];
  const bodyEnds: number[] = [];
  const furniturePositions: number[] = [];
  const furnitureStarts: number[] = [];
  const furnitureEnds: number[] = [];
  let continued: BodyRange | null = null;
  const counts = walkPageWords(page, (position, start, end, parts) => {
    if (position >= FURNITURE_START) {
      furniturePositions.push(position - FURNITURE_START);
      furnitureStarts.push(start);
      furnitureEnds.push(end);
    } else if (position === CONTINUED) {
      continued = { start: continued?.start ?? start, end };
    } else {
      if (parts === null) bodyStarts.push(start);
      bodyEnds[position] = end;
    }
  });
  return {
    counts,
    bodyStarts: Int32Array.from(bodyStarts),
    bodyEnds: Int32Array.from(bodyEnds),
    furniturePositions: Int32Array.from(furniturePositions),
    furnitureStarts: Int32Array.from(furnitureStarts),
    furnitureEnds: Int32Array.from(furnitureEnds),
    continued,
  };
}
