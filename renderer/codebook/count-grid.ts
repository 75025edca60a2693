import type { DocumentId } from "#shared/base/ids.ts";
import type { CodebookPlace, TagCooccurrence, TagMatrix } from "#shared/model/codebook.ts";

/** Counts by row and column; pairs without any are 0. */
export interface CountGrid {
  readonly at: (row: string, column: string) => number;
  readonly ofRow: (row: string) => number;
  readonly ofColumn: (column: string) => number;
  /** The highest count of a cell that is to be shaded; 0 when all are empty. */
  readonly highest: number;
}

/** The matrix as a grid: rows are documents, columns are paths of the codebook. */
export function gridOfMatrix({ places, documents, cells, ofPlaces, ofDocuments }: TagMatrix): CountGrid {
  const byRow = new Map<string, Map<string, number>>();
  for (const [document, place, passages] of cells) {
    put(byRow, documents[document] ?? "", places[place]?.path ?? "", passages);
  }
  return {
    at: (row, column) => byRow.get(row)?.get(column) ?? 0,
    ofRow: lookUp(documents, ofDocuments),
    ofColumn: lookUp(pathsOf(places), ofPlaces),
    highest: cells.reduce((highest, [, , passages]) => Math.max(highest, passages), 0),
  };
}

/** How often tags meet as a grid of paths by paths, the same both ways. A tag with itself is all passages that carry it. */
export function gridOfPairs({ places, pairs, ofPlaces }: TagCooccurrence): CountGrid {
  const byRow = new Map<string, Map<string, number>>();
  const paths = pathsOf(places);
  for (const [one, other, passages] of pairs) {
    put(byRow, paths[one] ?? "", paths[other] ?? "", passages);
    put(byRow, paths[other] ?? "", paths[one] ?? "", passages);
  }
  const total = lookUp(paths, ofPlaces);
  return {
    at: (row, column) => (row === column ? total(row) : (byRow.get(row)?.get(column) ?? 0)),
    ofRow: total,
    ofColumn: total,
    // A tag with itself would outshine every pair.
    highest: pairs.reduce((highest, [, , passages]) => Math.max(highest, passages), 0),
  };
}

/** A count that is shaded in full even where none is higher: two passages are no peak. */
const FULL_AT = 8;

/** How strongly a cell is shaded, 0 to 1: by the logarithm, so that one passage is seen beside a hundred. */
export function shadeOf(count: number, highest: number): number {
  if (count <= 0 || highest <= 0) return 0;
  return Math.min(1, 0.25 + 0.75 * (Math.log(count) / Math.log(Math.max(highest, FULL_AT))));
}

function pathsOf(places: readonly CodebookPlace[]): readonly string[] {
  return places.map((place) => place.path);
}

function put(rows: Map<string, Map<string, number>>, row: string, column: string, count: number): void {
  const cells = rows.get(row) ?? new Map<string, number>();
  rows.set(row, cells);
  cells.set(column, count);
}

function lookUp(keys: readonly (string | DocumentId)[], counts: readonly number[]): (key: string) => number {
  const byKey = new Map(keys.map((key, index) => [String(key), counts[index] ?? 0]));
  return (key) => byKey.get(key) ?? 0;
}
