import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import type { CasePorts } from "../backend-context.ts";
import type { CatalogueDocument, CatalogueSummary, FamilyLink } from "../ports/document-store.ts";
import type { IndexedFigures } from "../ports/search-index.ts";
import { countUndecided, listRedactions } from "../redactions/list-redactions.ts";
import { requireDocument } from "./require-document.ts";

type LibraryPorts = Pick<CasePorts, "documents" | "index" | "redactions">;

/** What the index adds to a row of the catalogue; nothing for a document that is not read yet. */
function indexedParts(figures: IndexedFigures | null, hiddenUndecided: number) {
  return {
    pagesByOcr: figures?.pagesByOcr ?? 0,
    pagesWaiting: figures?.pagesWaiting ?? 0,
    confidence: figures?.confidence ?? null,
    hiddenUndecided,
  };
}

function indexedPartsOf(ports: LibraryPorts, documentId: DocumentId) {
  const undecided = listRedactions(ports, documentId).filter((redaction) => redaction.decision === null);
  return indexedParts(ports.index.figuresOf(documentId), undecided.length);
}

/** Rows of the library: of all documents, in the order of import, or of these, without a look at the others. */
export function listDocuments(ports: LibraryPorts, only: readonly DocumentId[] | null): readonly DocumentSummary[] {
  if (only !== null) {
    return only.flatMap((documentId) => {
      const document = ports.documents.find(documentId);
      return document === null ? [] : [summarise(ports, document)];
    });
  }
  const figures = ports.index.figures();
  const undecided = countUndecided(ports);
  return ports.documents.list().map((document: CatalogueSummary) => ({
    ...document,
    ...indexedParts(figures.get(document.documentId) ?? null, undecided.get(document.documentId) ?? 0),
  }));
}

/** The row of the library for one document. */
export function summarise(ports: LibraryPorts, document: CatalogueDocument): DocumentSummary {
  const { metadata, outline, detected, enteredFields, headers, notices, languages, ...summary } = document;
  return { ...summary, ...indexedPartsOf(ports, document.documentId) };
}

function relativeOf(documentId: DocumentId, { parent, child, name }: FamilyLink): DocumentDetail["family"][number] {
  return parent === documentId
    ? { documentId: child, relation: "child", name }
    : { documentId: parent, relation: "parent", name };
}

/**
 * A document with its pages, its family and what was detected.
 *
 * @throws ProbativeError `document/not-found`
 */
export function showDocument(ports: LibraryPorts, documentId: DocumentId): DocumentDetail {
  const { enteredFields, ...document } = requireDocument(ports, documentId);
  return {
    ...document,
    ...indexedPartsOf(ports, documentId),
    family: ports.documents.family(documentId).map((link) => relativeOf(documentId, link)),
    pageInfos: ports.index.pageInfos(documentId),
  };
}
