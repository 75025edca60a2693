import type { HitRange } from "#core/ports/search-index.ts";
import { toFts5 } from "#shared/text/fts5.ts";
import { positiveLeaves, type QueryNode } from "#shared/text/query.ts";
import { type Connection, sql } from "./connection.ts";
import { addPlaces, mayOverlap } from "./word-places.ts";

/** Marks around a hit in `highlight()`; extraction removes control characters, so no text holds them. */
const OPEN = "\u0001";
const CLOSE = "\u0002";

/** Up to this many pages, counting by marking the text is faster than walking the places of every word. */
const MARKED_PAGES_MAX = 400;

/** The query without what stands under NOT: what is marked on a page. */
function positivePart(query: QueryNode): QueryNode | null {
  const [first, ...others] = positiveLeaves(query);
  if (first === undefined) return null;
  return others.length === 0 ? first : { kind: "or", nodes: [first, ...others] };
}

/** Places of the query's words and phrases on one page, from SQLite's own tokenizer. */
export function findHits(connection: Connection, query: QueryNode, pageKey: number): readonly HitRange[] {
  const positive = positivePart(query);
  if (positive === null) return [];
  const row = connection.get<{ readonly marked: string }>(sql`
    SELECT highlight(page_words, 0, ${OPEN}, ${CLOSE}) AS marked FROM page_words
    WHERE page_words MATCH ${toFts5(positive)} AND rowid = ${pageKey}`);
  return row === undefined ? [] : readMarks(row.marked);
}

function readMarks(marked: string): readonly HitRange[] {
  const hits: HitRange[] = [];
  let removed = 0;
  let start = -1;
  for (let at = nextMark(marked, 0); at !== -1; at = nextMark(marked, at + 1)) {
    const offset = at - removed;
    if (marked[at] === OPEN) start = offset;
    else if (start >= 0) hits.push({ start, end: offset });
    removed += 1;
  }
  return hits;
}

function nextMark(text: string, from: number): number {
  const open = text.indexOf(OPEN, from);
  const close = text.indexOf(CLOSE, from);
  if (open === -1) return close;
  if (close === -1) return open;
  return Math.min(open, close);
}

/**
 * Counts the hits of a query on each of its matching pages, exactly.
 *
 * @param pages keys of the pages that match
 */
export function countHits(
  connection: Connection,
  query: QueryNode,
  pages: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const leaves = positiveLeaves(query);
  if (pages.size > MARKED_PAGES_MAX && !mayOverlap(leaves)) {
    const counts = new Map<number, number>();
    for (const leaf of leaves) addPlaces(connection, leaf, pages, counts);
    return counts;
  }
  return new Map([...pages].map((page) => [page, findHits(connection, query, page).length]));
}
