import type { FurnitureRanges } from "./page-furniture.ts";

const HYPHEN = 0x2d;
const UNICODE_HYPHEN = 0x2010;
const LETTER_LAST = /\p{L}$/u;
const LOWER_CASE_FIRST = /^\p{Ll}/u;

/** Whether a word is followed by a hyphen. */
export function isHyphenAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === HYPHEN || code === UNICODE_HYPHEN;
}

/**
 * Whether a word before a hyphen and the next word are the halves of one that is divided at a line end: `deten-⏎tion`. A
 * compound that happens to break at its own hyphen (`well-⏎known`) looks the same; it is found by its parts as well.
 *
 * @param end offset of the hyphen
 * @param start offset of the next word
 */
export function isDividedWord(text: string, end: number, start: number, furniture: FurnitureRanges): boolean {
  const isLine = text[end + 1] === "\n" && (start === end + 2 || isFurnitureBetween(text, end + 2, start, furniture));
  return isLine && endsInLetter(text, end) && beginsInLowerCase(text, start);
}

/** Whether a page's last word is divided: nothing follows its hyphen but white space, stamps and footers. */
export function isDividedAtEnd(text: string, end: number, furniture: FurnitureRanges): boolean {
  return endsInLetter(text, end) && isBlankBetween(text, end + 1, text.length, furniture);
}

/** Whether a page's first word can be the rest of one: in lower case, after nothing but white space, stamps and headers. */
export function canContinue(text: string, start: number, furniture: FurnitureRanges): boolean {
  return beginsInLowerCase(text, start) && isBlankBetween(text, 0, start, furniture);
}

function endsInLetter(text: string, end: number): boolean {
  return LETTER_LAST.test(text.slice(Math.max(0, end - 2), end));
}

function beginsInLowerCase(text: string, start: number): boolean {
  return LOWER_CASE_FIRST.test(text.slice(start, start + 2));
}

/** Two lines of a divided word lie next to each other, unless a stamp or a number of a line stands between them. */
function isFurnitureBetween(text: string, from: number, to: number, furniture: FurnitureRanges): boolean {
  const hasFurniture = furniture.some((start, at) => at % 2 === 0 && start < to && (furniture[at + 1] ?? 0) > from);
  return hasFurniture && isBlankBetween(text, from, to, furniture);
}

function isBlankBetween(text: string, from: number, to: number, furniture: FurnitureRanges): boolean {
  let at = from;
  for (let index = 0; index < furniture.length && at < to; index += 2) {
    const [start = 0, end = 0] = [furniture[index], furniture[index + 1]];
    if (end <= at) continue;
    if (start > at && text.slice(at, Math.min(start, to)).trim() !== "") return false;
    at = end;
  }
  return at >= to || text.slice(at, to).trim() === "";
}
