import { countWords, firstFrom, type Vocabulary, wordAt, wordOfByte } from "./vocabulary.ts";

/** A pattern of `*` and `?`, ready to be looked for. */
export interface WildcardPattern {
  readonly matches: RegExp;
  /** What comes before the first `*` or `?`. */
  readonly prefix: string;
  /** The longest stretch between them. */
  readonly piece: Buffer;
}

/** @param pattern as `WordPattern` has it: letters, digits, `*` and `?`, at least one neither of these two */
export function readWildcards(pattern: string): WildcardPattern {
  const pieces = pattern.split(/[*?]/u);
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), "");
  const source = pattern
    .replaceAll(/[\\^$.+()[\]{}|/]/gu, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return { matches: new RegExp(`^${source}$`, "su"), prefix: pieces[0] ?? "", piece: Buffer.from(longest) };
}

/** The first text after all that begin with `prefix`, or null where there is none. */
export function afterPrefix(prefix: string): string | null {
  for (let length = prefix.length; length > 0; length -= 1) {
    const unit = prefix.charCodeAt(length - 1);
    if (unit < 0xffff) return prefix.slice(0, length - 1) + String.fromCharCode(unit + 1);
  }
  return null;
}

/** Indexes of the folds that match, ascending. */
export function* eachLike(
  vocabulary: Vocabulary,
  { matches, prefix, piece }: WildcardPattern,
): Generator<readonly [index: number, word: string]> {
  const { bytes, starts, accented } = vocabulary;
  const isMatch = (index: number, word: string) => (index < accented[0] || index >= accented[1]) && matches.test(word);
  if (prefix.length > 0 || piece.length === 0) {
    const after = afterPrefix(prefix);
    const end = after === null ? countWords(vocabulary) : firstFrom(vocabulary, after);
    for (let index = firstFrom(vocabulary, prefix); index < end; index += 1) {
      const word = wordAt(vocabulary, index);
      if (isMatch(index, word)) yield [index, word];
    }
    return;
  }
  for (let found = bytes.indexOf(piece); found !== -1; ) {
    const index = wordOfByte(vocabulary, found);
    const word = wordAt(vocabulary, index);
    if (isMatch(index, word)) yield [index, word];
    found = bytes.indexOf(piece, starts[index + 1] ?? bytes.length);
  }
}
