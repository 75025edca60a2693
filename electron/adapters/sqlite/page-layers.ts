import type { PageUnderstanding } from "#core/ports/document-reader.ts";
import type { RecognisedLayer, RecognisedPageLayer } from "#core/ports/search-index.ts";
import type { Detection } from "#shared/model/detection.ts";
import type { TextLayer, TextState, WordConfidence } from "#shared/model/page-state.ts";
import { hasToken } from "#shared/text/tokenize.ts";
import { type Connection, sql } from "./connection.ts";
import { type KeyRange, pageOf } from "./page-keys.ts";
import { replaceContent } from "./page-rows.ts";

interface LayerRow {
  readonly text: string;
  readonly runs: Uint8Array;
  readonly confidences: string;
}

interface RecognisedRow extends LayerRow {
  readonly page_key: number;
  readonly detections: string;
  readonly language: string | null;
  readonly signature: Uint8Array | null;
  readonly confidence: number | null;
  readonly made_by: string | null;
  readonly ocr_text_state: string | null;
  readonly in_use: number;
  readonly own_text: string;
}

function layerInUse(connection: Connection, key: number): TextLayer | null {
  const row = connection.get<{ readonly layer: string }>(sql`SELECT layer FROM page_state WHERE page_key = ${key}`);
  return (row?.layer as TextLayer | undefined) ?? null;
}

/** Keeps the text in use as the other one of its page. */
function setAside(connection: Connection, key: number): void {
  connection.run(sql`
    INSERT OR REPLACE INTO page_layer (page_key, layer, text, runs, confidences, detections, language, signature)
    SELECT page_key, layer, text, runs, coalesce(confidences, '[]'), coalesce(detections, '[]'), language, signature
    FROM page JOIN page_state USING (page_key) JOIN page_geometry USING (page_key)
      LEFT JOIN page_confidence USING (page_key) LEFT JOIN page_detection USING (page_key)
      LEFT JOIN page_signature USING (page_key)
    WHERE page_key = ${key}`);
}

function setOcrTextState(connection: Connection, key: number, state: TextState): void {
  connection.run(sql`UPDATE page_state SET ocr_text_state = ${state} WHERE page_key = ${key}`);
}

/**
 * Makes recognised text the text in use. One without any word changes no text: what stands there says at least as much.
 * A page that is not there is passed over. To be called in a transaction.
 *
 * @returns whether the page has another text now
 */
export function putRecognised(connection: Connection, key: number, layer: RecognisedLayer): boolean {
  const current = layerInUse(connection, key);
  if (current === null) return false;
  connection.run(sql`UPDATE page_state SET ocr_state = 'done', ocr_problem = NULL WHERE page_key = ${key}`);
  if (!hasToken(layer.text)) return false;
  if (current === "text-layer") setAside(connection, key);
  replaceContent(connection, key, layer);
  setOcrTextState(connection, key, layer.understanding.textState);
  connection.run(sql`
    UPDATE page_state SET layer = 'ocr', confidence = ${layer.confidence}, made_by = ${layer.madeBy}
    WHERE page_key = ${key}`);
  return true;
}

/** Exchanges the text in use for the other one; false when there is none of that kind. To be called in a transaction. */
export function exchangeLayers(
  connection: Connection,
  key: number,
  wanted: TextLayer,
  understand: (text: string, geometry: Uint8Array) => PageUnderstanding,
): boolean {
  const current = layerInUse(connection, key);
  if (current === wanted) return true;
  const kept = connection.get<LayerRow>(sql`
    SELECT text, runs, confidences FROM page_layer WHERE page_key = ${key} AND layer = ${wanted}`);
  if (current === null || kept === undefined) return false;
  const understanding = understand(kept.text, kept.runs);
  const confidences = JSON.parse(kept.confidences) as readonly WordConfidence[];
  setAside(connection, key);
  replaceContent(connection, key, { text: kept.text, geometry: kept.runs, confidences, understanding });
  if (wanted === "ocr") setOcrTextState(connection, key, understanding.textState);
  connection.run(sql`UPDATE page_state SET layer = ${wanted} WHERE page_key = ${key}`);
  return true;
}

/** Recognised text of a document's pages, in use or not, in the order of pages. */
export function readRecognised(connection: Connection, { from, to }: KeyRange): readonly RecognisedPageLayer[] {
  const inUse = connection.all<RecognisedRow>(sql`
    SELECT page_key, page.text, page_geometry.runs, coalesce(page_confidence.confidences, '[]') AS confidences,
      coalesce(page_detection.detections, '[]') AS detections, page_state.language, page_signature.signature,
      confidence, made_by, ocr_text_state, 1 AS in_use, page_layer.text AS own_text
    FROM page_state JOIN page USING (page_key) JOIN page_geometry USING (page_key) JOIN page_layer USING (page_key)
      LEFT JOIN page_confidence USING (page_key) LEFT JOIN page_detection USING (page_key)
      LEFT JOIN page_signature USING (page_key)
    WHERE page_key BETWEEN ${from} AND ${to} AND page_state.layer = 'ocr'`);
  const aside = connection.all<RecognisedRow>(sql`
    SELECT page_key, page_layer.text, page_layer.runs, confidences, detections, page_layer.language, signature, confidence, made_by,
      ocr_text_state, 0 AS in_use, page.text AS own_text
    FROM page_layer JOIN page_state USING (page_key) JOIN page USING (page_key)
    WHERE page_key BETWEEN ${from} AND ${to} AND page_layer.layer = 'ocr'`);
  return [...inUse, ...aside]
    .toSorted((one, other) => one.page_key - other.page_key)
    .map((row) => ({
      page: pageOf(row.page_key),
      layer: toRecognised(row),
      inUse: row.in_use === 1,
      ownText: row.own_text,
    }));
}

function toRecognised(row: RecognisedRow): RecognisedLayer {
  return {
    text: row.text,
    geometry: row.runs,
    confidences: JSON.parse(row.confidences) as readonly WordConfidence[],
    confidence: row.confidence,
    madeBy: row.made_by ?? "",
    understanding: {
      textState: (row.ocr_text_state ?? "good") as TextState,
      detections: JSON.parse(row.detections) as readonly Detection[],
      language: row.language,
      signature: row.signature,
    },
  };
}
