import type { ExtractedPage, PageUnderstanding } from "#core/ports/document-reader.ts";
import type { Detection } from "#shared/model/detection.ts";
import type { WordConfidence } from "#shared/model/page-state.ts";
import { maskStamps } from "#shared/text/mask-stamps.ts";
import { type Connection, sql } from "./connection.ts";
import { joinDividedWords } from "./divided-words.ts";
import { type KeyRange, keysOf } from "./page-keys.ts";

/** What stands in the place of a page's text. */
export interface PageContent {
  readonly text: string;
  /** Runs as `encodeRuns` of `#shared/text/geometry-codec.ts` writes them. */
  readonly geometry: Uint8Array;
  /** Empty for a text layer. */
  readonly confidences: readonly WordConfidence[];
  readonly understanding: Omit<PageUnderstanding, "textState">;
}

/**
 * The text as the full-text index is to see it: without stamps, so that phrases run across them, and with divided words
 * whole. Of the same length as `text`, so that the place of a hit in one is its place in the other.
 */
function toIndexedText(text: string, detections: readonly Detection[]): string {
  return joinDividedWords(maskStamps(text, detections));
}

/** Adds a page that the index does not hold. */
export function writePage(connection: Connection, key: number, page: ExtractedPage, ocr: "waiting" | "off"): void {
  const [left, bottom, right, top] = page.box;
  const indexed = toIndexedText(page.text, page.detections);
  const ocrState = page.textState === "good" ? "not-needed" : ocr;
  connection.run(sql`
    INSERT INTO page (page_key, label, left, bottom, right, top, rotation, characters, text, indexed_text)
    VALUES (${key}, ${page.label}, ${left}, ${bottom}, ${right}, ${top}, ${page.rotation}, ${page.text.length},
      ${page.text}, ${indexed === page.text ? null : indexed})`);
  connection.run(sql`
    INSERT INTO page_state (page_key, has_text, text_state, layer, ocr_state, language)
    VALUES (${key}, ${page.text === "" ? 0 : 1}, ${page.textState}, 'text-layer', ${ocrState}, ${page.language})`);
  connection.run(sql`INSERT INTO page_geometry (page_key, runs) VALUES (${key}, ${page.geometry})`);
  if (page.hidden.length > 0) {
    connection.run(sql`INSERT INTO page_hidden (page_key, regions) VALUES (${key}, ${JSON.stringify(page.hidden)})`);
  }
  addUnderstanding(connection, key, page);
  // Pages without text too: the index's own check expects a row for each row of its content.
  connection.run(sql`INSERT INTO page_words (rowid, text) VALUES (${key}, ${indexed})`);
}

function addUnderstanding(connection: Connection, key: number, said: PageContent["understanding"]): void {
  if (said.detections.length > 0) {
    connection.run(sql`
      INSERT INTO page_detection (page_key, detections) VALUES (${key}, ${JSON.stringify(said.detections)})`);
  }
  if (said.signature !== null) {
    connection.run(sql`INSERT INTO page_signature (page_key, signature) VALUES (${key}, ${said.signature})`);
  }
}

/** The full-text index holds no text of its own: it must be told what to forget, before the text changes. */
function forgetWords(connection: Connection, { from, to }: KeyRange): void {
  connection.run(sql`
    INSERT INTO page_words (page_words, rowid, text)
    SELECT 'delete', page_key, text FROM page_indexed WHERE page_key BETWEEN ${from} AND ${to}`);
}

/** Puts another text in the place of a page's text. To be called in a transaction. */
export function replaceContent(connection: Connection, key: number, content: PageContent): void {
  const { text, geometry, confidences, understanding } = content;
  const indexed = toIndexedText(text, understanding.detections);
  forgetWords(connection, { from: key, to: key });
  connection.run(sql`
    UPDATE page SET characters = ${text.length}, text = ${text}, indexed_text = ${indexed === text ? null : indexed}
    WHERE page_key = ${key}`);
  connection.run(sql`INSERT INTO page_words (rowid, text) VALUES (${key}, ${indexed})`);
  connection.run(sql`UPDATE page_geometry SET runs = ${geometry} WHERE page_key = ${key}`);
  connection.run(sql`
    UPDATE page_state SET has_text = ${text === "" ? 0 : 1}, language = ${understanding.language}
    WHERE page_key = ${key}`);
  connection.run(sql`DELETE FROM page_detection WHERE page_key = ${key}`);
  connection.run(sql`DELETE FROM page_signature WHERE page_key = ${key}`);
  connection.run(sql`DELETE FROM page_confidence WHERE page_key = ${key}`);
  addUnderstanding(connection, key, understanding);
  if (confidences.length > 0) {
    connection.run(sql`
      INSERT INTO page_confidence (page_key, confidences) VALUES (${key}, ${JSON.stringify(confidences)})`);
  }
}

/** Removes a document with all its pages. */
export function deleteDocument(connection: Connection, documentKey: number): void {
  const { from, to } = keysOf(documentKey);
  // All or nothing, because a text that is forgotten twice damages the full-text index.
  connection.transact(() => {
    forgetWords(connection, { from, to });
    connection.run(sql`DELETE FROM page WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_state WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_geometry WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_hidden WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_detection WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_signature WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_confidence WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM page_layer WHERE page_key BETWEEN ${from} AND ${to}`);
    connection.run(sql`DELETE FROM indexed_document WHERE document_key = ${documentKey}`);
  });
}
