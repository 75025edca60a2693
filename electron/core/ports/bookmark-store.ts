import type { BookmarkId, DocumentId } from "#shared/base/ids.ts";
import type { Bookmark, Reading } from "#shared/model/reading.ts";

/** Bookmarks of the case. */
export interface BookmarkStore {
  /** Of one document in the order of its pages, or of all in the order of documents and pages. */
  list(documentId: DocumentId | null): readonly Bookmark[];
  find(bookmarkId: BookmarkId): Bookmark | null;
  insert(bookmark: Bookmark): void;
  update(bookmarkId: BookmarkId, change: Pick<Bookmark, "page" | "label">): void;
  delete(bookmarkId: BookmarkId): void;
}

/** How documents are read. */
export interface ReadingStore {
  /** `PLAIN_READING` until somebody chose otherwise. */
  find(documentId: DocumentId): Reading;
  update(documentId: DocumentId, reading: Reading): void;
}
