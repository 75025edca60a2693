import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentFields } from "#shared/model/detection.ts";
import type { DocumentMetadata, DocumentSummary, OutlineItem } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders } from "#shared/model/format.ts";

/** Parts of a summary that the index knows, not the catalogue. */
type IndexedParts = "pagesByOcr" | "pagesWaiting" | "confidence" | "hiddenUndecided";

/** A row of the catalogue, in the order and form in which it is listed. */
export type CatalogueSummary = Omit<DocumentSummary, IndexedParts>;

/** A document as the catalogue keeps it. */
export interface CatalogueDocument extends CatalogueSummary {
  readonly metadata: DocumentMetadata;
  readonly outline: readonly OutlineItem[];
  readonly detected: DocumentFields;
  /** What was entered by hand; a field that is absent was not. A field entered as null was emptied by hand. */
  readonly enteredFields: Partial<DocumentFields>;
  readonly headers: MessageHeaders | null;
  readonly notices: readonly ConversionNotice[];
  readonly languages: readonly string[] | null;
}

/** A document about to enter the catalogue. */
export type NewDocument = Omit<
  CatalogueDocument,
  "passages" | "author" | "created" | "fields" | "entered" | "enteredFields" | "parents" | "children" | "languages"
>;

/** What reading a document gave, as an account tells it. */
export type DocumentReading = Pick<
  CatalogueDocument,
  "documentId" | "sha256" | "format" | "pages" | "pagesWithoutText" | "notices"
>;

/** A file that stands in another. */
export interface FamilyLink {
  readonly parent: DocumentId;
  readonly child: DocumentId;
  /** Place among the children, from 0. */
  readonly position: number;
  /** Name of the child inside of the parent. */
  readonly name: string;
}

/** What a search asks of a document besides its text. */
export interface SearchedDocument
  extends Pick<
    CatalogueSummary,
    "documentId" | "title" | "shortName" | "fileName" | "sourcePath" | "format" | "pages" | "fields" | "children"
  > {
  /** Sender of a message, as written. */
  readonly from: string | null;
  /** All to whom a message went, openly or not. */
  readonly to: readonly string[];
}

/** What changed in the catalogue, and up to where it was looked. */
export interface DocumentChanges {
  readonly mark: number;
  /** Documents that are new, or whose row, family, passages or the tags of these changed. */
  readonly documents: readonly DocumentId[];
  /** Tags were added, renamed or deleted. */
  readonly tagNames: boolean;
}

/** The catalogue: which documents the case holds. Rows are never deleted. */
export interface DocumentStore {
  /** What changed after a mark, since the case was opened; a mark of 0 is before everything. */
  changesSince(mark: number): DocumentChanges;
  /** The next documents in the order of import: those after one, or the first ones; at most `limit`. */
  searchedAfter(documentId: DocumentId | null, limit: number): readonly SearchedDocument[];
  /** One of them; null when it is unknown. */
  searched(documentId: DocumentId): SearchedDocument | null;
  /** In the order of import. */
  list(): readonly CatalogueSummary[];
  find(documentId: DocumentId): CatalogueDocument | null;
  /** Of all documents: an account of ten thousand files must not look each of them up. */
  readings(): ReadonlyMap<DocumentId, DocumentReading>;
  /** The names of a document, and no more: for the many places that only cite it. */
  names(documentId: DocumentId): Pick<DocumentSummary, "title" | "shortName" | "pages"> | null;
  findBySha256(sha256: string): DocumentId | null;
  /** All short names, to keep them unique. */
  shortNames(): ReadonlySet<string>;
  insert(document: NewDocument): void;
  /** Changes the names that people give. */
  rename(documentId: DocumentId, title: string, shortName: string): void;
  /** Replaces all that was entered by hand. The title is renamed separately. */
  setEntered(documentId: DocumentId, entered: Partial<DocumentFields>): void;
  /** Languages for the OCR of one document; null for those of the case. */
  setLanguages(documentId: DocumentId, languages: readonly string[] | null): void;
  /** Changes what reading the file anew may change. */
  updateReading(
    documentId: DocumentId,
    reading: Pick<
      NewDocument,
      "pages" | "pagesWithoutText" | "metadata" | "outline" | "detected" | "headers" | "notices"
    >,
  ): void;
  /** Changes how many of a document's pages have no text, after OCR. */
  setPagesWithoutText(documentId: DocumentId, pagesWithoutText: number): void;
  /** Records that a file stands in another; a link that exists is left as it is. */
  link(link: FamilyLink): void;
  /** Links in which the document is parent or child, in order. */
  family(documentId: DocumentId): readonly FamilyLink[];
  /** Parent and child of every link of the case. */
  links(): readonly (readonly [parent: DocumentId, child: DocumentId])[];
  totals(): { readonly documents: number; readonly pages: number; readonly pagesWithoutText: number };
}
