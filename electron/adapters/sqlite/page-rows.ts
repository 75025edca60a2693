import type { ExtractedPage, PageUnderstanding } from "#core/ports/document-reader.ts";
import type { WordConfidence } from "#shared/model/page-state.ts";
import { type Connection, sql } from "./connection.ts";
import { keysOf } from "./page-keys.ts";

/** What stands in the place of a page's text. */
export interface PageContent {
  readonly text: string;
  /** Runs as `encodeRuns` of `#shared/text/geometry-codec.ts` writes them. */
  readonly geometry: Uint8Array;
  /** Empty for a text layer. */
  readonly confidences: readonly WordConfidence[];
  readonly understanding: Omit<PageUnderstanding, "textState">;
}

/** Adds a page that the index does not hold. */
export function writePage(connection: Connection, key: number, page: ExtractedPage, ocr: "waiting" | "off"): void {
  const [left, bottom, right, top] = page.box;
  const ocrState = page.textState === "good" ? "not-needed" : ocr;
  connection.run(sql`
    INSERT INTO page (page_key, label, left, bottom, right, top, rotation, characters, text)
    VALUES (${key}, ${page.label}, ${left}, ${bottom}, ${right}, ${top}, ${page.rotation}, ${page.text.length},
      ${page.text})`);
  connection.run(sql`
    INSERT INTO page_state (page_key, has_text, text_state, layer, ocr_state, language)
    VALUES (${key}, ${page.text === "" ? 0 : 1}, ${page.textState}, 'text-layer', ${ocrState}, ${page.language})`);
  connection.run(sql`INSERT INTO page_geometry (page_key, runs) VALUES (${key}, ${page.geometry})`);
  if (page.hidden.length > 0) {
    connection.run(sql`INSERT INTO page_hidden (page_key, regions) VALUES (${key}, ${JSON.stringify(page.hidden)})`);
  }
  addUnderstanding(connection, key, page);
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

/** Puts another text in the place of a page's text; its document's words are to be read anew. To be called in a transaction. */
export function replaceContent(connection: Connection, key: number, content: PageContent): void {
  const { text, geometry, confidences, understanding } = content;
  connection.run(sql`UPDATE page SET characters = ${text.length}, text = ${text} WHERE page_key = ${key}`);
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

/** Removes a document with all its pages. Its words go when segments are merged. */
export function deleteDocument(connection: Connection, documentKey: number): void {
  const { from, to } = keysOf(documentKey);
  connection.transact(() => {
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
