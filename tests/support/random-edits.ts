import fc from "fast-check";
import type { CasePorts } from "#core/backend-context.ts";
import {
  addPassage,
  addSection,
  addText,
  createBrief,
  deleteBlock,
  deleteBrief,
  deleteSection,
  moveBlock,
  moveSection,
  renameBrief,
  renameSection,
  updateBlock,
} from "#core/briefs/edit-brief.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { createPassage, deletePassage, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import { TAG_COLORS } from "#shared/model/tag.ts";

/** One edit with its free choices: `pick` chooses among what there is, `place` is a position, `text` any words. */
export interface RandomEdit {
  readonly name: (typeof EDIT_NAMES)[number];
  readonly pick: number;
  readonly other: number;
  readonly place: number;
  readonly text: string;
}

const EDIT_NAMES = [
  "create tag",
  "update tag",
  "delete tag",
  "create passage",
  "update passage",
  "delete passage",
  "create brief",
  "rename brief",
  "delete brief",
  "add passage",
  "add section",
  "rename section",
  "move section",
  "delete section",
  "add text",
  "update block",
  "move block",
  "delete block",
  "rename document",
] as const;

/** What makes something comes more often than what removes it, or there would be little to move. */
const BUILDING = ["add text", "add text", "add section", "move block", "move block", "update passage"] as const;

/** Any edit. Words come from a short list too, so that names meet. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  name: fc.constantFrom(...EDIT_NAMES, ...BUILDING),
  pick: fc.nat({ max: 1000 }),
  other: fc.nat({ max: 1000 }),
  place: fc.nat({ max: 5 }),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("Cost", "COST", "Custody", "Año") },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  ),
});

function choose<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

/**
 * Does an edit through the use cases, on whatever there is to edit; returns false when there is nothing.
 *
 * @throws ProbativeError where the use case refuses (a name that is taken)
 */
export function performEdit(ports: CasePorts, edit: RandomEdit): boolean {
  const { pick, other, place, text } = edit;
  const tag = choose(ports.tags.list(), pick);
  const passages = ports.passages.list({ documentId: null, tagIds: [], text: null });
  const passage = choose(passages, pick);
  const document = choose(ports.documents.list(), pick);
  const briefs = ports.briefs.list();
  const brief = choose(briefs, pick);
  const sections = briefs.flatMap(({ briefId }) => ports.briefs.find(briefId)?.sections ?? []);
  const section = choose(sections, pick);
  const block = choose(
    sections.flatMap(({ blocks }) => blocks),
    pick,
  );
  switch (edit.name) {
    case "create tag":
      createTag(ports, { name: text, key: place === 0 ? null : undefined });
      return true;
    case "update tag":
      if (tag === undefined) return false;
      updateTag(ports, tag.tagId, { name: text, color: choose(TAG_COLORS, other), key: place === 0 ? null : place });
      return true;
    case "delete tag":
      if (tag === undefined) return false;
      deleteTag(ports, tag.tagId);
      return true;
    case "create passage": {
      if (document === undefined) return false;
      const ranges = [{ page: 1, start: other % 40, end: (other % 40) + 1 + place * 7 }];
      createPassage(ports, { document: document.documentId, ranges, tag: [text, "Cost"].slice(place % 2), note: text });
      return true;
    }
    case "update passage": {
      if (passage === undefined) return false;
      const note = place % 2 === 0 ? text : undefined;
      updatePassage(ports, passage.passageId, { note, tag: place > 3 ? undefined : [text].slice(place % 2) });
      return true;
    }
    case "delete passage":
      if (passage === undefined) return false;
      deletePassage(ports, passage.passageId);
      return true;
    case "create brief":
      createBrief(ports, text);
      return true;
    case "rename brief":
      if (brief === undefined) return false;
      renameBrief(ports, brief.briefId, text);
      return true;
    case "delete brief":
      if (brief === undefined) return false;
      deleteBrief(ports, brief.briefId);
      return true;
    case "add passage": {
      const quoted = choose(passages, other);
      if (brief === undefined || quoted === undefined) return false;
      addPassage(ports, brief.briefId, quoted.passageId, { section: place > 2 ? text : undefined, position: place });
      return true;
    }
    case "add section":
      if (brief === undefined) return false;
      addSection(ports, brief.briefId, text, place);
      return true;
    case "rename section":
      if (section === undefined) return false;
      renameSection(ports, section.sectionId, text);
      return true;
    case "move section":
      if (section === undefined) return false;
      moveSection(ports, section.sectionId, place);
      return true;
    case "delete section":
      if (section === undefined) return false;
      deleteSection(ports, section.sectionId);
      return true;
    case "add text":
      if (section === undefined) return false;
      addText(ports, section.sectionId, text, place);
      return true;
    case "update block":
      if (block === undefined) return false;
      updateBlock(ports, block.blockId, text);
      return true;
    case "move block": {
      const briefId = block === undefined ? null : (ports.briefs.placeOfBlock(block.blockId)?.briefId ?? null);
      const target = choose(briefId === null ? [] : (ports.briefs.find(briefId)?.sections ?? []), other);
      if (block === undefined || target === undefined) return false;
      moveBlock(ports, block.blockId, target.sectionId, place);
      return true;
    }
    case "delete block":
      if (block === undefined) return false;
      deleteBlock(ports, block.blockId);
      return true;
    case "rename document":
      if (document === undefined) return false;
      setDocuments(ports, [document.documentId], {
        ...(place % 2 === 0 ? { title: text } : { shortName: text }),
        asDetected: [],
      });
      return true;
  }
}
