import { assertNever } from "../../base/assert-never.ts";
import { foldToken } from "../tokenize.ts";
import type { WordPattern } from "./query-node.ts";
import { createFormTest } from "./word-forms.ts";

/**
 * Tells the folds that match a pattern of `*` (no letter or more) and `?` (exactly one letter, whatever its code units).
 * Linear in the length of the fold for each `*`.
 */
export function matchesWildcard(pattern: string): (fold: string) => boolean {
  const wanted = Array.from(pattern);
  return (fold) => {
    const letters = Array.from(fold);
    let at = 0;
    let next = 0;
    /** The last `*` and how far the word had been read there: what it takes grows when the rest does not fit. */
    let star = -1;
    let starAt = 0;
    while (at < letters.length) {
      if (wanted[next] === "*") {
        star = next;
        starAt = at;
        next += 1;
      } else if (next < wanted.length && (wanted[next] === "?" || wanted[next] === letters[at])) {
        at += 1;
        next += 1;
      } else if (star >= 0) {
        starAt += 1;
        at = starAt;
        next = star + 1;
      } else return false;
    }
    while (wanted[next] === "*") next += 1;
    return next === wanted.length;
  };
}

/**
 * Whether at most `max` letters have to be added, dropped, replaced or exchanged with their neighbour to make one word
 * the other; no letter is touched twice (optimal string alignment, by code points).
 */
export function withinDistance(one: string, other: string, max: number): boolean {
  if (one === other) return true;
  const [left, right] = [Array.from(one), Array.from(other)];
  if (Math.abs(left.length - right.length) > max) return false;
  let twoAbove: number[] = [];
  let above = right.map((_, column) => column).concat(right.length);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const [replaced, dropped, added] = [above[column - 1] ?? 0, above[column] ?? 0, current[column - 1] ?? 0];
      let value = Math.min(replaced + (isSame ? 0 : 1), dropped + 1, added + 1);
      const isExchanged = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isExchanged) value = Math.min(value, (twoAbove[column - 2] ?? value) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > max && Math.min(...above) > max) return false;
    twoAbove = above;
    above = current;
  }
  return (above[right.length] ?? 0) <= max;
}

/** Shorter words are changed into other words by every second edit. */
const SHORTEST_FUZZY = 3;
const SHORTEST_FREE = 4;
const SHORTEST_FOR_TWO = 5;

/**
 * Whether a fold is met by a fuzzy word: within its distance, but a word of one or two letters only as it is; one of three
 * letters within 1, with the same first letter; one of four within 1.
 */
export function isFuzzyMatch(fold: string, distance: 1 | 2, candidateFold: string): boolean {
  const letters = Array.from(fold).length;
  if (letters < SHORTEST_FUZZY) return fold === candidateFold;
  if (letters < SHORTEST_FREE && Array.from(fold)[0] !== Array.from(candidateFold)[0]) return false;
  return withinDistance(fold, candidateFold, letters < SHORTEST_FOR_TWO ? 1 : distance);
}

/** Tells whether a word meets a pattern: the word's fold, and the word in lower case with its accents. */
export type WordTest = (fold: string, lower: string) => boolean;

/**
 * @param stemming whether a word that may have other forms has them here
 */
export function createWordTest(pattern: WordPattern, stemming: boolean): WordTest {
  switch (pattern.kind) {
    case "word": {
      if (pattern.strict) {
        const wanted = pattern.text.normalize("NFC").toLowerCase();
        return (_, lower) => lower === wanted;
      }
      const fold = foldToken(pattern.text);
      return pattern.forms && stemming ? createFormTest(fold) : (candidate) => candidate === fold;
    }
    case "wildcard":
      return matchesWildcard(pattern.pattern);
    case "fuzzy": {
      const fold = foldToken(pattern.text);
      return (candidate) => isFuzzyMatch(fold, pattern.distance, candidate);
    }
    default:
      return assertNever(pattern);
  }
}

const tests = new WeakMap<WordPattern, WordTest>();

/**
 * Whether a single word meets a pattern, with its other forms where the pattern has them.
 *
 * @param word as it is written
 */
export function matchesWord(pattern: WordPattern, word: string): boolean {
  let test = tests.get(pattern);
  if (test === undefined) {
    test = createWordTest(pattern, true);
    tests.set(pattern, test);
  }
  return word !== "" && test(foldToken(word), word.normalize("NFC").toLowerCase());
}
