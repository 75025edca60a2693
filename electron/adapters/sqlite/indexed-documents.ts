import type { DocumentId } from "#shared/base/ids.ts";
import { type Connection, sql } from "./connection.ts";
import { refreshSums } from "./ocr-states.ts";
import { type KeyRange, keysOf, PAGES_PER_KEY } from "./page-keys.ts";
import { deleteDocument } from "./page-rows.ts";
import type { PrioritisedDocument } from "./waiting-pages.ts";
import { WORD_RULES } from "./words/read-document.ts";
import { createWordStore, type WordStore } from "./words/word-store.ts";

/** Which documents the index holds, and the one transaction in which they are written. */
export interface IndexedDocuments {
  begin(documentId: DocumentId): void;
  /** Throws when the document was not begun, or is gone since: its pages would belong to nothing. */
  requireBegun(documentId: DocumentId): void;
  finish(documentId: DocumentId): void;
  forget(documentId: DocumentId): void;
  commit(): void;
  rollback(): void;

  /** Documents that are complete, and read as this version reads. Kept up to date. */
  current(): ReadonlySet<DocumentId>;
  /** Begun, and not committed as a whole. */
  isUnfinished(documentId: DocumentId): boolean;
  /** The words of complete documents. */
  readonly words: WordStore;
  /** Counts a document's pages again, and has its words read anew where its text changed. To be called in a write. */
  noteChange(documentKey: number, isOtherText: boolean): void;
  /** Key of a complete document; -1 for any other. */
  completeKeyOf(documentId: DocumentId): number;
  /** Identifier of a complete document by its key, or null. */
  completeByKey(documentKey: number): DocumentId | null;
  prioritised(): readonly PrioritisedDocument[];
  /** To be called in a write. */
  setPriority(documentId: DocumentId, priority: number): void;

  /** Key of a page; -1, which no page has, for what cannot be there: the numbers beyond are another document's. */
  pageKey(documentId: DocumentId, page: number): number;
  /** Keys of all pages of a document; none for an unknown one. */
  rangeOf(documentId: DocumentId): KeyRange;

  /** Runs `work` as a part of the open transaction: all of it or nothing. */
  write<T>(work: () => T): T;
  /** As `write`, and durable when it returns, together with everything that was written before. */
  writeAtOnce<T>(work: () => T): T;
}

interface DocumentRow {
  readonly document_key: number;
  readonly document_id: string;
  readonly complete: number;
  readonly outdated: number;
  readonly ocr_priority: number;
}

interface WordRow {
  readonly document_key: number;
  readonly pages: number;
  readonly ocr_waiting: number;
  readonly word_number: number | null;
  readonly word_rules: number;
}

const NO_KEYS: KeyRange = { from: -1, to: -1 };

/** Reads which documents there are; what a crash left half-read is removed. */
export function createIndexedDocuments(connection: Connection): IndexedDocuments {
  const keys = new Map<DocumentId, number>();
  const idsByKey = new Map<number, DocumentId>();
  const complete = new Set<DocumentId>();
  const current = new Set<DocumentId>();
  const finished = new Set<DocumentId>();
  /** Other than 0. */
  const priorities = new Map<DocumentId, number>();
  const words = createWordStore(connection, writeWords);

  function remember(documentId: DocumentId, key: number, priority: number): void {
    keys.set(documentId, key);
    idsByKey.set(key, documentId);
    if (priority !== 0) priorities.set(documentId, priority);
  }

  function startWriting(): void {
    if (!connection.inTransaction) connection.script("BEGIN IMMEDIATE");
  }

  function makeDurable(): void {
    if (connection.inTransaction) connection.script("COMMIT");
  }

  function forget(documentId: DocumentId): void {
    const key = keys.get(documentId);
    if (key === undefined) return;
    startWriting();
    deleteDocument(connection, key);
    words.forget(key);
    idsByKey.delete(key);
    keys.delete(documentId);
    priorities.delete(documentId);
    for (const memory of [complete, current, finished]) memory.delete(documentId);
  }

  function load(): void {
    for (const memory of [keys, idsByKey, complete, current, finished, priorities]) memory.clear();
    const rows = connection.all<DocumentRow>(
      sql`SELECT document_key, document_id, complete, outdated, ocr_priority FROM indexed_document`,
    );
    for (const row of rows) {
      const documentId = row.document_id as DocumentId;
      remember(documentId, row.document_key, row.ocr_priority);
      if (row.complete === 1) complete.add(documentId);
      if (row.complete === 1 && row.outdated === 0) current.add(documentId);
    }
    for (const documentId of [...keys.keys()]) if (!complete.has(documentId)) forget(documentId);
    makeDurable();
    loadWords();
  }

  function loadWords(): void {
    words.clear();
    const rows = connection.all<WordRow>(sql`
      SELECT document_key, pages, ocr_waiting, word_number, word_rules FROM indexed_document WHERE complete = 1`);
    for (const { document_key: key, pages, ocr_waiting: waiting, word_number: number, word_rules: rules } of rows) {
      words.remember(key, number, rules === WORD_RULES ? null : { pages, waiting });
    }
    words.reopen();
  }

  /** A write of words alone: it joins the open transaction, or is one of its own. */
  function writeWords<T>(work: () => T): T {
    const isOwn = !connection.inTransaction;
    try {
      const result = write(work);
      if (isOwn) makeDurable();
      return result;
    } catch (thrown) {
      if (isOwn && connection.inTransaction) connection.script("ROLLBACK");
      // A full disk may have ended the whole transaction: what else was open in it is gone, and must be known to be.
      if (!isOwn && !connection.inTransaction) load();
      else loadWords();
      throw thrown;
    }
  }

  function write<T>(work: () => T): T {
    startWriting();
    return connection.transact(work);
  }

  load();

  return {
    begin: (documentId) => {
      const priority = priorities.get(documentId) ?? 0;
      forget(documentId);
      startWriting();
      const { lastInsertRowid } = connection.run(
        sql`INSERT INTO indexed_document (document_id, ocr_priority) VALUES (${documentId}, ${priority})`,
      );
      remember(documentId, lastInsertRowid, priority);
    },
    requireBegun: (documentId) => {
      if (!keys.has(documentId)) throw new Error("pages of a document that was not begun");
    },
    finish: (documentId) => {
      finished.add(documentId);
    },
    forget,
    commit: () => {
      startWriting();
      for (const documentId of finished) {
        const { changes } = connection.run(
          sql`UPDATE indexed_document SET complete = 1 WHERE document_id = ${documentId}`,
        );
        if (changes !== 1) throw new Error("a document is finished that is not in the index");
        const key = keys.get(documentId) ?? -1;
        const sums = refreshSums(connection, key);
        if (sums !== null) words.markStale(key, sums);
      }
      words.prepareCommit();
      makeDurable();
      for (const documentId of finished) {
        complete.add(documentId);
        current.add(documentId);
      }
      finished.clear();
    },
    rollback: () => {
      if (connection.inTransaction) connection.script("ROLLBACK");
      load();
    },

    current: () => current,
    isUnfinished: (documentId) => keys.has(documentId) && !complete.has(documentId),
    words,
    noteChange: (documentKey, isOtherText) => {
      const sums = refreshSums(connection, documentKey);
      const holder = idsByKey.get(documentKey);
      if (sums === null || holder === undefined || !complete.has(holder)) return;
      if (isOtherText || words.documents.stale().has(documentKey)) words.markStale(documentKey, sums);
    },
    completeKeyOf: (documentId) => (complete.has(documentId) ? (keys.get(documentId) ?? -1) : -1),
    completeByKey: (documentKey) => {
      const documentId = idsByKey.get(documentKey);
      return documentId !== undefined && complete.has(documentId) ? documentId : null;
    },
    prioritised: () => [...priorities].map(([documentId, priority]) => ({ key: keys.get(documentId) ?? -1, priority })),
    setPriority: (documentId, priority) => {
      connection.run(sql`
        UPDATE indexed_document SET ocr_priority = ${priority} WHERE document_id = ${documentId}`);
      if (priority === 0 || !keys.has(documentId)) priorities.delete(documentId);
      else priorities.set(documentId, priority);
    },

    pageKey: (documentId, page) => {
      const key = keys.get(documentId);
      return key === undefined || page >= PAGES_PER_KEY ? -1 : key * PAGES_PER_KEY + page;
    },
    rangeOf: (documentId) => {
      const key = keys.get(documentId);
      return key === undefined ? NO_KEYS : keysOf(key);
    },

    write,
    writeAtOnce: (work) => {
      try {
        const result = write(work);
        makeDurable();
        return result;
      } catch (thrown) {
        // A full disk may have ended the whole transaction: what else was open in it is gone, and must be known to be.
        if (!connection.inTransaction) load();
        throw thrown;
      }
    },
  };
}
