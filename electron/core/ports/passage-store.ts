import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { AnchorState, Passage, PassageRange } from "#shared/model/passage.ts";
import type { Tag, TagColor } from "#shared/model/tag.ts";

/** Tags of the case. Names are unique without regard to case. */
export interface TagStore {
  /** In the order of creation. */
  list(): readonly Tag[];
  find(tagId: TagId): Tag | null;
  findByName(name: string): Tag | null;
  insert(tag: {
    readonly tagId: TagId;
    readonly name: string;
    readonly color: TagColor;
    readonly key: number | null;
  }): void;
  update(tagId: TagId, change: { readonly name: string; readonly color: TagColor; readonly key: number | null }): void;
  delete(tagId: TagId): void;
}

/** Where a passage stands in its document. */
export interface PassageAnchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly ranges: readonly PassageRange[];
  readonly state: AnchorState;
}

/** Which passages to list. */
export interface PassageFilter {
  readonly documentId: DocumentId | null;
  /** Passages must carry all of these. */
  readonly tagIds: readonly TagId[];
  /** Words that must all stand in the quotation or the note, without regard to case and accents; null for all. */
  readonly text: string | null;
}

/** What a search asks of a passage. */
export interface PassageMark {
  readonly documentId: DocumentId;
  /** Pages that it stands on, ascending. */
  readonly pages: readonly number[];
  readonly tagIds: readonly TagId[];
  readonly note: string;
}

/** Passages of the case. */
export interface PassageStore {
  /** Of one document, or of all. */
  marks(documentId: DocumentId | null): readonly PassageMark[];
  /** In the order of documents and pages. */
  list(filter: PassageFilter): readonly Passage[];
  find(passageId: PassageId): Passage | null;
  count(): number;
  insert(passage: Passage): void;
  updateNote(passageId: PassageId, note: string, at: string): void;
  setTags(passageId: PassageId, tagIds: readonly TagId[], at: string): void;
  setAnchor(passageId: PassageId, anchor: PassageAnchor): void;
  delete(passageId: PassageId): void;
}
