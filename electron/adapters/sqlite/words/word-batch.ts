import { PAGE_BITS } from "#core/ports/word-index.ts";
import { type DocumentNumbering, numberDocument, pageOfPosition } from "#shared/text/document-words.ts";
import { FURNITURE_START, termsOfToken } from "#shared/text/page-words.ts";
import { ByteWriter } from "./bytes.ts";
import { hashTerm, mixPlace } from "./digest.ts";
import { type DocumentFacts, type PageFacts, writeFacts } from "./document-facts.ts";
import { FieldBatch } from "./field-batch.ts";
import { GrowingColumn } from "./growing-column.ts";
import { findNeighbours, HAS_NEIGHBOURS, mixNeighbours, neighbourKindOf, PairList, termOfPair } from "./neighbours.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import { sortByTerm } from "./sort-by-term.ts";
import { writeListEntry } from "./term-lists.ts";
import { TermRows } from "./term-rows.ts";
import { TokenTable } from "./token-table.ts";

/** More than a document can have. */
const MOST_PAGES = 2 ** 20;

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
  /** By term: as `neighbourKindOf` says. */
  private readonly kinds = new GrowingColumn();
  /** Terms of two common words, by their pair. */
  private readonly pairIds = new Map<number, number>();
  private readonly rows = new TermRows();
  /** Places in the order of documents, and within each of positions. */
  private readonly placeTerm = new GrowingColumn();
  private readonly placePosition = new GrowingColumn();
  /** Common words beside each place: the code before it, and the code after it in the next eight bits. */
  private readonly placeNeighbours = new GrowingColumn();
  /** Of the document that was begun last. */
  private readonly commonPairs = new PairList();

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
  /** Where the places of the document begin. */
  private placesFrom = 0;
  private number = -1;
  private lastNumber = 0;
  private bodyStart = 0;
  private page = 0;
  private lastBodyPage = 0;
  private pageFacts: PageFacts[] = [];
  private digest: [number, number] = [0, 0];

  /** @param number higher than all before */
  beginDocument(number: number): void {
    this.number = number;
    this.rows.beginDocument(number);
    this.placesFrom = this.placeTerm.length;
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
    this.rows.share(accented);
  }

  /** The same for a term of a word that is divided: other terms stand at its place. */
  addTerm(term: string, position: number): void {
    const id = this.idOf(term);
    this.addId(id, position);
    this.rows.share(id);
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
    this.rows.addHit(id);
    if (position < 0) {
      this.lateTerm.push(id);
      this.latePage.push(this.lastBodyPage);
    } else this.rows.addPage(id, this.page);
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
      this.rows.countPage(id, this.latePage.items[index] ?? 0);
    }
    this.lateTerm.length = 0;
    this.latePage.length = 0;
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
    const numbering = numberDocument(this.pageFacts);
    this.placeFurniture(numbering);
    this.findNeighbours(numbering);
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
    this.rows.clear();
    this.placeTerm.length = 0;
    this.placePosition.length = 0;
    this.placeNeighbours.length = 0;
    this.facts.clear();
    this.fields.clear();
    this.lastNumber = 0;
    this.documents = 0;
    this.pages = 0;
    if (Math.max(this.terms.length, this.tokens.count) > MOST_TERMS) {
      this.ids.clear();
      this.rows.clearTerms();
      this.pairIds.clear();
      this.tokens.clear();
      this.terms.length = 0;
      for (const column of [this.folds, this.accented, this.hashes, this.otherHashes, this.kinds]) {
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
    this.kinds.push(neighbourKindOf(term));
    this.rows.addTerm();
    return id;
  }

  private addPlace(id: number, position: number): void {
    this.placeTerm.push(id);
    this.placePosition.push(position);
    this.placeNeighbours.push(0);
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

  /**
   * Adds the common words beside each place, and the pairs of them. Furniture comes after all body words and yet stands on
   * their pages: pages of its pairs that have no bit are found first, and left to it to be counted.
   */
  private findNeighbours(numbering: DocumentNumbering): void {
    const from = this.placesFrom;
    const to = this.placeTerm.length;
    const found = this.commonPairs;
    findNeighbours(
      { terms: this.placeTerm.items, positions: this.placePosition.items, from, to },
      this.kinds.items,
      this.placeNeighbours.items,
      found,
    );
    const bodyEnd = this.bodyStart;
    const keyOf = (id: number, page: number) => id * MOST_PAGES + page;
    const ofFurniture = new Set<number>();
    for (let at = found.length - 1; at >= 0 && found.positionAt(at) >= bodyEnd; at -= 1) {
      const page = pageOfPosition(numbering, found.positionAt(at));
      if (page >= PAGE_BITS) ofFurniture.add(keyOf(this.idOfPair(found.pairAt(at)), page));
    }
    for (let at = 0; at < found.length; at += 1) {
      const id = this.idOfPair(found.pairAt(at));
      const position = found.positionAt(at);
      const page = pageOfPosition(numbering, position);
      this.rows.addHit(id);
      this.addPlace(id, position);
      if (found.isSharedAt(at)) this.rows.share(id);
      if (page < PAGE_BITS) this.rows.addPageBit(id, page);
      else if (position >= bodyEnd || !ofFurniture.has(keyOf(id, page))) this.rows.addPage(id, page);
    }
    this.digestNeighbours(to);
  }

  private digestNeighbours(to: number): void {
    for (let at = this.placesFrom; at < to; at += 1) {
      const beside = this.placeNeighbours.items[at] ?? 0;
      const id = this.placeTerm.items[at] ?? 0;
      if (beside === 0 || this.kinds.items[id] !== HAS_NEIGHBOURS) continue;
      const position = this.placePosition.items[at] ?? 0;
      const [hash, other] = [this.hashes.items[id] ?? 0, this.otherHashes.items[id] ?? 0];
      this.digest[0] = (this.digest[0] + mixNeighbours(hash, position, beside & 0xff, beside >> 8)) | 0;
      this.digest[1] = (this.digest[1] + mixNeighbours(other, position, beside & 0xff, beside >> 8)) | 0;
    }
  }

  private idOfPair(pair: number): number {
    const known = this.pairIds.get(pair);
    if (known !== undefined) return known;
    const id = this.idOf(termOfPair(pair));
    this.pairIds.set(pair, id);
    return id;
  }

  private writeWords(writer: SegmentWriter): void {
    const { items: numbers } = this.rows.numbers;
    const rows = sortByTerm(this.rows.terms, this.terms.length, null);
    const places = sortByTerm(this.placeTerm, this.terms.length, this.placePosition);
    const neighbours = sortByTerm(this.placeTerm, this.terms.length, this.placeNeighbours);
    const list = new ByteWriter();
    const bytes = new ByteWriter();
    for (const id of this.sortedTerms()) {
      list.clear();
      bytes.clear();
      const from = rows.ends[id - 1] ?? 0;
      const to = rows.ends[id] ?? 0;
      const first = numbers[rows.values[from] ?? 0] ?? 0;
      let before = 0;
      let hitsInAll = 0;
      const firstPlace = places.ends[id - 1] ?? 0;
      let place = firstPlace;
      for (let at = from; at < to; at += 1) {
        const row = rows.values[at] ?? 0;
        const entry = this.rows.entry(row);
        const start = bytes.length;
        let position = 0;
        for (let left = entry.hits; left > 0; left -= 1) {
          const next = places.values[place] ?? 0;
          bytes.varint(next - position);
          position = next;
          place += 1;
        }
        const number = numbers[row] ?? 0;
        writeListEntry(list, number - before, { ...entry, placesBytes: bytes.length - start });
        before = number;
        hitsInAll += entry.hits;
      }
      writer.list(list.bytes, 0, list.length);
      writer.places(bytes.bytes, 0, bytes.length);
      if (this.kinds.items[id] === HAS_NEIGHBOURS) {
        bytes.clear();
        for (let at = firstPlace; at < place; at += 1) bytes.twoBytes(neighbours.values[at] ?? 0);
        writer.neighbours(bytes.bytes, 0, bytes.length);
      }
      writer.endTerm(this.terms[id] ?? "", to - from, hitsInAll, before - first);
    }
  }

  private sortedTerms(): readonly number[] {
    const used: number[] = [];
    const seen = new Uint8Array(this.terms.length);
    for (let row = 0; row < this.rows.terms.length; row += 1) {
      const id = this.rows.terms.items[row] ?? 0;
      if (seen[id] === 1) continue;
      seen[id] = 1;
      used.push(id);
    }
    const { terms } = this;
    return used.sort((one, other) => ((terms[one] ?? "") < (terms[other] ?? "") ? -1 : 1));
  }
}
