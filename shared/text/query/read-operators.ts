import { DISTANCE_MAX, type QueryNotice, type QuerySpan } from "./query-node.ts";
import { fail } from "./read-failure.ts";

/** AND, OR, NOT, or `w/n` with its relatives, as it stands in a search. */
export type Operator =
  | { readonly kind: "and" | "or" | "not"; readonly name: string; readonly at: QuerySpan }
  | {
      readonly kind: "near";
      readonly isNegated: boolean;
      readonly isOrdered: boolean;
      readonly distance: number;
      readonly name: string;
      readonly at: QuerySpan;
    };

const SYMBOLS: ReadonlyMap<string, "and" | "or"> = new Map([
  ["&&", "and"],
  ["||", "or"],
  ["|", "or"],
]);
const WORDS: ReadonlyMap<string, "and" | "or" | "not"> = new Map([
  ["and", "and"],
  ["or", "or"],
  ["not", "not"],
]);

const NEAR = /^(?<name>w|within|pre|near)\/(?<distance>\d+)$/iu;
const NEAR_BEHIND_NOT = /\s+(?<near>(?:w|within|pre|near)\/\d+)(?=[\s()"“”„‟«»]|$)/iuy;
/** FTS5 and FTS3 count the words between, and take 10 for granted. */
const DISTANCE_UNSAID = 10;

/** Words of dtSearch that look for what cannot be looked for here. */
const NOT_SUPPORTED: ReadonlyMap<string, string> = new Map([
  ["xfirstword", "The beginning of a document cannot be searched for. Leave out xfirstword and its w/n."],
  ["xlastword", "The end of a document cannot be searched for. Leave out xlastword and its w/n."],
  ["andany", "“andany” is not known here. What need not be found can be left out; or write a OR (a b)."],
]);

/** Words that a search reads as something else: the writer puts a backslash before them. */
export function isReserved(word: string): boolean {
  const name = word.toLowerCase();
  return WORDS.has(name) || NOT_SUPPORTED.has(name) || word === "NEAR";
}

/** What says how a search is read up to here. */
export interface OperatorContext {
  readonly source: string;
  readonly notices: QueryNotice[];
  /** The item before is an AND: a small `not` after it can only be an operator. */
  readonly isAfterAnd: boolean;
}

/**
 * Reads an operator from a run without white space; null when it is none. Small letters are said to be read so. Fails on
 * operators of other programs that cannot be had here.
 */
export function readOperator(run: string, at: QuerySpan, context: OperatorContext): Operator | null {
  const symbol = SYMBOLS.get(run);
  if (symbol !== undefined) return { kind: symbol, name: run, at };
  const near = readNear(run, at, false, context);
  if (near !== null) return near;
  const kind = WORDS.get(run.toLowerCase());
  if (kind === "not") return readNot(run, at, context);
  if (kind === undefined) return failUnsupported(run, at, context);
  if (run !== run.toUpperCase()) {
    say(context, `“${run}” is read as ${run.toUpperCase()}. To search for the word, put it in quotation marks.`, at);
  }
  return { kind, name: run, at };
}

function readNot(run: string, at: QuerySpan, context: OperatorContext): Operator | null {
  NEAR_BEHIND_NOT.lastIndex = at.end;
  const near = NEAR_BEHIND_NOT.exec(context.source);
  if (near !== null) {
    const name = near.groups?.["near"] ?? "";
    return readNear(name, { start: at.start, end: at.end + near[0].length }, true, context);
  }
  if (run === "NOT" || context.isAfterAnd) return { kind: "not", name: run, at };
  say(context, `“${run}” is searched as a word. To leave out what follows, write NOT in capital letters.`, at);
  return null;
}

function readNear(run: string, at: QuerySpan, isNegated: boolean, context: OperatorContext): Operator | null {
  const { name, distance } = NEAR.exec(run)?.groups ?? {};
  const written = isNegated ? `NOT ${run}` : run;
  if (name === undefined || distance === undefined) return run === "NEAR" ? bareNear(at, context) : null;
  const isBetween = name.toLowerCase() === "near";
  const isOrdered = name.toLowerCase() === "pre";
  const counted = distanceOf(distance, isBetween, at);
  if (isBetween) say(context, betweenNotice(run, Number(distance)), at);
  return { kind: "near", isNegated, isOrdered, distance: counted, name: written, at };
}

/** How many words apart; where the words between are counted, neighbours have none. */
export function distanceOf(digits: string, isBetween: boolean, at: QuerySpan): number {
  const distance = Number(digits) + (isBetween ? 1 : 0);
  if (distance >= 1 && distance <= DISTANCE_MAX) return distance;
  const message = `Words can be from 1 to ${DISTANCE_MAX} apart: write for example w/5. Neighbours are 1 apart.`;
  return fail(message, at.start);
}

/** Says how a distance is read that counts the words between. */
export function betweenNotice(written: string, between: number): string {
  return `${written} allows ${between} words between, and is read as w/${between + 1}.`;
}

function bareNear(at: QuerySpan, context: OperatorContext): Operator | null {
  if (context.source.startsWith("(", at.end)) return null;
  say(context, betweenNotice("NEAR", DISTANCE_UNSAID), at);
  const distance = DISTANCE_UNSAID + 1;
  return { kind: "near", isNegated: false, isOrdered: false, distance, name: "NEAR", at };
}

function failUnsupported(run: string, at: QuerySpan, { source }: OperatorContext): null {
  const unsupported = NOT_SUPPORTED.get(run.toLowerCase());
  if (unsupported !== undefined) return fail(unsupported, at.start);
  if (/^w\/(?:s|p|sent|para)$/iu.test(run)) {
    return fail("Sentences and paragraphs are not known. Write w/15 for a sentence, w/50 for a paragraph.", at.start);
  }
  if (/^(?:w|within|pre|near)\/(?:\d|$)/iu.test(run)) {
    return fail("After w/ stands a whole number of words, and then a space: w/5.", at.start);
  }
  if (source.startsWith("(", at.end) && /^(?:date|mail|creditcard)$/iu.test(run)) {
    const message = `${run}( ) is not known here. For dates write date:2025-03-13..2025-03-16; for addresses and numbers use a regular expression, as in /\\w+@\\w+/.`;
    return fail(message, at.start);
  }
  return null;
}

function say({ notices }: OperatorContext, message: string, at: QuerySpan): void {
  notices.push({ message, at });
}
