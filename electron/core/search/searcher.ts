import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { SearchCertificate } from "#shared/model/search-report.ts";
import type { DocumentHit, Incomplete, Pace } from "./evaluate/evaluation.ts";

/** A document that matches. */
export interface FoundDocument {
  readonly documentId: DocumentId;
  /** 0 for a document that is found by its fields alone. */
  readonly hits: number;
  /** Pages on which a hit begins. */
  readonly pages: number;
}

/** All documents that match, and the way to the hits of each. */
export interface FoundDocuments {
  /** In the order of import. */
  readonly documents: readonly FoundDocument[];
  readonly incomplete: Incomplete | null;
  /** All hits of one of the documents, in order. */
  hitsOf(documentId: DocumentId): Promise<readonly DocumentHit[]>;
}

/** How a search was read, with every form of its words, however many. */
export interface ReadSearch extends Pick<SearchCertificate, "words" | "expansions" | "synonyms"> {}

/**
 * What reports, saved searches and certificates need of searching. Both throw `search/syntax`, `search/too-broad` and
 * `search/cancelled`.
 */
export interface Searcher {
  find(request: SearchRequest, pace: Pace): Promise<FoundDocuments>;
  read(request: SearchRequest, pace: Pace): Promise<ReadSearch>;
}
