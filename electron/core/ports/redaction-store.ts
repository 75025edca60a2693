import type { DocumentId } from "#shared/base/ids.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { RedactionDecision } from "#shared/model/redaction.ts";

/** A decision about one hidden place, which is known by its page and its box. */
export interface StoredDecision {
  readonly documentId: DocumentId;
  readonly page: number;
  readonly box: Box;
  readonly decision: RedactionDecision;
  readonly at: string;
  readonly by: string;
}

/** Decisions about hidden text. A later decision about the same place replaces the earlier one; the journal has both. */
export interface RedactionStore {
  list(documentId: DocumentId | null): readonly StoredDecision[];
  decide(decision: StoredDecision): void;
}
