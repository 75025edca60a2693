/** One whole stretch of white space. */
const STRETCH = "(?:(?<!\\s)\\s+(?!\\s))";
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const VISIBLE_ASCII = /[!-~]/;
const WHITE_SPACE = /\s/;

/**
 * A regular expression (flags `iu`) that meets in a text as it is what `pattern` meets in the same text with every stretch
 * of white space collapsed to one space, at the same places: a space of the expression becomes one whole stretch. Then texts
 * need not be collapsed, which costs several times what running the expression does.
 *
 * @returns null for an expression with anything that could meet a part of a stretch, or the space among other characters
 *   (`.`, `\W`, `[^a]`), refers back to what was matched, or looks back
 */
export function stretchSpaces(pattern: string): string | null {
  let stretched = "";
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? "";
    const next = pattern[at + 1] ?? "";
    if (character === ".") return null;
    if (character === " ") stretched += STRETCH;
    else if (WHITE_SPACE.test(character)) return null;
    else if (character === "\\") {
      if (next === "s") stretched += STRETCH;
      else if (/[dwSbB]/.test(next) || PUNCTUATION.test(next)) stretched += character + next;
      else return null;
      at += 1;
    } else if (character === "[") {
      const end = endOfPlainClass(pattern, at);
      if (end === null) return null;
      stretched += pattern.slice(at, end + 1);
      at = end;
    } else if (character === "(" && next === "?") {
      if (!/[:=!]/.test(pattern[at + 2] ?? "")) return null;
      stretched += pattern.slice(at, at + 3);
      at += 2;
    } else stretched += character;
  }
  return stretched;
}

/** Where a class of visible ASCII characters ends: in no range of these is white space. Null for any other class. */
function endOfPlainClass(pattern: string, from: number): number | null {
  if (pattern[from + 1] === "^") return null;
  for (let at = from + 1; at < pattern.length; at += 1) {
    const character = pattern[at] ?? "";
    if (character === "]") return at;
    if (!VISIBLE_ASCII.test(character)) return null;
    if (character !== "\\") continue;
    at += 1;
    const escaped = pattern[at] ?? "";
    if (!(/[dw]/.test(escaped) || PUNCTUATION.test(escaped))) return null;
  }
  return null;
}
