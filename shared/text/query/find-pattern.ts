/** A stretch of a text, in code units; end exclusive. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The most matches that are kept of a page. */
const MOST_MATCHES = 10_000;

/**
 * Where a regular expression (flags `iu`) is met in a text in which every stretch of white space is one space; what it
 * meets without reading a letter is nothing. It runs where it is called, without a limit of time: for texts and
 * expressions that are known to be short.
 *
 * @throws SyntaxError for an expression that is none
 */
export function findPattern(pattern: string, text: string): readonly TextRange[] {
  /** Offset in the text of each code unit of the collapsed one, and at the end the length of the text. */
  const offsets: number[] = [];
  let collapsed = "";
  for (const { index, 0: run } of text.matchAll(/\s+|\S/g)) {
    offsets.push(index);
    collapsed += run.length > 1 || run.trim() === "" ? " " : run;
  }
  offsets.push(text.length);
  const found: TextRange[] = [];
  for (const { index, 0: matched } of collapsed.matchAll(new RegExp(pattern, "giu"))) {
    if (matched === "") continue;
    if (found.length === MOST_MATCHES) break;
    found.push({ start: offsets[index] ?? 0, end: offsets[index + matched.length] ?? text.length });
  }
  return found;
}
