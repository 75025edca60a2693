import type { Detection } from "../model/detection.ts";
import type { TextState } from "../model/page-state.ts";
import type { CommonWords } from "./detect-language.ts";
import { maskStamps } from "./mask-stamps.ts";

/** Share of a page that a picture must cover before a few words on it are taken for stamps. */
const PICTURE_SHARE = 0.4;
/** Letters and digits that may remain beside the stamps of a scanned page: a page number, a fragment, a footer. */
const MOST_BESIDE_STAMPS = 60;
/** Share of characters without meaning (private use, replacement, control) above which a page is garbage. */
const MEANINGLESS_SHARE = 0.1;
/** Fewer words than this say nothing about their language. */
const FEWEST_WORDS = 25;
/** Running text in a known language has more common words than this; a table of names and figures may not. */
const COMMON_SHARE = 0.03;
/** Share of the letters of a recognised page that stand in words of four and more; English prose has about 0.8. */
const WORDS_SHARE = 0.5;
const FEWEST_LETTERS = 40;
/** Share of letter pairs that are usual in English, Spanish or French; text has 0.97 and more. */
const USUAL_PAIRS_SHARE = 0.8;

/** The letters that usually follow each letter, a to z, in English, Spanish and French, without accents. */
const FOLLOWERS = [
  "bcdefghijklmnopqrstuvwxyz",
  "abdeijlorsuy",
  "acehiklorstuy",
  "adegijloruvsmwy",
  "abcdefghijlmnopqrstuvwxyz",
  "aefilortu",
  "adeghilnorstuy",
  "aeiorntuy",
  "abcdefgijklmnopqrstuvxz",
  "aeou",
  "aeilnosy",
  "abcdefgiklmnopstuvyq",
  "abeimnopsuy",
  "acdefghijklnoqrstuvxyz",
  "abcdefghijklmnopqrstuvwxyz",
  "aehilnoprstuy",
  "u",
  "abcdefgijklmnopqrstuvyz",
  "acefhiklmnopqrstuwyv",
  "acefhiklmnorstuwyz",
  "abcdefgijklmnopqrstvxyz",
  "aeiory",
  "aehilnors",
  "acehioptuy",
  "acdegilmnopsrtu",
  "acehiouyz",
] as const;

const USUAL = new Uint8Array(26 * 26);
for (const [letter, followers] of FOLLOWERS.entries()) {
  for (const follower of followers) USUAL[letter * 26 + follower.charCodeAt(0) - 97] = 1;
}

/** What the state of a page's text is told from. */
export interface PageTextToAssess {
  readonly text: string;
  readonly detections: readonly Detection[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
  readonly commonWords: CommonWords;
  /** As detected, or null. */
  readonly language: string | null;
}

/** Tells whether a page's own text layer can be used, or whether the page wants OCR. */
export function assessPageText(page: PageTextToAssess): TextState {
  if (page.text.trim() === "") return "none";
  const masked = maskStamps(page.text, page.detections);
  const count = countCharacters(masked);
  if (page.pictured >= PICTURE_SHARE && count.letters + count.digits <= MOST_BESIDE_STAMPS) return "stamp-only";
  if (isGarbage(masked, count, page)) return "garbage";
  return "good";
}

interface CharacterCount {
  readonly letters: number;
  readonly digits: number;
  /** Printed signs that are neither letters, digits, nor spaces. */
  readonly signs: number;
  readonly meaningless: number;
}

function countCharacters(text: string): CharacterCount {
  let [letters, digits, signs, meaningless] = [0, 0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20 || unit === 0x0a) continue;
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) letters += 1;
    else if (unit >= 0x30 && unit <= 0x39) digits += 1;
    else if (isMeaningless(unit)) meaningless += 1;
    else if (unit < 0xc0 || (unit >= 0x2000 && unit <= 0x2bff)) signs += 1;
    else letters += 1;
  }
  return { letters, digits, signs, meaningless };
}

const isMeaningless = (unit: number) =>
  unit === 0xfffd ||
  (unit >= 0xe000 && unit <= 0xf8ff) ||
  unit < 0x20 ||
  (unit >= 0x7f && unit < 0xa0) ||
  unit === 0xfffe;

function isGarbage(text: string, count: CharacterCount, page: PageTextToAssess): boolean {
  const { letters, digits, signs, meaningless } = count;
  const all = letters + digits + signs + meaningless;
  if (all === 0) return false;
  if (meaningless / all > MEANINGLESS_SHARE) return true;
  if (looksLikeGlyphNumbers(text, count)) return true;
  if (isMojibake(text, letters)) return true;
  if (page.pictured >= PICTURE_SHARE && page.language === null && isFragments(text, letters)) return true;
  // Other scripts and languages are not judged by the letters of these three.
  if (page.language !== null || page.commonWords.share >= COMMON_SHARE) return false;
  const pairs = measurePairs(text);
  return pairs.words >= FEWEST_WORDS && pairs.share < USUAL_PAIRS_SHARE;
}

/** A scan whose text was recognised badly: few letters stand in words of four and more. */
function isFragments(text: string, letters: number): boolean {
  if (letters < FEWEST_LETTERS) return false;
  let inWords = 0;
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) inWords += word.length;
  return inWords / letters < WORDS_SHARE;
}

/** Signs without a letter, several kinds of them: glyph numbers shifted into ASCII. Rules and bullets have one kind. */
function looksLikeGlyphNumbers(text: string, { letters, signs }: CharacterCount): boolean {
  if (letters > 0 || signs < 4 || text.length > 400) return false;
  const kinds = new Set(text.match(/["#$%&'*+;<=>@^`~\\]/gu));
  return kinds.size >= 3;
}

/** UTF-8 read as Latin-1: `Ã©`, `â€™`. */
function isMojibake(text: string, letters: number): boolean {
  const pairs = text.match(/[ÃÂ][\u0080-\u00bf]|â€[\u0080-\u00bf\u2018-\u2122]|Ã[\u0192\u2030\u0161]/gu)?.length ?? 0;
  return pairs >= 5 && pairs * 25 > letters;
}

/** Letter pairs within words of Latin letters; words in capitals, short words and words beside digits are left out. */
function measurePairs(text: string): { readonly words: number; readonly share: number } {
  let [words, pairs, usual] = [0, 0, 0];
  for (const [word] of text.matchAll(/(?<![\p{L}\d])\p{L}\p{Ll}{3,24}(?![\p{L}\d])/gu)) {
    const plain = word.normalize("NFD").toLowerCase();
    words += 1;
    for (let index = 1; index < plain.length; index += 1) {
      const one = plain.charCodeAt(index - 1) - 97;
      const two = plain.charCodeAt(index) - 97;
      if (one < 0 || one > 25 || two < 0 || two > 25) continue;
      pairs += 1;
      usual += USUAL[one * 26 + two] ?? 0;
    }
  }
  return { words, share: pairs === 0 ? 1 : usual / pairs };
}
