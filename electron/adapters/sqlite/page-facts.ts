import type { Detection } from "#shared/model/detection.ts";
import type { PageAddress, PageInfo, PageRotation } from "#shared/model/document.ts";
import type { HiddenRegion, OcrState, TextLayer, TextState, WordConfidence } from "#shared/model/page-state.ts";
import { type Connection, sql } from "./connection.ts";
import { type KeyRange, pageOf } from "./page-keys.ts";

interface PageRow {
  readonly page_key: number;
  readonly label: string | null;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly rotation: number;
  readonly characters: number;
  readonly text_state: string;
  readonly layer: string;
  readonly ocr_state: string;
  readonly confidence: number | null;
  readonly language: string | null;
  readonly detections: string | null;
  readonly regions: string | null;
}

/** Pages read at a time where a document's pages are handed on one by one. */
const CHUNK = 500;

/** What was detected on a page, from its column. */
export function parseDetections(text: string | null): readonly Detection[] {
  return text === null ? [] : (JSON.parse(text) as readonly Detection[]);
}

function addressOf({ value }: Detection): PageAddress | null {
  switch (value.kind) {
    case "printed-page":
      return { scheme: "printed", value: value.label };
    case "ecf-stamp":
      return value.page === null ? null : { scheme: "ecf", value: String(value.page) };
    case "appellate-stamp":
      return value.page === null ? null : { scheme: "appellate", value: String(value.page) };
    case "page-id":
      return { scheme: "page-id", value: String(value.number) };
    case "bates":
      return { scheme: "bates", value: value.prefix + value.digits };
    case "transcript-line":
      return value.transcriptPage === null ? null : { scheme: "transcript", value: String(value.transcriptPage) };
    default:
      return null;
  }
}

/** The names that stand on a page, each once, in the order of the text. */
function addressesOf(detections: readonly Detection[]): readonly PageAddress[] {
  const addresses = new Map<string, PageAddress>();
  for (const detection of detections) {
    const address = addressOf(detection);
    if (address !== null) addresses.set(`${address.scheme} ${address.value}`, address);
  }
  return [...addresses.values()];
}

function toPageInfo(row: PageRow): PageInfo {
  return {
    page: pageOf(row.page_key),
    label: row.label,
    box: [row.left, row.bottom, row.right, row.top],
    rotation: row.rotation as PageRotation,
    characters: row.characters,
    addresses: addressesOf(parseDetections(row.detections)),
    textState: row.text_state as TextState,
    layer: row.layer as TextLayer,
    ocr: row.ocr_state as OcrState,
    confidence: row.confidence,
    language: row.language,
    hidden: row.regions === null ? [] : (JSON.parse(row.regions) as readonly HiddenRegion[]),
  };
}

/** Pages of a document, in order. */
export function readPageInfos(connection: Connection, { from, to }: KeyRange): readonly PageInfo[] {
  return connection
    .all<PageRow>(sql`
      SELECT page_key, label, left, bottom, right, top, rotation, characters, text_state, layer, ocr_state, confidence,
        language, detections, regions
      FROM page JOIN page_state USING (page_key)
        LEFT JOIN page_detection USING (page_key) LEFT JOIN page_hidden USING (page_key)
      WHERE page_key BETWEEN ${from} AND ${to} ORDER BY page_key`)
    .map(toPageInfo);
}

/** Confidences of the recognised words of a page; empty when a text layer is in use. */
export function readConfidences(connection: Connection, key: number): readonly WordConfidence[] {
  const row = connection.get<{ readonly confidences: string }>(sql`
    SELECT confidences FROM page_confidence WHERE page_key = ${key}`);
  return row === undefined ? [] : (JSON.parse(row.confidences) as readonly WordConfidence[]);
}

/** What was detected on a page. */
export function readDetections(connection: Connection, key: number): readonly Detection[] {
  const row = connection.get<{ readonly detections: string }>(sql`
    SELECT detections FROM page_detection WHERE page_key = ${key}`);
  return parseDetections(row?.detections ?? null);
}

/** What was detected on pages, one after the other. Between two pages nothing is left open in the database. */
export function* eachDetections(
  connection: Connection,
  { from, to }: KeyRange,
): Generator<{ readonly page: number; readonly detections: readonly Detection[] }> {
  for (let next = from; ; ) {
    const rows = connection.rows<[number, string]>(sql`
      SELECT page_key, detections FROM page_detection
      WHERE page_key BETWEEN ${next} AND ${to} ORDER BY page_key LIMIT ${CHUNK}`);
    for (const [key, detections] of rows) {
      yield { page: pageOf(key), detections: parseDetections(detections) };
      next = key + 1;
    }
    if (rows.length < CHUNK) return;
  }
}

/** Hidden places of pages, in order. */
export function readHidden(
  connection: Connection,
  { from, to }: KeyRange,
): readonly { readonly key: number; readonly region: HiddenRegion }[] {
  const rows = connection.rows<[number, string]>(sql`
    SELECT page_key, regions FROM page_hidden WHERE page_key BETWEEN ${from} AND ${to} ORDER BY page_key`);
  return rows.flatMap(([key, regions]) =>
    (JSON.parse(regions) as readonly HiddenRegion[]).map((region) => ({ key, region })),
  );
}

/** Signatures of pages in order, null where a page has none. */
export function readSignatures(
  connection: Connection,
  { from, to }: KeyRange,
): readonly (readonly [key: number, signature: Uint8Array | null])[] {
  return connection.rows<[number, Uint8Array | null]>(sql`
    SELECT page_key, signature FROM page_state LEFT JOIN page_signature USING (page_key)
    WHERE page_key BETWEEN ${from} AND ${to} ORDER BY page_key`);
}
