import type { PhraseNode, QueryNode, QueryNotice, WordNode } from "./query-node.ts";
import { fail } from "./read-failure.ts";
import { MAX_NESTING } from "./read-near.ts";
import { betweenNotice, distanceOf } from "./read-operators.ts";
import { readWords } from "./read-words.ts";

const MARKS = /["“”„‟«»]/u;
const SLOP = /~(?<between>\d+)?/uy;
/** What FTS5 takes for granted in `NEAR(a b)`. */
const BETWEEN_UNSAID = 10;

/** Whether a character opens and closes a phrase: straight, curly, low or angle marks, any with any. */
export function isQuotationMark(character: string): boolean {
  return character !== "" && MARKS.test(character);
}

/** Where the mark stands that closes the one at `quote`; one behind a backslash does not. Fails when there is none. */
export function endOfQuotation(source: string, quote: number): number {
  for (let index = quote + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === "\\" && isQuotationMark(source.charAt(index + 1))) index += 1;
    else if (isQuotationMark(character)) return index;
  }
  return fail('The quotation marks are not closed. Add “"” after the last word.', quote);
}

/** A phrase where it stands in a search. */
export interface Quotation {
  readonly source: string;
  /** Before the `=` that may stand in front of it. */
  readonly start: number;
  readonly quote: number;
  readonly isExact: boolean;
}

/**
 * Reads a phrase, and `~5` behind it: Lucene's way to allow words between. Fails when it is not closed or has nothing to
 * search for.
 */
export function readQuotation({ source, start, quote, isExact }: Quotation, notices: QueryNotice[]): QueryNode {
  const close = endOfQuotation(source, quote);
  const words = readWords({ source, start: quote + 1, end: close, isQuoted: true, isExact }, notices);
  const [first] = words;
  if (first === undefined) {
    return fail("There is no letter or digit between the quotation marks. Put words there, or remove them.", quote);
  }
  const at = { start, end: close + 1 };
  SLOP.lastIndex = at.end;
  const slop = SLOP.exec(source);
  if (slop === null) return words.length === 1 ? { ...first, at } : { kind: "phrase", words, at };
  const end = at.end + slop[0].length;
  const written = { start, end };
  const between = slop.groups?.["between"];
  if (words.length === 1 && first.word.kind === "word" && (between === "1" || between === "2")) {
    return {
      kind: "word",
      word: { kind: "fuzzy", text: first.word.text, distance: between === "1" ? 1 : 2 },
      at: written,
    };
  }
  if (words.length === 1 || between === undefined || Number(between) === 0) {
    notices.push({ message: `${slop[0]} is passed over here.`, at: { start: at.end, end } });
    return words.length === 1 ? { ...first, at: written } : { kind: "phrase", words, at: written };
  }
  if (words.length > MAX_NESTING) {
    fail(`With ~ a phrase can have ${MAX_NESTING} words. Leave out ${slop[0]}, or use fewer words.`, at.end);
  }
  const distance = distanceOf(between, true, { start: at.end, end });
  const order = words.length > 2 ? ", one word after the other" : "";
  notices.push({
    message: `${betweenNotice(slop[0], Number(between)).slice(0, -1)} between the words${order}.`,
    at: written,
  });
  return { ...chain(words, distance), at: written };
}

/** `((a w/n b) w/n c)`. At least one member. */
function chain(members: readonly QueryNode[], distance: number): QueryNode {
  const [first, ...rest] = members;
  if (first === undefined) throw new Error("nothing to chain");
  return rest.reduce<QueryNode>(
    (left, right) => ({
      kind: "near",
      left,
      right,
      distance,
      ordered: false,
      at: { start: left.at.start, end: right.at.end },
    }),
    first,
  );
}

/** Reads `NEAR(a "b c" d, 5)` of FTS5 at `start`, whose members are words and phrases. */
export function readGroupOfFts5(source: string, start: number, notices: QueryNotice[]): QueryNode {
  const open = source.indexOf("(", start);
  const close = source.indexOf(")", open);
  if (close < 0) return fail("This bracket is not closed. Add “)” after the words that belong to it.", open);
  const inside = source.slice(open + 1, close);
  const { between } = /,\s*(?<between>\d+)\s*$/u.exec(inside)?.groups ?? {};
  const end = between === undefined ? close : open + 1 + inside.lastIndexOf(",");
  const members: QueryNode[] = [];
  let index = open + 1;
  while (index < end) {
    if (/\s/u.test(source.charAt(index))) {
      index += 1;
      continue;
    }
    if (isQuotationMark(source.charAt(index))) {
      const phrase = readQuotation({ source, start: index, quote: index, isExact: false }, notices);
      members.push(phrase);
      index = phrase.at.end;
      continue;
    }
    const run = /^[^\s"“”„‟«»]+/u.exec(source.slice(index, end))?.[0] ?? " ";
    const words = readWords(
      { source, start: index, end: index + run.length, isQuoted: false, isExact: false },
      notices,
    );
    members.push(...nodeOf(words));
    index += run.length;
  }
  if (members.length < 2 || members.length > MAX_NESTING) {
    return fail(`NEAR( ) holds from 2 to ${MAX_NESTING} words or phrases, as in NEAR(custody transfer, 5).`, start);
  }
  const at = { start, end: close + 1 };
  const distance = distanceOf(between ?? String(BETWEEN_UNSAID), true, at);
  const message = betweenNotice("NEAR( )", distance - 1);
  notices.push({ message: members.length > 2 ? `${message} Each is near to those before it.` : message, at });
  return { ...chain(members, distance), at };
}

function nodeOf(words: readonly WordNode[]): readonly (WordNode | PhraseNode)[] {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  return words.length === 1 ? [first] : [{ kind: "phrase", words, at: { start: first.at.start, end: last.at.end } }];
}
