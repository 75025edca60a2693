import type { Detection } from "#shared/model/detection.ts";
import { type DividedWord, newTerms, type PageOfWords, walkPageWords } from "#shared/text/page-words.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";
import type { Connection } from "../connection.ts";
import { sql } from "../connection.ts";
import { keysOf, pageOf } from "../page-keys.ts";
import type { DocumentFacts } from "./document-facts.ts";
import { visitFields } from "./field-terms.ts";
import type { WordBatch } from "./word-batch.ts";

type PageRow = readonly [
  key: number,
  text: string,
  layer: string,
  language: string | null,
  confidence: number | null,
  hasHidden: number,
  detections: string | null,
];

interface ReadPage extends Omit<PageOfWords, "body" | "before"> {
  readonly page: number;
  readonly layer: string;
  readonly language: string | null;
  readonly confidence: number | null;
  readonly hasHidden: boolean;
}

/**
 * The version of the rules by which words and field values are read from a page. A change of what `page-words.ts`,
 * `running-lines.ts`, `tokenize.ts`, `common-words.ts` or `field-terms.ts` make of the same page raises it: then all documents are read anew.
 */
export const WORD_RULES = 2;

/** Pages in memory at a time: a document may have a hundred thousand. */
const CHUNK = 400;

const NOTHING: readonly Detection[] = [];

/** Pages of a document in order, some at a time. */
function* eachChunk(connection: Connection, documentKey: number): Generator<readonly ReadPage[]> {
  const { from, to } = keysOf(documentKey);
  for (let next = from; ; ) {
    const rows = connection.rows<PageRow>(sql`
      SELECT page_key, text, layer, language, confidence, page_hidden.page_key IS NOT NULL, detections
      FROM page JOIN page_state USING (page_key) LEFT JOIN page_detection USING (page_key)
        LEFT JOIN page_hidden USING (page_key)
      WHERE page_key BETWEEN ${next} AND ${to} ORDER BY page_key LIMIT ${CHUNK}`);
    if (rows.length > 0) yield rows.map(toPage);
    if (rows.length < CHUNK) return;
    next = (rows.at(-1)?.[0] ?? to) + 1;
  }
}

function toPage([key, text, layer, language, confidence, hidden, detections]: PageRow): ReadPage {
  return {
    page: pageOf(key),
    text,
    layer,
    language,
    confidence,
    hasHidden: hidden === 1,
    detections: detections === null ? NOTHING : (JSON.parse(detections) as readonly Detection[]),
  };
}

/**
 * Reads a document's words and field values from its pages. Pages are read twice where a document is too long to be held:
 * what runs along its edges is known only when all have been seen.
 *
 * @param number under which the words stand; higher than all in the batch
 */
export function readDocument(
  connection: Connection,
  documentKey: number,
  number: number,
  batch: WordBatch,
): DocumentFacts {
  const edges = [];
  let held: readonly ReadPage[] | null = null;
  for (const chunk of eachChunk(connection, documentKey)) {
    held = edges.length === 0 ? chunk : null;
    for (const { text, detections } of chunk) edges.push(readPageEdges(text, detections));
  }
  const bodies = findRunningLines(edges);
  let index = 0;
  let before: DividedWord | null = null;
  batch.beginDocument(number);
  for (const chunk of held === null ? eachChunk(connection, documentKey) : [held]) {
    for (const page of chunk) {
      const { text, detections } = page;
      const body = bodies[index] ?? { start: 0, end: text.length };
      const counts = walkPageWords({ text, detections, body, before }, (position, start, end, parts) => {
        if (parts === null) batch.addToken(text, start, end, position);
        else for (const term of newTerms(parts)) batch.addTerm(term, position);
      });
      visitFields({ ...page, hasText: text !== "" }, batch.fields.add);
      const { bodyCount, furnitureSpan } = counts;
      batch.endPage({ bodyCount, furnitureSpan, bodyStart: body.start, tail: text.length - body.end });
      before = counts.divided;
      index += 1;
    }
  }
  return batch.endDocument(documentKey);
}
