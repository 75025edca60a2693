import { documentIdSchema } from "#shared/base/ids.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary, PageInfo } from "#shared/model/document.ts";

let made = 0;

/** A document of the library, with an identifier of its own and nothing else said of it. */
export function summaryOf(fields: Partial<DocumentSummary>): DocumentSummary {
  made += 1;
  return {
    documentId: documentIdSchema.parse(`doc_${String(made).padStart(12, "0")}`),
    title: "Title",
    shortName: "Short",
    fileName: "file.pdf",
    sourcePath: "/in/file.pdf",
    sha256: "00",
    bytes: 1,
    pages: 1,
    pagesWithoutText: 0,
    importedAt: "2026-01-01T00:00:00Z",
    author: null,
    created: null,
    passages: 0,
    format: "pdf",
    fields: NO_FIELDS,
    entered: [],
    parents: [],
    children: 0,
    thread: null,
    pagesByOcr: 0,
    pagesWaiting: 0,
    confidence: null,
    hiddenUndecided: 0,
    ...fields,
  };
}

/** A page with a good text layer. */
export function pageInfoOf(fields: Partial<PageInfo>): PageInfo {
  return {
    page: 1,
    label: null,
    box: [0, 0, 612, 792],
    rotation: 0,
    characters: 100,
    addresses: [],
    textState: "good",
    layer: "text-layer",
    ocr: "not-needed",
    confidence: null,
    language: null,
    hidden: [],
    ...fields,
  };
}
