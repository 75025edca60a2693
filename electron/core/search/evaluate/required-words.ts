/** Shorter ones stand in too many words to narrow anything. */
const SHORTEST = 3;
/** A white space that must be there: none that may be missing comes after it. */
const SPACE = /^(?: |\\s)(?![*?{])/;

/**
 * Words that every match of a regular expression has in it, as patterns of the index's folds: a run of letters and digits
 * stands within one word of the text, so that it is asked for with `*` on either side; where white space must stand beside
 * it, the word begins or ends there. Only what is certain at a glance: nothing of groups, and nothing at all of an
 * expression with alternatives at its top or with an escape that is not a class, an anchor or punctuation.
 */
export function requiredWords(pattern: string): readonly string[] {
  const found: string[] = [];
  let run = "";
  let begins = false;
  const endRun = (ends: boolean): void => {
    if (run.length >= SHORTEST) found.push(`${begins ? "" : "*"}${run.toLowerCase()}${ends ? "" : "*"}`);
    run = "";
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? "";
    const next = pattern[at + 1] ?? "";
    if (character === "|") return [];
    if (/[a-z0-9]/i.test(character)) {
      // A letter that need not be there, or may be there many times, ends the run before or with itself.
      if (next === "*" || next === "?" || next === "{") {
        endRun(false);
        begins = false;
        continue;
      }
      run += character;
      if (next !== "+") continue;
      endRun(false);
      begins = false;
      continue;
    }
    const isSpace = SPACE.test(pattern.slice(at, at + 3));
    endRun(isSpace);
    // What comes after the space may be a sign that it stands there several times.
    begins = isSpace || (begins && character === "+");
    if (character === "\\") {
      if (!/[dDwWsSbB]|[^a-z0-9]/i.test(next) || next === "") return [];
      at += 1;
    } else if (character === "[") at = endOfClass(pattern, at);
    else if (character === "(") at = endOfGroup(pattern, at);
    else if (character === "{") at = indexOrEnd(pattern, "}", at);
    if (at >= pattern.length) return [];
  }
  endRun(false);
  return found;
}

function endOfClass(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at += 1) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "]") return at;
  }
  return pattern.length;
}

function endOfGroup(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at += 1) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "[") at = endOfClass(pattern, at);
    else if (pattern[at] === "(") at = endOfGroup(pattern, at);
    else if (pattern[at] === ")") return at;
  }
  return pattern.length;
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}
