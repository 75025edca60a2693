import { ByteWriter } from "./bytes.ts";
import { hashTerm } from "./digest.ts";
import { type FieldPlace, type FieldShape, mixFieldPlace, writeFieldPlace } from "./field-places.ts";
import { shapeOfField } from "./field-terms.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import { writeListEntry } from "./term-lists.ts";

/** A field's term with the documents that have it so far; the last of them is not in the list yet. */
interface OpenTerm {
  readonly shape: FieldShape;
  readonly hash: readonly [number, number];
  readonly list: ByteWriter;
  readonly places: ByteWriter;
  documents: number;
  hitsInAll: number;
  first: number;
  /** Of the document before the last. */
  before: number;
  last: number;
  hits: number;
  pages: number;
  page: number;
  placesFrom: number;
}

/** Takes the field values of documents, as `WordBatch` takes their words. */
export class FieldBatch {
  /** Of the current document. */
  digest: [number, number] = [0, 0];

  private readonly terms = new Map<string, OpenTerm>();
  private number = -1;

  beginDocument(number: number): void {
    this.number = number;
    this.digest = [0, 0];
  }

  readonly add = (term: string, place: FieldPlace): void => {
    const open = this.open(term);
    if (open.last !== this.number) {
      endEntry(open);
      open.before = open.documents === 0 ? 0 : open.last;
      if (open.documents === 0) open.first = this.number;
      open.last = this.number;
      open.documents += 1;
      open.hits = 0;
      open.pages = 0;
      open.page = 0;
      open.placesFrom = open.places.length;
    }
    writeFieldPlace(open.places, open.shape, place, open.page);
    if (place.page !== open.page) open.pages += 1;
    open.page = place.page;
    open.hits += 1;
    open.hitsInAll += 1;
    const { page, start, end, value } = place;
    this.digest[0] = (this.digest[0] + mixFieldPlace(open.hash[0], page, start, end, value)) | 0;
    this.digest[1] = (this.digest[1] + mixFieldPlace(open.hash[1], page, start, end, value)) | 0;
  };

  write(writer: SegmentWriter): void {
    const sorted = [...this.terms].toSorted(([one], [other]) => (one < other ? -1 : 1));
    for (const [term, open] of sorted) {
      endEntry(open);
      writer.list(open.list.bytes, 0, open.list.length);
      writer.places(open.places.bytes, 0, open.places.length);
      writer.endTerm(term, open.documents, open.hitsInAll, open.last - open.first);
    }
  }

  clear(): void {
    this.terms.clear();
  }

  private open(term: string): OpenTerm {
    let open = this.terms.get(term);
    if (open === undefined) {
      open = {
        shape: shapeOfField(term),
        hash: hashTerm(term),
        list: new ByteWriter(),
        places: new ByteWriter(),
        documents: 0,
        hitsInAll: 0,
        first: 0,
        before: 0,
        last: -1,
        hits: 0,
        pages: 0,
        page: 0,
        placesFrom: 0,
      };
      this.terms.set(term, open);
    }
    return open;
  }
}

function endEntry(open: OpenTerm): void {
  if (open.hits === 0) return;
  const placesBytes = open.places.length - open.placesFrom;
  const entry = { hits: open.hits, pages: open.pages, pageBits: 0, isShared: false, placesBytes };
  writeListEntry(open.list, open.last - open.before, entry);
  open.hits = 0;
}
