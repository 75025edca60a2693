import type { DocumentId } from "#shared/base/ids.ts";
import type { ParsedInputOf } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type DocumentFieldName, type DocumentFields, NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { CasePorts } from "../backend-context.ts";
import { proposedTitle } from "../import/propose-names.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";
import { requireDocument } from "./require-document.ts";
import { summarise } from "./show-documents.ts";

/** What is entered: an absent field stays as it is, null empties it. */
export type EnteredChange = Omit<ParsedInputOf<"documents.set">, "documents">;

const FIELD_NAMES = Object.keys(NO_FIELDS) as readonly DocumentFieldName[];

function requireSound(ports: CasePorts, documents: readonly CatalogueDocument[], change: EnteredChange): void {
  const { title, shortName, asDetected } = change;
  if (documents.length > 1 && (title !== undefined || shortName !== undefined)) {
    const field = title === undefined ? "shortName" : "title";
    throw new ProbativeError("input/invalid", `${field}: can be given for one document at a time`, { field });
  }
  const contradicted = asDetected.find((field) => change[field] !== undefined);
  if (contradicted !== undefined) {
    throw new ProbativeError("input/invalid", `${contradicted}: is entered and taken back`, { field: contradicted });
  }
  const [own] = documents;
  if (shortName !== undefined && shortName !== own?.shortName && ports.documents.shortNames().has(shortName)) {
    throw new ProbativeError("document/name-taken", shortName, { shortName });
  }
}

/** What stands entered for a document after the change. */
function enteredAfter(document: CatalogueDocument, change: EnteredChange): Partial<DocumentFields> {
  const entered = new Map<string, unknown>(Object.entries(document.enteredFields));
  for (const field of FIELD_NAMES) {
    const value = change[field];
    if (value !== undefined) entered.set(field, value);
  }
  for (const field of change.asDetected) entered.delete(field);
  return Object.fromEntries(entered) as Partial<DocumentFields>;
}

function write(ports: CasePorts, document: CatalogueDocument, change: EnteredChange): void {
  const { documentId, fileName } = document;
  const isTitleTakenBack = change.asDetected.includes("title");
  const title = isTitleTakenBack ? proposedTitle(document, fileName) : (change.title ?? document.title);
  const shortName = change.shortName ?? document.shortName;
  if (title !== document.title || shortName !== document.shortName) {
    ports.documents.rename(documentId, title, shortName);
  }
  ports.documents.setEntered(documentId, enteredAfter(document, change));
  const entered = [...FIELD_NAMES, "shortName" as const].filter((field) => change[field] !== undefined);
  ports.journal.append({
    action: "fields-edited",
    subject: documentId,
    sha256: document.sha256,
    detail: { entered: entered.join(", "), asDetected: change.asDetected.join(", ") },
  });
}

function labelOf(documents: readonly CatalogueDocument[], change: EnteredChange): string {
  const isRename = change.title !== undefined || change.shortName !== undefined;
  if (isRename) return "Rename document";
  return documents.length === 1 ? "Change fields of document" : `Change fields of ${documents.length} documents`;
}

/**
 * Enters what is known of documents by hand, which wins over what was detected; all of it is one step that can be undone,
 * and each document has its line in the journal.
 *
 * @throws ProbativeError `document/not-found`; `document/name-taken`: citations could no longer tell the documents apart;
 *   `input/invalid` for a name that is given to several, or a field that is entered and taken back
 */
export function setDocuments(
  ports: CasePorts,
  documentIds: readonly DocumentId[],
  change: EnteredChange,
): readonly DocumentSummary[] {
  const wanted = [...new Set(documentIds)];
  const documents = wanted.map((documentId) => requireDocument(ports, documentId));
  requireSound(ports, documents, change);
  ports.edits.perform(labelOf(documents, change), () => {
    for (const document of documents) write(ports, document, change);
  });
  ports.publish({ kind: "changed", areas: ["documents", "passages", "briefs", "edits", "journal"] });
  return wanted.map((documentId) => summarise(ports, requireDocument(ports, documentId)));
}
