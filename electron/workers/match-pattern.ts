import { PATTERN_MATCHES_MAX } from "#core/ports/pattern-finder.ts";
import { stretchSpaces } from "./stretch-spaces.ts";

/** A stretch of white space that is something else than one space. */
const NOT_A_SPACE = /\s\s+|[^\S ]/g;

/**
 * Makes what finds the matches of an expression (flags `giu`) in texts in which every stretch of white space counts as one
 * space: starts and ends in turn, offsets into the text as it is, end exclusive. A space that is matched is the whole
 * stretch.
 */
export function createMatcher(pattern: string): (text: string) => Int32Array {
  const stretched = stretchSpaces(pattern);
  const expression = new RegExp(stretched ?? pattern, "giu");
  if (stretched !== null) return (text) => Int32Array.from(findMatches(expression, text));
  return (text) => {
    const collapsed = text.replace(NOT_A_SPACE, " ");
    const found = findMatches(expression, collapsed);
    return collapsed.length === text.length ? Int32Array.from(found) : toText(found, text);
  };
}

function findMatches(expression: RegExp, text: string): number[] {
  const found: number[] = [];
  expression.lastIndex = 0;
  while (found.length < 2 * PATTERN_MATCHES_MAX) {
    const match = expression.exec(text);
    if (match === null) break;
    const [matched] = match;
    if (matched === "") {
      // An empty match would be found again and again; half a pair of surrogates is no place to go on from.
      expression.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    found.push(match.index, match.index + matched.length);
  }
  return found;
}

/** Offsets into the collapsed text, ascending, as offsets into the text. */
function toText(offsets: readonly number[], text: string): Int32Array {
  const mapped = Int32Array.from(offsets);
  let next = 0;
  /** How much longer the text is up to here. */
  let longer = 0;
  for (const { index, 0: run } of text.matchAll(NOT_A_SPACE)) {
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
