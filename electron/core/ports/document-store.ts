import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentMetadata, DocumentSummary, OutlineItem } from "#shared/model/document.ts";

/** A document as the catalogue keeps it. */
export interface CatalogueDocument extends DocumentSummary {
  readonly metadata: DocumentMetadata;
  readonly outline: readonly OutlineItem[];
}

/** A document about to enter the catalogue. */
export type NewDocument = Omit<CatalogueDocument, "passages" | "author" | "created">;

/** The catalogue: which documents the case holds. Rows are never deleted. */
export interface DocumentStore {
  /** In the order of import. */
  list(): readonly DocumentSummary[];
  find(documentId: DocumentId): CatalogueDocument | null;
  /** The names of a document, and no more: for the many places that only cite it. */
  names(documentId: DocumentId): Pick<DocumentSummary, "title" | "shortName" | "pages"> | null;
  findBySha256(sha256: string): DocumentId | null;
  /** All short names, to keep them unique. */
  shortNames(): ReadonlySet<string>;
  insert(document: NewDocument): void;
  /** Changes the names that people give. */
  rename(documentId: DocumentId, title: string, shortName: string): void;
  /** Changes what reading the file anew may change. */
  updateReading(
    documentId: DocumentId,
    reading: Pick<NewDocument, "pages" | "pagesWithoutText" | "metadata" | "outline">,
  ): void;
  totals(): { readonly documents: number; readonly pages: number; readonly pagesWithoutText: number };
}
