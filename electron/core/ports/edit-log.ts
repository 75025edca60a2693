import type { PassageId } from "#shared/base/ids.ts";
import type { EditHistory } from "#shared/model/edit.ts";

/** The steps that people made, each one transaction, undoable across restarts. */
export interface EditLog {
  /**
   * Runs `work` as one transaction and records every row that it changes as one step. When `work` throws, nothing has
   * happened. Steps that were undone can no longer be redone afterwards.
   */
  perform<T>(label: string, work: () => T): T;
  /** Up to `limit` steps of each kind, those first that would be undone and redone next. */
  history(limit: number): EditHistory;
  /**
   * Takes the latest step back; null when there is none. Returns the passages whose places it restored. Throws
   * `document/name-taken` when a short name that would come back belongs to a document that was imported since.
   */
  undo(): readonly PassageId[] | null;
  /** Makes the step that was undone last again; null when there is none. Throws as `undo`. */
  redo(): readonly PassageId[] | null;
}
