import type { BookmarkStore, ReadingStore } from "#core/ports/bookmark-store.ts";
import type { BookmarkId, DocumentId } from "#shared/base/ids.ts";
import { type Bookmark, PLAIN_READING, type Reading } from "#shared/model/reading.ts";
import { type Connection, sql } from "./connection.ts";

interface BookmarkRow {
  readonly bookmark_id: string;
  readonly document_id: string;
  readonly page: number;
  readonly label: string;
  readonly created_at: string;
}

function toBookmark(row: BookmarkRow): Bookmark {
  return {
    bookmarkId: row.bookmark_id as BookmarkId,
    documentId: row.document_id as DocumentId,
    page: row.page,
    label: row.label,
    createdAt: row.created_at,
  };
}

/** Bookmarks in `case.db`. */
export function openBookmarkTable(connection: Connection): BookmarkStore {
  return {
    list: (documentId) => {
      const rows =
        documentId === null
          ? connection.all<BookmarkRow>(sql`
              SELECT bookmark.* FROM bookmark JOIN document USING (document_id)
              ORDER BY document.sequence, page, created_at, bookmark_id`)
          : connection.all<BookmarkRow>(sql`
              SELECT * FROM bookmark WHERE document_id = ${documentId} ORDER BY page, created_at, bookmark_id`);
      return rows.map(toBookmark);
    },
    find: (bookmarkId) => {
      const row = connection.get<BookmarkRow>(sql`SELECT * FROM bookmark WHERE bookmark_id = ${bookmarkId}`);
      return row === undefined ? null : toBookmark(row);
    },
    insert: (bookmark) => {
      connection.run(sql`
        INSERT INTO bookmark (bookmark_id, document_id, page, label, created_at)
        VALUES (${bookmark.bookmarkId}, ${bookmark.documentId}, ${bookmark.page}, ${bookmark.label},
          ${bookmark.createdAt})`);
    },
    update: (bookmarkId, { page, label }) => {
      connection.run(sql`UPDATE bookmark SET page = ${page}, label = ${label} WHERE bookmark_id = ${bookmarkId}`);
    },
    delete: (bookmarkId) => {
      connection.run(sql`DELETE FROM bookmark WHERE bookmark_id = ${bookmarkId}`);
    },
  };
}

/** How documents are read, in the catalogue of `case.db`. */
export function openReadingTable(connection: Connection): ReadingStore {
  return {
    find: (documentId) => {
      const row = connection.get<{ readonly reading: string | null }>(sql`
        SELECT reading FROM document WHERE document_id = ${documentId}`);
      return typeof row?.reading === "string" ? (JSON.parse(row.reading) as Reading) : PLAIN_READING;
    },
    update: (documentId, { labelScheme, turned, cropsMargins }) => {
      connection.run(sql`
        UPDATE document SET reading = ${JSON.stringify({ labelScheme, turned, cropsMargins })}
        WHERE document_id = ${documentId}`);
    },
  };
}
