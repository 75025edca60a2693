import type {
  CatalogueDocument,
  CatalogueSummary,
  DocumentReading,
  DocumentStore,
  FamilyLink,
} from "#core/ports/document-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { type DocumentFieldName, type DocumentFields, NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentMetadata, OutlineItem } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import { type Connection, sql } from "./connection.ts";
import { watchDocuments } from "./document-changes.ts";
import { findSearched, readSearchedAfter } from "./searched-documents.ts";

const FIELD_NAMES = Object.keys(NO_FIELDS) as readonly DocumentFieldName[];

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
  readonly format: string;
  readonly thread: string | null;
  readonly detected: string;
  readonly entered: string;
}

interface WholeRow extends SummaryRow {
  readonly metadata: string;
  readonly outline: string;
  readonly headers: string | null;
  readonly notices: string;
  readonly languages: string | null;
}

/** What other tables know of a document. */
interface Relations {
  readonly passages: number;
  readonly parents: readonly DocumentId[];
  readonly children: number;
}

function parseOrNull<Value>(text: string | null): Value | null {
  return text === null ? null : (JSON.parse(text) as Value);
}

function parseFields(text: string): Partial<DocumentFields> {
  return JSON.parse(text) as Partial<DocumentFields>;
}

function toSummary(row: SummaryRow, relations: Relations): CatalogueSummary {
  const entered = parseFields(row.entered);
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
    format: row.format as SourceFormat,
    fields: { ...NO_FIELDS, ...parseFields(row.detected), ...entered, title: row.title },
    entered: FIELD_NAMES.filter((name) => Object.hasOwn(entered, name)),
    thread: row.thread,
    ...relations,
  };
}

function toWhole(row: WholeRow, relations: Relations): CatalogueDocument {
  return {
    ...toSummary(row, relations),
    metadata: JSON.parse(row.metadata) as DocumentMetadata,
    outline: JSON.parse(row.outline) as readonly OutlineItem[],
    detected: { ...NO_FIELDS, ...parseFields(row.detected) },
    enteredFields: parseFields(row.entered),
    headers: parseOrNull<MessageHeaders>(row.headers),
    notices: JSON.parse(row.notices) as readonly ConversionNotice[],
    languages: parseOrNull<readonly string[]>(row.languages),
  };
}

type ReadingRow = Pick<WholeRow, "document_id" | "sha256" | "format" | "pages" | "pages_without_text" | "notices">;

function toReading(row: ReadingRow): DocumentReading {
  return {
    documentId: row.document_id as DocumentId,
    sha256: row.sha256,
    format: row.format as SourceFormat,
    pages: row.pages,
    pagesWithoutText: row.pages_without_text,
    notices: JSON.parse(row.notices) as readonly ConversionNotice[],
  };
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** The catalogue in `case.db`. */
export function openDocumentTable(connection: Connection): DocumentStore {
  /** Relations of all documents, by three walks over indexes instead of three look-ups for each document. */
  function readRelations(): (documentId: string) => Relations {
    const passages = new Map(
      connection.rows<[string, number]>(sql`SELECT document_id, count(*) FROM passage GROUP BY document_id`),
    );
    const children = new Map(
      connection.rows<[string, number]>(
        sql`SELECT parent_document_id, count(*) FROM document_family GROUP BY parent_document_id`,
      ),
    );
    const links = connection.rows<[string, DocumentId]>(sql`
      SELECT child_document_id, parent_document_id
      FROM document_family JOIN document ON document.document_id = parent_document_id
      GROUP BY child_document_id, parent_document_id ORDER BY child_document_id, document.sequence`);
    const parents = Map.groupBy(links, ([child]) => child);
    return (documentId) => ({
      passages: passages.get(documentId) ?? 0,
      parents: (parents.get(documentId) ?? []).map(([, parent]) => parent),
      children: children.get(documentId) ?? 0,
    });
  }

  function relationsOf(documentId: DocumentId): Relations {
    const counts = connection.get<{ readonly passages: number; readonly children: number }>(sql`
      SELECT (SELECT count(*) FROM passage WHERE document_id = ${documentId}) AS passages,
        (SELECT count(*) FROM document_family WHERE parent_document_id = ${documentId}) AS children`);
    const parents = connection.pluck<DocumentId>(sql`
      SELECT parent_document_id
      FROM document_family JOIN document ON document.document_id = parent_document_id
      WHERE child_document_id = ${documentId} GROUP BY parent_document_id ORDER BY document.sequence`);
    return { passages: counts?.passages ?? 0, parents, children: counts?.children ?? 0 };
  }

  return {
    changesSince: watchDocuments(connection),
    searchedAfter: (documentId, limit) => readSearchedAfter(connection, documentId, limit),
    searched: (documentId) => findSearched(connection, documentId),
    list: () => {
      const relations = readRelations();
      return connection
        .all<SummaryRow>(sql`
          SELECT document_id, title, short_name, file_name, source_path, sha256, bytes, pages, pages_without_text,
            imported_at, metadata ->> 'author' AS author, metadata ->> 'created' AS created, format, thread, detected,
            entered
          FROM document ORDER BY sequence`)
        .map((row) => toSummary(row, relations(row.document_id)));
    },
    find: (documentId) => {
      const row = connection.get<WholeRow>(sql`
        SELECT *, metadata ->> 'author' AS author, metadata ->> 'created' AS created
        FROM document WHERE document_id = ${documentId}`);
      return row === undefined ? null : toWhole(row, relationsOf(documentId));
    },
    readings: () => {
      const rows = connection.all<ReadingRow>(sql`
        SELECT document_id, sha256, format, pages, pages_without_text, notices FROM document`);
      return new Map(rows.map((row) => [row.document_id as DocumentId, toReading(row)]));
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
          pages_without_text, metadata, outline, imported_at, format, detected, headers, notices, thread)
        VALUES (${document.documentId}, ${document.sha256}, ${document.title}, ${document.shortName},
          ${document.fileName}, ${document.sourcePath}, ${document.bytes}, ${document.pages},
          ${document.pagesWithoutText}, ${JSON.stringify(document.metadata)}, ${JSON.stringify(document.outline)},
          ${document.importedAt}, ${document.format}, ${JSON.stringify(document.detected)},
          ${jsonOrNull(document.headers)}, ${JSON.stringify(document.notices)}, ${document.thread})`);
    },
    rename: (documentId, title, shortName) => {
      connection.run(sql`
        UPDATE document SET title = ${title}, short_name = ${shortName} WHERE document_id = ${documentId}`);
    },
    setEntered: (documentId, entered) => {
      connection.run(sql`
        UPDATE document SET entered = ${JSON.stringify(entered)} WHERE document_id = ${documentId}`);
    },
    setLanguages: (documentId, languages) => {
      connection.run(sql`
        UPDATE document SET languages = ${jsonOrNull(languages)} WHERE document_id = ${documentId}`);
    },
    updateReading: (documentId, reading) => {
      connection.run(sql`
        UPDATE document SET pages = ${reading.pages}, pages_without_text = ${reading.pagesWithoutText},
          metadata = ${JSON.stringify(reading.metadata)}, outline = ${JSON.stringify(reading.outline)},
          detected = ${JSON.stringify(reading.detected)}, headers = ${jsonOrNull(reading.headers)},
          notices = ${JSON.stringify(reading.notices)}
        WHERE document_id = ${documentId}`);
    },
    setPagesWithoutText: (documentId, pagesWithoutText) => {
      connection.run(sql`
        UPDATE document SET pages_without_text = ${pagesWithoutText} WHERE document_id = ${documentId}`);
    },
    link: ({ parent, child, position, name }) => {
      connection.run(sql`
        INSERT INTO document_family (parent_document_id, child_document_id, position, name)
        VALUES (${parent}, ${child}, ${position}, ${name}) ON CONFLICT DO NOTHING`);
    },
    family: (documentId) =>
      connection.all<FamilyLink>(sql`
        SELECT parent_document_id AS parent, child_document_id AS child, position, name FROM document_family
        WHERE child_document_id = ${documentId} OR parent_document_id = ${documentId}
        ORDER BY child_document_id <> ${documentId}, parent_document_id, position, child_document_id`),
    links: () =>
      connection.rows<[DocumentId, DocumentId]>(sql`
        SELECT parent_document_id, child_document_id FROM document_family`),
    totals: () =>
      connection.get<{ documents: number; pages: number; pagesWithoutText: number }>(sql`
        SELECT count(*) AS documents, coalesce(sum(pages), 0) AS pages,
          coalesce(sum(pages_without_text), 0) AS pagesWithoutText
        FROM document`) ?? { documents: 0, pages: 0, pagesWithoutText: 0 },
  };
}
