import type { SearchedDocument } from "#core/ports/document-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { type DocumentFields, NO_FIELDS } from "#shared/model/detection.ts";
import type { MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import { type Connection, sql } from "./connection.ts";

interface SearchedRow {
  readonly document_id: string;
  readonly title: string;
  readonly short_name: string;
  readonly file_name: string;
  readonly source_path: string;
  readonly format: string;
  readonly pages: number;
  readonly detected: string;
  readonly entered: string;
  readonly headers: string | null;
  readonly children: number;
}

function parseFields(text: string): Partial<DocumentFields> {
  return JSON.parse(text) as Partial<DocumentFields>;
}

function toSearched(row: SearchedRow): SearchedDocument {
  const headers = row.headers === null ? null : (JSON.parse(row.headers) as MessageHeaders);
  return {
    documentId: row.document_id as DocumentId,
    title: row.title,
    shortName: row.short_name,
    fileName: row.file_name,
    sourcePath: row.source_path,
    format: row.format as SourceFormat,
    pages: row.pages,
    fields: { ...NO_FIELDS, ...parseFields(row.detected), ...parseFields(row.entered), title: row.title },
    from: headers?.from ?? null,
    to: headers === null ? [] : [...headers.to, ...headers.cc, ...headers.bcc],
    children: row.children,
  };
}

/** The next documents in the order of import. */
export function readSearchedAfter(
  connection: Connection,
  documentId: DocumentId | null,
  limit: number,
): readonly SearchedDocument[] {
  return connection
    .all<SearchedRow>(sql`
      SELECT document_id, title, short_name, file_name, source_path, format, pages, detected, entered, headers,
        (SELECT count(*) FROM document_family WHERE parent_document_id = document_id) AS children
      FROM document
      WHERE sequence > coalesce((SELECT sequence FROM document WHERE document_id = ${documentId}), 0)
      ORDER BY sequence LIMIT ${limit}`)
    .map(toSearched);
}

/** One document, or null. */
export function findSearched(connection: Connection, documentId: DocumentId): SearchedDocument | null {
  const row = connection.get<SearchedRow>(sql`
    SELECT document_id, title, short_name, file_name, source_path, format, pages, detected, entered, headers,
      (SELECT count(*) FROM document_family WHERE parent_document_id = document_id) AS children
    FROM document WHERE document_id = ${documentId}`);
  return row === undefined ? null : toSearched(row);
}
