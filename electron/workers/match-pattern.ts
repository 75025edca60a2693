import { PATTERN_MATCHES_MAX } from "#core/ports/pattern-finder.ts";

const WHITE_SPACE = /\s+/gu;

/**
 * Matches of an expression in a text in which every stretch of white space counts as one space: starts and ends in turn,
 * offsets into the text as it is, end exclusive. A space that is matched is the whole stretch.
 *
 * @param expression global
 */
export function matchPattern(expression: RegExp, text: string): Int32Array {
  const collapsed = text.replace(WHITE_SPACE, " ");
  const found: number[] = [];
  expression.lastIndex = 0;
  while (found.length < 2 * PATTERN_MATCHES_MAX) {
    const match = expression.exec(collapsed);
    if (match === null) break;
    const [matched] = match;
    if (matched === "") {
      // An empty match would be found again and again; half a pair of surrogates is no place to go on from.
      expression.lastIndex += (collapsed.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    found.push(match.index, match.index + matched.length);
  }
  return collapsed.length === text.length ? Int32Array.from(found) : toText(found, text);
}

/** Offsets into the collapsed text, ascending, as offsets into the text. */
function toText(offsets: readonly number[], text: string): Int32Array {
  const mapped = Int32Array.from(offsets);
  let next = 0;
  /** How much longer the text is up to here. */
  let longer = 0;
  for (const { index, 0: run } of text.matchAll(WHITE_SPACE)) {
    if (run.length === 1) continue;
    const at = index - longer;
    while (next < mapped.length && (offsets[next] ?? 0) <= at) {
      mapped[next] = (offsets[next] ?? 0) + longer;
      next += 1;
    }
    longer += run.length - 1;
  }
  for (; next < mapped.length; next += 1) mapped[next] = (offsets[next] ?? 0) + longer;
  return mapped;
}
