import type { ShownPage } from "#core/ports/search-index.ts";
import { decodeRunsTouching } from "#shared/text/geometry-codec.ts";
import { type Connection, sql } from "./connection.ts";
import { parseDetections } from "./page-facts.ts";
import { pageOf } from "./page-keys.ts";

type ShownRow = readonly [
  key: number,
  text: string,
  label: string | null,
  detections: string | null,
  runs: Uint8Array | null,
];

/** Pages that one statement reads: what it returns is held at once. */
const AT_ONCE = 64;

/** What a list of results shows of pages, by one statement: a result has hundreds, and each statement costs more than its rows. */
export function readShownPages(connection: Connection, keys: readonly number[]): readonly ShownPage[] {
  const pages: ShownPage[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const rows = connection.rows<ShownRow>(sql`
      SELECT page.page_key, page.text, page.label, page_detection.detections, page_geometry.runs
      FROM json_each(${JSON.stringify(keys.slice(from, from + AT_ONCE))}) AS wanted
        JOIN page ON page.page_key = wanted.value
        LEFT JOIN page_detection ON page_detection.page_key = page.page_key
        LEFT JOIN page_geometry ON page_geometry.page_key = page.page_key`);
    for (const row of rows) pages.push(toShownPage(row));
  }
  return pages;
}

function toShownPage([key, text, label, detections, runs]: ShownRow): ShownPage {
  return {
    page: pageOf(key),
    text,
    label,
    detections: parseDetections(detections),
    runsTouching: (stretches) => (runs === null ? [] : decodeRunsTouching(runs, stretches)),
  };
}
