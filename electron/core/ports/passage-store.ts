import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { AnchorState, Passage, PassageOrigin, ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";

/** Tags of the case. Names are unique without regard to case. */
export interface TagStore {
  /** In the order of their places; those of one place in the order of creation. */
  list(): readonly Tag[];
  find(tagId: TagId): Tag | null;
  findByName(name: string): Tag | null;
  /** At the last place, without description and examples. */
  insert(tag: Pick<Tag, "tagId" | "name" | "color" | "key">): void;
  /** Changes what is given. */
  update(tagId: TagId, change: Partial<Omit<Tag, "tagId" | "passages">>): void;
  delete(tagId: TagId): void;
}

/** Where a passage stands in its document. */
export type PassageAnchor = Pick<Passage, "quote" | "prefix" | "suffix" | "ranges" | "region" | "state">;

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

/** What a passage is chosen, ordered and counted by: small enough to hold of all passages of a case. */
export interface PassageFacts {
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly tagIds: readonly TagId[];
  readonly marks: readonly ReviewMark[];
  readonly author: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: AnchorState;
  readonly isRegion: boolean;
  readonly origin: PassageOrigin["kind"] | "here";
  /** Links to other passages, in both directions. */
  readonly links: number;
}

/** Words that must all stand somewhere, without regard to case and accents; null for all. */
export interface WantedWords {
  /** In the quotation or the note. */
  readonly text: string | null;
  readonly note: string | null;
}

/** Passages of the case. */
export interface PassageStore {
  /** Of all passages, in the order of documents and pages. Reads what changed since it was asked last. */
  facts(): readonly PassageFacts[];
  /** Passages that hold words. */
  withWords(words: WantedWords): ReadonlySet<PassageId>;
  /** Several at once, in the order given; those that are not there are left out. */
  findMany(passageIds: readonly PassageId[]): readonly Passage[];
  /** Of one document, or of all. */
  marks(documentId: DocumentId | null): readonly PassageMark[];
  /** In the order of documents and pages. */
  list(filter: PassageFilter): readonly Passage[];
  find(passageId: PassageId): Passage | null;
  count(): number;
  insert(passage: Passage): void;
  updateNote(passageId: PassageId, note: string, at: string): void;
  setTags(passageId: PassageId, tagIds: readonly TagId[], at: string): void;
  /** Does nothing where the passage has the tag. */
  addTag(passageId: PassageId, tagId: TagId): void;
  removeTag(passageId: PassageId, tagId: TagId): void;
  /** Says that a passage was changed just now. */
  touch(passageId: PassageId, at: string): void;
  setMarks(passageId: PassageId, marks: readonly ReviewMark[], at: string): void;
  setAnchor(passageId: PassageId, anchor: PassageAnchor): void;
  delete(passageId: PassageId): void;
}
