import type { DocumentId } from "#shared/base/ids.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { RedactionDecision } from "#shared/model/redaction.ts";

/** A decision about one hidden place, which is known by its page and the box of its region. */
export interface StoredDecision {
  readonly documentId: DocumentId;
  readonly page: number;
  /** As it was found: a place that was revealed is not found again. */
  readonly region: HiddenRegion;
  readonly decision: RedactionDecision;
  readonly at: string;
  readonly by: string;
}

/** Decisions about hidden text. A later decision about the same place replaces the earlier one; the journal has both. */
export interface RedactionStore {
  list(documentId: DocumentId | null): readonly StoredDecision[];
  decide(decision: StoredDecision): void;
}
