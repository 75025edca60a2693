import type { CatalogueDocument, DocumentStore } from "#core/ports/document-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentMetadata, DocumentSummary, OutlineItem } from "#shared/model/document.ts";
import { type Connection, sql } from "./connection.ts";

interface SummaryRow {
  readonly document_id: string;
  readonly title: string;
  readonly short_name: string;
  readonly file_name: string;
  readonly source_path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly pages_without_text: number;
  readonly imported_at: string;
  readonly author: string | null;
  readonly created: string | null;
  readonly passages: number;
}

function toSummary(row: SummaryRow): DocumentSummary {
  return {
    documentId: row.document_id as DocumentId,
    title: row.title,
    shortName: row.short_name,
    fileName: row.file_name,
    sourcePath: row.source_path,
    sha256: row.sha256,
    bytes: row.bytes,
    pages: row.pages,
    pagesWithoutText: row.pages_without_text,
    importedAt: row.imported_at,
    author: row.author,
    created: row.created,
    passages: row.passages,
  };
}

/** The catalogue in `case.db`. */
export function openDocumentTable(connection: Connection): DocumentStore {
  return {
    list: () =>
      connection
        .all<SummaryRow>(sql`
          SELECT document_id, title, short_name, file_name, source_path, sha256, bytes, pages, pages_without_text,
            imported_at, metadata ->> 'author' AS author, metadata ->> 'created' AS created,
            (SELECT count(*) FROM passage WHERE passage.document_id = document.document_id) AS passages
          FROM document ORDER BY sequence`)
        .map(toSummary),
    find: (documentId): CatalogueDocument | null => {
      const row = connection.get<SummaryRow & { readonly metadata: string; readonly outline: string }>(sql`
        SELECT document_id, title, short_name, file_name, source_path, sha256, bytes, pages, pages_without_text,
          imported_at, metadata, outline, metadata ->> 'author' AS author, metadata ->> 'created' AS created,
          (SELECT count(*) FROM passage WHERE passage.document_id = document.document_id) AS passages
        FROM document WHERE document_id = ${documentId}`);
      if (row === undefined) return null;
      return {
        ...toSummary(row),
        metadata: JSON.parse(row.metadata) as DocumentMetadata,
        outline: JSON.parse(row.outline) as readonly OutlineItem[],
      };
    },
    names: (documentId) =>
      connection.get<{ title: string; shortName: string; pages: number }>(sql`
        SELECT title, short_name AS shortName, pages FROM document WHERE document_id = ${documentId}`) ?? null,
    findBySha256: (sha256) =>
      (connection.get<{ readonly document_id: string }>(sql`SELECT document_id FROM document WHERE sha256 = ${sha256}`)
        ?.document_id as DocumentId | undefined) ?? null,
    shortNames: () => new Set(connection.pluck<string>(sql`SELECT short_name FROM document`)),
    insert: (document) => {
      connection.run(sql`
        INSERT INTO document (document_id, sha256, title, short_name, file_name, source_path, bytes, pages,
          pages_without_text, metadata, outline, imported_at)
        VALUES (${document.documentId}, ${document.sha256}, ${document.title}, ${document.shortName},
          ${document.fileName}, ${document.sourcePath}, ${document.bytes}, ${document.pages},
          ${document.pagesWithoutText}, ${JSON.stringify(document.metadata)}, ${JSON.stringify(document.outline)},
          ${document.importedAt})`);
    },
    rename: (documentId, title, shortName) => {
      connection.run(sql`
        UPDATE document SET title = ${title}, short_name = ${shortName} WHERE document_id = ${documentId}`);
    },
    updateReading: (documentId, reading) => {
      connection.run(sql`
        UPDATE document SET pages = ${reading.pages}, pages_without_text = ${reading.pagesWithoutText},
          metadata = ${JSON.stringify(reading.metadata)}, outline = ${JSON.stringify(reading.outline)}
        WHERE document_id = ${documentId}`);
    },
    totals: () =>
      connection.get<{ documents: number; pages: number; pagesWithoutText: number }>(sql`
        SELECT count(*) AS documents, coalesce(sum(pages), 0) AS pages,
          coalesce(sum(pages_without_text), 0) AS pagesWithoutText
        FROM document`) ?? { documents: 0, pages: 0, pagesWithoutText: 0 },
  };
}
