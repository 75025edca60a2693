import type { BookmarkId, DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "./require-document.ts";

function requireBookmark(ports: CasePorts, bookmarkId: BookmarkId): Bookmark {
  const bookmark = ports.bookmarks.find(bookmarkId);
  if (bookmark === null) throw new ProbativeError("bookmark/not-found", bookmarkId, { bookmark: bookmarkId });
  return bookmark;
}

function change(ports: CasePorts, label: string, work: () => void): void {
  ports.edits.perform(label, work);
  ports.publish({ kind: "changed", areas: ["bookmarks", "edits"] });
}

/** @throws ProbativeError `document/not-found` */
export function listBookmarks(ports: CasePorts, documentId: DocumentId | null): readonly Bookmark[] {
  if (documentId !== null) requireDocument(ports, documentId);
  return ports.bookmarks.list(documentId);
}

/**
 * Puts a bookmark on a page. A page has one at most: the one that is there is given back as it is, or with the new label.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`
 */
export function addBookmark(ports: CasePorts, documentId: DocumentId, page: number, label: string): Bookmark {
  const { pages } = requireDocument(ports, documentId);
  if (page > pages) throw new ProbativeError("document/no-such-page", `It has ${pages}.`, { page, pages });
  const known = ports.bookmarks.list(documentId).find((bookmark) => bookmark.page === page);
  if (known !== undefined) return label === "" ? known : renameBookmark(ports, known.bookmarkId, label);
  const bookmark = { bookmarkId: ports.ids.next("bookmark"), documentId, page, label, createdAt: ports.clock.now() };
  change(ports, `Bookmark page ${page}`, () => ports.bookmarks.insert(bookmark));
  return bookmark;
}

/** @throws ProbativeError `bookmark/not-found` */
export function renameBookmark(ports: CasePorts, bookmarkId: BookmarkId, label: string): Bookmark {
  const bookmark = requireBookmark(ports, bookmarkId);
  if (label === bookmark.label) return bookmark;
  change(ports, "Rename bookmark", () => ports.bookmarks.update(bookmarkId, { page: bookmark.page, label }));
  return { ...bookmark, label };
}

/** @throws ProbativeError `bookmark/not-found` */
export function removeBookmark(ports: CasePorts, bookmarkId: BookmarkId): void {
  const { page } = requireBookmark(ports, bookmarkId);
  change(ports, `Remove bookmark of page ${page}`, () => ports.bookmarks.delete(bookmarkId));
}
