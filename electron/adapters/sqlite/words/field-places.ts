import { ByteReader, type ByteWriter } from "./bytes.ts";
import { mixPlace } from "./digest.ts";

/**
 * A place of a field in a document: a page as a whole, or a range of its text. Which of the two, and whether a number
 * stands with it, is the same for all places of a term: see `shapeOfField`.
 */
export interface FieldPlace {
  readonly page: number;
  /** -1 for the page as a whole; else offsets into its text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of a Bates stamp; 0 for all else. */
  readonly value: number;
}

/** What stands with each place of a term besides its page. */
export interface FieldShape {
  readonly ranged: boolean;
  readonly valued: boolean;
}

/** Writes a place; pages ascend within a document, `pageBefore` is 0 for the first. */
export function writeFieldPlace(
  writer: ByteWriter,
  { ranged, valued }: FieldShape,
  place: FieldPlace,
  pageBefore: number,
): void {
  writer.varint(place.page - pageBefore);
  if (ranged) {
    writer.varint(place.start);
    writer.varint(place.end - place.start);
  }
  if (valued) writer.varint(place.value);
}

/** Reads the places of one document. */
export function eachFieldPlace(
  bytes: Uint8Array,
  hits: number,
  { ranged, valued }: FieldShape,
  visit: (page: number, start: number, end: number, value: number) => void,
): void {
  const reader = new ByteReader(bytes);
  let page = 0;
  for (let left = hits; left > 0; left -= 1) {
    page += reader.varint();
    const start = ranged ? reader.varint() : -1;
    const end = ranged ? start + reader.varint() : -1;
    visit(page, start, end, valued ? reader.varint() : 0);
  }
}

/** What a place adds to a digest. */
export function mixFieldPlace(hash: number, page: number, start: number, end: number, value: number): number {
  return mixPlace(mixPlace(mixPlace(mixPlace(hash, page), start), end), value % 2 ** 32);
}
