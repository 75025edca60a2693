import type { PhraseNode, WordNode } from "#shared/text/query.ts";
import { foldToken } from "#shared/text/tokenize.ts";
import { type Connection, sql } from "./connection.ts";

/** Words of one page are numbered below this; a page of 20,000 words is already out of the ordinary. */
const WORDS_PER_PAGE = 2 ** 24;

type QueryLeaf = WordNode | PhraseNode;

/** A token of a query as the index spells it. */
interface Token {
  readonly text: string;
  readonly prefix: boolean;
}

function tokensOf(leaf: QueryLeaf): readonly Token[] {
  if (leaf.kind === "word") return [{ text: foldToken(leaf.text), prefix: leaf.prefix }];
  return leaf.words.map((word, index) => ({
    text: foldToken(word),
    prefix: leaf.lastIsPrefix && index === leaf.words.length - 1,
  }));
}

function canMeet(one: Token, other: Token): boolean {
  if (one.prefix && other.text.startsWith(one.text)) return true;
  if (other.prefix && one.text.startsWith(other.text)) return true;
  return one.text === other.text;
}

/** True when two of the words or phrases could cover the same place, so that their hits may be one. */
export function mayOverlap(leaves: readonly QueryLeaf[]): boolean {
  const tokens = leaves.map(tokensOf);
  return tokens.some((some, index) =>
    tokens.slice(index + 1).some((others) => some.some((one) => others.some((other) => canMeet(one, other)))),
  );
}

/** The first text after all that start with `prefix`, in the index's byte order. */
function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/**
 * Adds to `counts` the number of places of a word or phrase on each of the given pages, from the index's own lists of
 * places, without reading text.
 *
 * @param pages keys of pages
 * @param counts by key of page
 */
export function addPlaces(
  connection: Connection,
  leaf: QueryLeaf,
  pages: ReadonlySet<number>,
  counts: Map<number, number>,
): void {
  const tokens = tokensOf(leaf);
  const [first] = tokens;
  if (first === undefined) return;
  if (tokens.length === 1) addWord(connection, first, pages, counts);
  else addPhrase(connection, tokens, [...pages], counts);
}

function addWord(connection: Connection, token: Token, pages: ReadonlySet<number>, counts: Map<number, number>): void {
  const rows = token.prefix
    ? connection.iterateRows<[number, number]>(sql`
        SELECT doc, count(*) FROM word_place
        WHERE term >= ${token.text} AND term < ${afterPrefix(token.text)} GROUP BY doc`)
    : connection.iterateRows<[number, number]>(
        sql`SELECT doc, count(*) FROM word_place WHERE term = ${token.text} GROUP BY doc`,
      );
  for (const [page, places] of rows) if (pages.has(page)) counts.set(page, (counts.get(page) ?? 0) + places);
}

/** Places as `index of the page * WORDS_PER_PAGE + number of the word`, ascending. */
function readPlaces(connection: Connection, token: Token, indexOf: ReadonlyMap<number, number>): Float64Array {
  const rows = token.prefix
    ? connection.iterateRows<[number, number]>(sql`
        SELECT doc, "offset" FROM word_place WHERE term >= ${token.text} AND term < ${afterPrefix(token.text)}`)
    : connection.iterateRows<[number, number]>(sql`SELECT doc, "offset" FROM word_place WHERE term = ${token.text}`);
  const places: number[] = [];
  for (const [page, offset] of rows) {
    const index = indexOf.get(page);
    if (index !== undefined) places.push(index * WORDS_PER_PAGE + offset);
  }
  return Float64Array.from(places).sort();
}

function addPhrase(
  connection: Connection,
  tokens: readonly Token[],
  pages: readonly number[],
  counts: Map<number, number>,
): void {
  const indexOf = new Map(pages.map((page, index) => [page, index]));
  let starts: Float64Array = new Float64Array(0);
  for (const [distance, token] of tokens.entries()) {
    const places = readPlaces(connection, token, indexOf);
    starts = distance === 0 ? places : keepFollowed(starts, places, distance);
  }
  let end = -1;
  for (const start of starts) {
    const page = pages[Math.floor(start / WORDS_PER_PAGE)];
    // "very very" in "very very very" is one stretch, as it is when it is marked on the page.
    if (start >= end && page !== undefined) counts.set(page, (counts.get(page) ?? 0) + 1);
    end = start + tokens.length;
  }
}

function keepFollowed(starts: Float64Array, places: Float64Array, distance: number): Float64Array {
  let at = 0;
  return starts.filter((start) => {
    const wanted = start + distance;
    while (at < places.length && (places[at] ?? 0) < wanted) at += 1;
    return places[at] === wanted;
  });
}
