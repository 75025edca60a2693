import type { BlockId, BriefId, PassageId, SectionId } from "#shared/base/ids.ts";
import type { BriefSummary } from "#shared/model/brief.ts";

/** A block as it is stored: checks and citations are computed when a brief is read. */
export type StoredBlock =
  | { readonly kind: "text"; readonly blockId: BlockId; readonly text: string }
  | { readonly kind: "quotation"; readonly blockId: BlockId; readonly text: string; readonly passageId: PassageId };

export interface StoredSection {
  readonly sectionId: SectionId;
  readonly heading: string;
  readonly blocks: readonly StoredBlock[];
}

export interface StoredBrief {
  readonly briefId: BriefId;
  readonly title: string;
  readonly updatedAt: string;
  readonly sections: readonly StoredSection[];
}

/** Briefs of the case. A position beyond the end means the end. */
export interface BriefStore {
  list(): readonly BriefSummary[];
  find(briefId: BriefId): StoredBrief | null;
  briefOfSection(sectionId: SectionId): BriefId | null;
  /** The section and the brief that a block stands in. */
  placeOfBlock(blockId: BlockId): { readonly briefId: BriefId; readonly sectionId: SectionId } | null;
  insert(briefId: BriefId, title: string, at: string): void;
  rename(briefId: BriefId, title: string): void;
  delete(briefId: BriefId): void;
  touch(briefId: BriefId, at: string): void;
  insertSection(briefId: BriefId, sectionId: SectionId, heading: string, position: number | null): void;
  renameSection(sectionId: SectionId, heading: string): void;
  moveSection(sectionId: SectionId, position: number): void;
  deleteSection(sectionId: SectionId): void;
  insertBlock(sectionId: SectionId, block: StoredBlock, position: number | null): void;
  /** Adds blocks at the end of a section, in order: for many at once. */
  appendBlocks(sectionId: SectionId, blocks: readonly StoredBlock[]): void;
  updateBlock(blockId: BlockId, text: string): void;
  moveBlock(blockId: BlockId, sectionId: SectionId, position: number): void;
  deleteBlock(blockId: BlockId): void;
}
