import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Connection } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase, type Schema } from "#adapters/sqlite/open-database.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { NewDocument } from "#core/ports/document-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import { pageSignature } from "#shared/text/page-signature.ts";
import { layOutText } from "./lay-out-text.ts";
import { setUpTempFolder } from "./temp-folder.ts";
import { createTestIds } from "./test-program.ts";

function setUpDatabase(schema: Schema): Connection {
  const folder = setUpTempFolder();
  const connection = openDatabase(join(folder, `${schema.name}.db`), schema, join(folder, "backups"));
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** A new case database that is gone when the running test ends. */
export function setUpCaseDatabase(): Connection {
  return setUpDatabase(caseSchema);
}

/** A new index database that is gone when the running test ends. */
export function setUpIndexDatabase(): Connection {
  return setUpDatabase(indexSchema);
}

const ids = createTestIds();

/** A new identifier of a document. */
export function newDocumentId(): DocumentId {
  return ids.next("document");
}

/** A document of one page with a hash of its own. */
export function makeDocument(change: Partial<NewDocument> = {}): NewDocument {
  const documentId = change.documentId ?? newDocumentId();
  return {
    documentId,
    title: `Title of ${documentId}`,
    shortName: `Name of ${documentId}`,
    fileName: "file.pdf",
    sourcePath: "/matter/file.pdf",
    sha256: Buffer.from(documentId).toString("hex").padEnd(64, "0"),
    bytes: 100,
    pages: 1,
    pagesWithoutText: 0,
    importedAt: "2026-03-01T09:30:00.000Z",
    metadata: NO_METADATA,
    outline: [],
    format: "pdf",
    detected: NO_FIELDS,
    headers: null,
    notices: [],
    thread: null,
    ...change,
  };
}

/** Puts a document into the catalogue and returns its identifier. */
export function insertDocument(connection: Connection): DocumentId {
  const document = makeDocument();
  openDocumentTable(connection).insert(document);
  return document.documentId;
}

/** A page as a reader delivers it, without anything that it says about itself. */
export function makePage(text: string, change: Partial<ExtractedPage> = {}): ExtractedPage {
  return {
    page: 1,
    label: null,
    box: [0, 0, 612, 792],
    rotation: 0,
    text,
    geometry: layOutText(text),
    textState: text === "" ? "none" : "good",
    detections: [],
    language: null,
    signature: pageSignature(text, []),
    hidden: [],
    pictured: 0,
    ...change,
  };
}

/** Such pages, numbered from 1. */
export function makePages(...texts: readonly string[]): readonly ExtractedPage[] {
  return texts.map((text, index) => makePage(text, { page: index + 1 }));
}
