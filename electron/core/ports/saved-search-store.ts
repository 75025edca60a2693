import type { DocumentId, SavedSearchId, SearchCertificateId } from "#shared/base/ids.ts";
import type { SearchRequest } from "#shared/model/search.ts";

/** A saved search as it is kept. */
export interface StoredSearch {
  readonly savedSearchId: SavedSearchId;
  readonly name: string;
  readonly search: SearchRequest;
  readonly createdAt: string;
}

/** A document of a result. */
export interface SeenDocument {
  readonly documentId: DocumentId;
  readonly hits: number;
}

/** A result as it was when somebody last looked at it. */
export interface SeenResult {
  /** ISO 8601, UTC. */
  readonly lookedAt: string;
  readonly documents: number;
  readonly hits: number;
  /** Hits by document; null where they were not kept because the result was too large. */
  readonly found: ReadonlyMap<DocumentId, number | null>;
}

/** Documents of one result whose hits are kept one by one; of a larger one it is only kept which documents it held. */
export const SEEN_WITH_HITS_MAX = 200_000;

/** Saved searches of the case. Names are unique without regard to case. */
export interface SavedSearchStore {
  /** In the order in which they were saved. */
  list(): readonly StoredSearch[];
  find(savedSearchId: SavedSearchId): StoredSearch | null;
  findByName(name: string): StoredSearch | null;
  insert(search: StoredSearch): void;
  update(savedSearchId: SavedSearchId, change: Pick<StoredSearch, "name" | "search">): void;
  delete(savedSearchId: SavedSearchId): void;
  /** Null before the first time, and when the search was changed since. */
  seen(search: StoredSearch): SeenResult | null;
  /** Remembers a result in the place of the one before. No edit: it is not undone. */
  setSeen(search: StoredSearch, lookedAt: string, found: readonly SeenDocument[]): void;
}

/** A certificate that was issued, as the case remembers it. */
export interface IssuedCertificate {
  readonly certificateId: SearchCertificateId;
  readonly madeAt: string;
  /** Of its canonical JSON. */
  readonly sha256: string;
  /** Line of the journal that tells of it. */
  readonly journalSequence: number;
}

/** Certificates that were issued. Rows are never changed and never deleted. */
export interface CertificateStore {
  insert(certificate: IssuedCertificate): void;
  findBySha256(sha256: string): IssuedCertificate | null;
}
