import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { createMemoryWordIndex } from "../../../../support/memory-word-index.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../../support/test-database.ts";
import type { OpenedIndex } from "./oracle.ts";
import type { RandomDocument } from "./random-documents.ts";

/** Indexes documents in memory. */
export function openMemoryIndex(documents: readonly RandomDocument[]): OpenedIndex {
  const named = documents.map((pages) => ({ id: newDocumentId(), pages }));
  const words = createMemoryWordIndex(named);
  return { words, numbers: named.map(({ id }) => words.numberOf(id)), readPage: words.readPage };
}

/** Indexes documents in a database, in several commits, with others before and between them that are removed again. */
export function openDatabaseIndex(documents: readonly RandomDocument[]): OpenedIndex {
  const index = openPageIndex(setUpIndexDatabase());
  const ids: DocumentId[] = [];
  const removed: DocumentId[] = [];
  documents.forEach((pages, at) => {
    for (const isRemoved of at % 2 === 0 ? [true, false] : [false]) {
      const id = newDocumentId();
      index.beginDocument(id);
      index.addPages(
        id,
        pages.map(({ text, detections }, page) => makePage(text, { page: page + 1, detections })),
        "waiting",
      );
      index.finishDocument(id);
      (isRemoved ? removed : ids).push(id);
    }
    index.commit();
    // Asking makes a segment of what is new.
    index.words.documents();
  });
  for (const id of removed) index.discardDocument(id);
  index.commit();
  const memory = openMemoryIndex(documents);
  const numbers = ids.map((id) => index.words.numberOf(id));
  return {
    words: index.words,
    numbers,
    readPage: (number, page) => memory.readPage(memory.numbers[numbers.indexOf(number)] ?? -1, page),
  };
}
