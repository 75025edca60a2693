import type { JournalAction, JournalEntry, JournalHead } from "#shared/model/journal.ts";

/** What is to be recorded; the journal adds sequence, time, actor, versions and hashes. */
export interface JournalRecord {
  readonly action: JournalAction;
  readonly subject: string | null;
  readonly sha256: string | null;
  /** Never text of a document, nor the words of a search. */
  readonly detail: JournalEntry["detail"];
}

/** The custody journal: append-only, each line with the hash of the one before. Lines join the transaction that is open. */
export interface Journal {
  append(record: JournalRecord): void;
  head(): JournalHead;
  /** In order, after a sequence number. */
  entries(after: number, limit: number): readonly JournalEntry[];
  /** Walks the whole chain and names what does not follow; empty when it is sound. */
  verify(): readonly { readonly sequence: number; readonly problem: string }[];
}
