import { type Connection, sql } from "../connection.ts";
import type { StreamName } from "./chunks.ts";
import type { SegmentRow } from "./segment.ts";

interface Row {
  readonly segment: number;
  readonly state: string;
  readonly first_number: number;
  readonly last_number: number;
  readonly documents: number;
  readonly pages: number;
  readonly documents_bytes: number;
  readonly directory_bytes: number;
  readonly terms_bytes: number;
  readonly lists_bytes: number;
  readonly places_bytes: number;
  readonly neighbours_bytes: number;
}

/** `building` is being merged from others and not read yet; `dead` is to be deleted. */
export type SegmentState = "live" | "building" | "dead";

const NO_SIZES: Readonly<Record<StreamName, number>> = {
  documents: 0,
  directory: 0,
  terms: 0,
  lists: 0,
  places: 0,
  neighbours: 0,
};

/** All segments, in the order of their documents' numbers. */
export function readSegments(
  connection: Connection,
): readonly { readonly row: SegmentRow; readonly state: SegmentState }[] {
  return connection
    .all<Row>(sql`
      SELECT segment, state, first_number, last_number, documents, pages, documents_bytes, directory_bytes, terms_bytes,
        lists_bytes, places_bytes, neighbours_bytes
      FROM word_segment ORDER BY first_number, segment`)
    .map((row) => ({
      state: row.state as SegmentState,
      row: {
        segment: row.segment,
        first: row.first_number,
        last: row.last_number,
        documents: row.documents,
        pages: row.pages,
        sizes: {
          documents: row.documents_bytes,
          directory: row.directory_bytes,
          terms: row.terms_bytes,
          lists: row.lists_bytes,
          places: row.places_bytes,
          neighbours: row.neighbours_bytes,
        },
      },
    }));
}

/** Writes the row of a segment, in the place of the one that it had while it was being written. */
export function insertSegment(connection: Connection, row: SegmentRow, state: SegmentState): void {
  const { segment, first, last, documents, pages, sizes } = row;
  connection.run(sql`
    INSERT OR REPLACE INTO word_segment (segment, state, first_number, last_number, documents, pages, documents_bytes,
      directory_bytes, terms_bytes, lists_bytes, places_bytes, neighbours_bytes)
    VALUES (${segment}, ${state}, ${first}, ${last}, ${documents}, ${pages}, ${sizes.documents}, ${sizes.directory},
      ${sizes.terms}, ${sizes.lists}, ${sizes.places}, ${sizes.neighbours})`);
}

/** Says that a segment is being written. */
export function announceSegment(connection: Connection, segment: number, first: number, last: number): void {
  insertSegment(connection, { segment, first, last, documents: 0, pages: 0, sizes: NO_SIZES }, "building");
}

/** Says that nobody reads a segment any more: its chunks are to be deleted. */
export function markSegmentDead(connection: Connection, segment: number): void {
  connection.run(sql`UPDATE word_segment SET state = 'dead' WHERE segment = ${segment}`);
}

/** Deletes the row of a segment whose chunks are gone. */
export function deleteSegment(connection: Connection, segment: number): void {
  connection.run(sql`DELETE FROM word_segment WHERE segment = ${segment}`);
}
