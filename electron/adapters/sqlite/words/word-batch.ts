import { PAGE_BITS } from "#core/ports/word-index.ts";
import { type DocumentNumbering, numberDocument } from "#shared/text/document-words.ts";
import { FURNITURE_START, termsOfToken } from "#shared/text/page-words.ts";
import { ByteWriter } from "./bytes.ts";
import { hashTerm, mixPlace } from "./digest.ts";
import { type DocumentFacts, type PageFacts, writeFacts } from "./document-facts.ts";
import { FieldBatch } from "./field-batch.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import { sortByTerm } from "./sort-by-term.ts";
import { writeListEntry } from "./term-lists.ts";
import { TokenTable } from "./token-table.ts";

/** Flags above the bits of pages: a page that has no bit; a place where another term stands. */
const BEYOND_BITS = 1 << PAGE_BITS;
const SHARED = 1 << (PAGE_BITS + 1);

/** Beyond that, remembering a word costs more than meeting it anew. */
const MOST_TERMS = 400_000;

/**
 * Takes the words of documents, in the order of their pages, and writes them as one segment. Words are numbers while they
 * are collected; two stable sorts by counting bring documents and places into the order of terms.
 */
export class WordBatch {
  readonly fields = new FieldBatch();
  documents = 0;
  pages = 0;

  private readonly tokens = new TokenTable();
  /** By token: its terms; -1 for none with accents. */
  private readonly folds = new GrowingColumn();
  private readonly accented = new GrowingColumn();
  private readonly ids = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly hashes = new GrowingColumn();
  private readonly otherHashes = new GrowingColumn();
  /** By term: the last document and page that had it, and its place in `pair…`. */
  private readonly lastDocument = new GrowingColumn();
  private readonly lastPage = new GrowingColumn();
  private readonly lastPair = new GrowingColumn();

  /** A pair is a term in a document. */
  private readonly pairTerm = new GrowingColumn();
  private readonly pairNumber = new GrowingColumn();
  private readonly pairHits = new GrowingColumn();
  private readonly pairPages = new GrowingColumn();
  /** Pages as bits, with `BEYOND_BITS` and `SHARED`. */
  private readonly pairBits = new GrowingColumn();
  /** Places in the order of documents, and within each of positions. */
  private readonly placeTerm = new GrowingColumn();
  private readonly placePosition = new GrowingColumn();

  private readonly furnitureTerm = new GrowingColumn();
  private readonly furniturePage = new GrowingColumn();
  private readonly furniturePosition = new GrowingColumn();

  /** Rests of words that are divided across pages, with the page where the word begins. */
  private readonly lateTerm = new GrowingColumn();
  private readonly latePage = new GrowingColumn();
  /** By page of the document: its first body position, and where its places and its furniture begin in the columns. */
  private readonly pageBodies = new GrowingColumn();
  private readonly pagePlaces = new GrowingColumn();
  private readonly pageFurniture = new GrowingColumn();

  private readonly facts = new ByteWriter();
  private number = -1;
  private lastNumber = 0;
  private bodyStart = 0;
  private page = 0;
  private lastBodyPage = 0;
  private pageFacts: PageFacts[] = [];
  private digest: [number, number] = [0, 0];
  /** Makes each document's mark in `lastDocument` its own, also after `clear`. */
  private mark = 0;

  /** @param number higher than all before */
  beginDocument(number: number): void {
    this.number = number;
    this.mark += 1;
    this.bodyStart = 0;
    this.page = 0;
    this.lastBodyPage = 0;
    this.pageFacts = [];
    this.digest = [0, 0];
    for (const column of [this.pageBodies, this.pagePlaces, this.pageFurniture]) column.length = 0;
    this.beginPage();
    this.fields.beginDocument(number);
  }

  /** A word of the current page, in the text of that page, at a position on it as `walkPageWords` gives it. */
  addToken(text: string, start: number, end: number, position: number): void {
    const known = this.tokens.count;
    const token = this.tokens.numberOf(text, start, end);
    if (token === known) {
      const { fold, accented } = termsOfToken(text.slice(start, end));
      this.folds.push(this.idOf(fold));
      this.accented.push(accented === null ? -1 : this.idOf(accented));
    }
    this.addId(this.folds.items[token] ?? 0, position);
    const accented = this.accented.items[token] ?? -1;
    if (accented === -1) return;
    this.addId(accented, position);
    this.share(accented);
  }

  /** The same for a term of a word that is divided: other terms stand at its place. */
  addTerm(term: string, position: number): void {
    const id = this.idOf(term);
    this.addId(id, position);
    this.share(id);
  }

  endPage(facts: PageFacts): void {
    this.pageFacts.push(facts);
    if (facts.bodyCount > 0) this.lastBodyPage = this.page;
    this.bodyStart += facts.bodyCount;
    this.page += 1;
    this.beginPage();
  }

  private beginPage(): void {
    this.pageBodies.push(this.bodyStart);
    this.pagePlaces.push(this.placeTerm.length);
    this.pageFurniture.push(this.furnitureTerm.length);
  }

  private addId(id: number, position: number): void {
    if (this.lastDocument.items[id] !== this.mark) {
      this.lastDocument.items[id] = this.mark;
      this.lastPage.items[id] = -1;
      this.lastPair.items[id] = this.pairTerm.length;
      this.pairTerm.push(id);
      this.pairNumber.push(this.number);
      this.pairHits.push(0);
      this.pairPages.push(0);
      this.pairBits.push(0);
    }
    const pair = this.lastPair.items[id] ?? 0;
    this.pairHits.items[pair] = (this.pairHits.items[pair] ?? 0) + 1;
    if (position < 0) {
      this.lateTerm.push(id);
      this.latePage.push(this.lastBodyPage);
    } else if (this.lastPage.items[id] !== this.page) {
      this.lastPage.items[id] = this.page;
      this.countPage(pair, this.page);
    }
    if (position >= FURNITURE_START) {
      this.furnitureTerm.push(id);
      this.furniturePage.push(this.page);
      this.furniturePosition.push(position - FURNITURE_START);
    } else this.addPlace(id, this.bodyStart + position);
  }

  /** The rest of a divided word belongs to the page where the word begins: it may be the term's only place there. */
  private countLatePages(): void {
    for (let index = 0; index < this.lateTerm.length; index += 1) {
      const id = this.lateTerm.items[index] ?? 0;
      if (this.isOnPage(id, this.latePage.items[index] ?? 0)) continue;
      this.countPage(this.lastPair.items[id] ?? 0, this.latePage.items[index] ?? 0);
    }
    this.lateTerm.length = 0;
    this.latePage.length = 0;
  }

  private countPage(pair: number, page: number): void {
    this.pairPages.items[pair] = (this.pairPages.items[pair] ?? 0) + 1;
    this.pairBits.items[pair] = (this.pairBits.items[pair] ?? 0) | (page < PAGE_BITS ? 1 << page : BEYOND_BITS);
  }

  /** Says that another term stands at one of the term's places in this document. */
  private share(id: number): void {
    const pair = this.lastPair.items[id] ?? 0;
    this.pairBits.items[pair] = (this.pairBits.items[pair] ?? 0) | SHARED;
  }

  private isOnPage(id: number, page: number): boolean {
    const body = this.pageBodies.items[page] ?? 0;
    const places = this.pagePlaces.items[page + 1] ?? 0;
    for (let at = this.pagePlaces.items[page] ?? 0; at < places; at += 1) {
      if (this.placeTerm.items[at] === id && (this.placePosition.items[at] ?? 0) >= body) return true;
    }
    const furniture = this.pageFurniture.items[page + 1] ?? 0;
    for (let at = this.pageFurniture.items[page] ?? 0; at < furniture; at += 1) {
      if (this.furnitureTerm.items[at] === id) return true;
    }
    return false;
  }

  /** @returns what the segment is to know of the document */
  endDocument(documentKey: number): DocumentFacts {
    this.countLatePages();
    this.placeFurniture(numberDocument(this.pageFacts));
    const { digest: fieldDigest } = this.fields;
    const digest = [(this.digest[0] + fieldDigest[0]) >>> 0, (this.digest[1] + fieldDigest[1]) >>> 0] as const;
    const facts = { documentKey, bodyWords: this.bodyStart, digest };
    writeFacts(this.facts, this.number - this.lastNumber, facts, this.pageFacts);
    this.lastNumber = this.number;
    this.documents += 1;
    this.pages += this.page;
    return facts;
  }

  /** Writes everything that was added. */
  write(writer: SegmentWriter): void {
    this.fields.write(writer);
    this.writeWords(writer);
    writer.documents(this.facts.bytes, 0, this.facts.length);
  }

  /** Forgets documents and places; words stay known. */
  clear(): void {
    for (const column of [this.pairTerm, this.pairNumber, this.pairHits, this.pairPages, this.pairBits]) {
      column.length = 0;
    }
    this.placeTerm.length = 0;
    this.placePosition.length = 0;
    this.facts.clear();
    this.fields.clear();
    this.lastNumber = 0;
    this.documents = 0;
    this.pages = 0;
    if (Math.max(this.terms.length, this.tokens.count) > MOST_TERMS) {
      this.ids.clear();
      this.tokens.clear();
      this.terms.length = 0;
      for (const column of [
        this.folds,
        this.accented,
        this.hashes,
        this.otherHashes,
        this.lastDocument,
        this.lastPage,
        this.lastPair,
      ]) {
        column.length = 0;
      }
    }
  }

  private idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.ids.set(term, id);
    this.terms.push(term);
    const [hash, other] = hashTerm(term);
    this.hashes.push(hash);
    this.otherHashes.push(other);
    this.lastDocument.push(0);
    this.lastPage.push(0);
    this.lastPair.push(0);
    return id;
  }

  private addPlace(id: number, position: number): void {
    this.placeTerm.push(id);
    this.placePosition.push(position);
    this.digest[0] = (this.digest[0] + mixPlace(this.hashes.items[id] ?? 0, position)) | 0;
    this.digest[1] = (this.digest[1] + mixPlace(this.otherHashes.items[id] ?? 0, position)) | 0;
  }

  private placeFurniture({ furnitureStarts }: DocumentNumbering): void {
    for (let index = 0; index < this.furnitureTerm.length; index += 1) {
      const start = furnitureStarts[this.furniturePage.items[index] ?? 0] ?? 0;
      this.addPlace(this.furnitureTerm.items[index] ?? 0, start + (this.furniturePosition.items[index] ?? 0));
    }
    for (const column of [this.furnitureTerm, this.furniturePage, this.furniturePosition]) column.length = 0;
  }

  private writeWords(writer: SegmentWriter): void {
    const { items: numbers } = this.pairNumber;
    const { items: hitsOf } = this.pairHits;
    const { items: pagesOf } = this.pairPages;
    const { items: bitsOf } = this.pairBits;
    const pairs = sortByTerm(this.pairTerm, this.terms.length, null);
    const places = sortByTerm(this.placeTerm, this.terms.length, this.placePosition);
    const list = new ByteWriter();
    const bytes = new ByteWriter();
    for (const id of this.sortedTerms()) {
      list.clear();
      bytes.clear();
      const from = pairs.ends[id - 1] ?? 0;
      const to = pairs.ends[id] ?? 0;
      const first = numbers[pairs.values[from] ?? 0] ?? 0;
      let before = 0;
      let hitsInAll = 0;
      let place = places.ends[id - 1] ?? 0;
      for (let at = from; at < to; at += 1) {
        const pair = pairs.values[at] ?? 0;
        const hits = hitsOf[pair] ?? 0;
        const start = bytes.length;
        let position = 0;
        for (let left = hits; left > 0; left -= 1) {
          const next = places.values[place] ?? 0;
          bytes.varint(next - position);
          position = next;
          place += 1;
        }
        const number = numbers[pair] ?? 0;
        const bits = bitsOf[pair] ?? 0;
        writeListEntry(list, number - before, {
          hits,
          pages: pagesOf[pair] ?? 0,
          pageBits: (bits & BEYOND_BITS) === 0 ? bits & ~SHARED : 0,
          isShared: (bits & SHARED) !== 0,
          placesBytes: bytes.length - start,
        });
        before = number;
        hitsInAll += hits;
      }
      writer.list(list.bytes, 0, list.length);
      writer.places(bytes.bytes, 0, bytes.length);
      writer.endTerm(this.terms[id] ?? "", to - from, hitsInAll, before - first);
    }
  }

  private sortedTerms(): readonly number[] {
    const used: number[] = [];
    const seen = new Uint8Array(this.terms.length);
    for (let pair = 0; pair < this.pairTerm.length; pair += 1) {
      const id = this.pairTerm.items[pair] ?? 0;
      if (seen[id] === 1) continue;
      seen[id] = 1;
      used.push(id);
    }
    const { terms } = this;
    return used.sort((one, other) => ((terms[one] ?? "") < (terms[other] ?? "") ? -1 : 1));
  }
}
