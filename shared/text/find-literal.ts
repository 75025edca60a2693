import type { Span } from "./normalize.ts";

/** How words that are looked for in one document are compared with its text. */
export interface LiteralOptions {
  /** `A` is not `a`, and `é` not `e`. */
  readonly matchCase: boolean;
  /** A match must neither follow nor precede a letter, a digit or a low line. */
  readonly wholeWord: boolean;
}

/** Signs that are typed in one way and printed in several. */
const SAME_SIGNS: ReadonlyMap<string, string> = new Map([
  ..."‘’‚‛′ʼ".split("").map((sign) => [sign, "'"] as const),
  ..."“”„‟″«»".split("").map((sign) => [sign, '"'] as const),
  ..."‐‑‒–—−\u00ad".split("").map((sign) => [sign, "-"] as const),
]);

const NOT_ASCII = /[^\0-\x7f]/g;
const LETTER = /\p{L}/u;

/** Lower case without its accents where that is one code unit, so that offsets stay what they are. */
function foldSign(sign: string): string {
  const plain = sign.normalize("NFD").charAt(0).toLowerCase();
  return plain.length === 1 && LETTER.test(sign) ? plain : sign;
}

/** A text of the same length in which signs that count as the same are the same. */
function fold(text: string, matchCase: boolean): string {
  const plain = text.replace(NOT_ASCII, (sign) => SAME_SIGNS.get(sign) ?? (matchCase ? sign : foldSign(sign)));
  return matchCase ? plain : plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function escapeSign(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign;
}

/** White space stands for any; a word may be divided at the end of a line. */
function patternOf(folded: string): string {
  const signs = [...folded];
  return signs
    .map((sign, index) => {
      if (/\s/.test(sign)) return /\s/.test(signs[index - 1] ?? "") ? "" : "\\s+";
      const isInWord = LETTER.test(sign) && LETTER.test(signs[index + 1] ?? "");
      return isInWord ? `${escapeSign(sign)}(?:-\\n)?` : escapeSign(sign);
    })
    .join("");
}

/** A regular expression, so that it is met only as whole words. */
export function asWholeWord(pattern: string): string {
  return `(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`;
}

/**
 * Makes what finds words as they were typed, in texts of pages: any stretch of white space is as good as another, quotation
 * marks and dashes as good as their plain forms, and a word is found also where it is divided at the end of a line.
 *
 * @param typed something else than white space alone
 * @returns the places in a text, in order, without overlap
 */
export function createLiteralFinder(
  typed: string,
  { matchCase, wholeWord }: LiteralOptions,
): (text: string) => readonly Span[] {
  const pattern = patternOf(fold(typed.trim().normalize("NFC"), matchCase));
  const expression = new RegExp(wholeWord ? asWholeWord(pattern) : pattern, "gu");
  return (text) =>
    [...fold(text, matchCase).matchAll(expression)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
}
