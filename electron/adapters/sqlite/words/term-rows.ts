import { PAGE_BITS } from "#core/ports/word-index.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { ListEntry } from "./term-lists.ts";

/** Flags above the bits of pages: a page that has no bit; a place where another term stands. */
const BEYOND_BITS = 1 << PAGE_BITS;
const SHARED = 1 << (PAGE_BITS + 1);

/** Terms in documents while words are collected: a row for each term of each document, in the order of documents. */
export class TermRows {
  readonly terms = new GrowingColumn();
  readonly numbers = new GrowingColumn();
  private readonly hits = new GrowingColumn();
  private readonly pages = new GrowingColumn();
  /** Pages as bits, with `BEYOND_BITS` and `SHARED`. */
  private readonly bits = new GrowingColumn();

  /** By term: the last document and page that had it, and its row. */
  private readonly lastDocument = new GrowingColumn();
  private readonly lastPage = new GrowingColumn();
  private readonly lastRow = new GrowingColumn();

  private number = -1;
  /** Makes each document's mark in `lastDocument` its own, also after `clear`. */
  private mark = 0;

  /** Makes room for one more term. */
  addTerm(): void {
    this.lastDocument.push(0);
    this.lastPage.push(0);
    this.lastRow.push(0);
  }

  beginDocument(number: number): void {
    this.number = number;
    this.mark += 1;
  }

  /** Counts a place of a term in the document that was begun last. */
  addHit(term: number): void {
    if (this.lastDocument.items[term] !== this.mark) {
      this.lastDocument.items[term] = this.mark;
      this.lastPage.items[term] = -1;
      this.lastRow.items[term] = this.terms.length;
      this.terms.push(term);
      this.numbers.push(this.number);
      this.hits.push(0);
      this.pages.push(0);
      this.bits.push(0);
    }
    const row = this.lastRow.items[term] ?? 0;
    this.hits.items[row] = (this.hits.items[row] ?? 0) + 1;
  }

  /** Counts a page of a term, pages of the document coming in their order. */
  addPage(term: number, page: number): void {
    if (this.lastPage.items[term] === page) return;
    this.lastPage.items[term] = page;
    this.countPage(term, page);
  }

  /** Counts a page of a term that has not been counted, whatever came before. */
  countPage(term: number, page: number): void {
    const row = this.lastRow.items[term] ?? 0;
    this.pages.items[row] = (this.pages.items[row] ?? 0) + 1;
    this.bits.items[row] = (this.bits.items[row] ?? 0) | (page < PAGE_BITS ? 1 << page : BEYOND_BITS);
  }

  /** Counts a page below `PAGE_BITS`, if it has not been. */
  addPageBit(term: number, page: number): void {
    if (((this.bits.items[this.lastRow.items[term] ?? 0] ?? 0) & (1 << page)) === 0) this.countPage(term, page);
  }

  /** Says that another term stands at one of the term's places in this document. */
  share(term: number): void {
    const row = this.lastRow.items[term] ?? 0;
    this.bits.items[row] = (this.bits.items[row] ?? 0) | SHARED;
  }

  /** What a list is to say of a row, but for the bytes of its places. */
  entry(row: number): Omit<ListEntry, "placesBytes"> {
    const bits = this.bits.items[row] ?? 0;
    return {
      hits: this.hits.items[row] ?? 0,
      pages: this.pages.items[row] ?? 0,
      pageBits: (bits & BEYOND_BITS) === 0 ? bits & ~SHARED : 0,
      isShared: (bits & SHARED) !== 0,
    };
  }

  /** Forgets the rows; terms stay. */
  clear(): void {
    for (const column of [this.terms, this.numbers, this.hits, this.pages, this.bits]) column.length = 0;
  }

  /** Forgets the terms too. */
  clearTerms(): void {
    for (const column of [this.lastDocument, this.lastPage, this.lastRow]) column.length = 0;
  }
}
