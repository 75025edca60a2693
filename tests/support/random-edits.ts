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
import { addBookmark, removeBookmark } from "#core/library/bookmarks.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { changePassages, deletePassages } from "#core/passages/change-passages.ts";
import { archivePlace, movePlace, renamePlace } from "#core/passages/edit-codebook.ts";
import { adjustPassage, createPassage, deletePassage, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import { linkPassages, unlinkPassages, updateLink } from "#core/passages/link-passages.ts";
import { mergeTags, splitTag } from "#core/passages/merge-tags.ts";
import { REVIEW_MARKS } from "#shared/model/passage.ts";
import { PASSAGE_RELATIONS } from "#shared/model/passage-link.ts";
import { PLAIN_READING } from "#shared/model/reading.ts";
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
  "rename place",
  "move place",
  "merge tags",
  "split tag",
  "archive place",
  "mark passage",
  "frame region",
  "adjust passage",
  "change passages",
  "delete passages",
  "link passages",
  "change link",
  "remove link",
  "add bookmark",
  "remove bookmark",
  "read document",
  "keep view",
] as const;

/** What makes something comes more often than what removes it, or there would be little to move. */
const BUILDING = [
  "add text",
  "add text",
  "add section",
  "move block",
  "move block",
  "update passage",
  "create passage",
  "move place",
  "link passages",
] as const;

/** Any edit. Words come from a short list too, so that names meet. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  name: fc.constantFrom(...EDIT_NAMES, ...BUILDING),
  pick: fc.nat({ max: 1000 }),
  other: fc.nat({ max: 1000 }),
  place: fc.nat({ max: 5 }),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("Cost", "COST", "Custody", "Año", "Cost › Year", "Cost › Year › Day") },
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
  return performCodebookEdit(ports, edit) ?? performPlainEdit(ports, edit);
}

/** Edits of the codebook, and of passages as a body; undefined for any other. */
function performCodebookEdit(ports: CasePorts, { name, pick, other, place, text }: RandomEdit): boolean | undefined {
  const tags = ports.tags.list();
  const [tag, second] = [choose(tags, pick), choose(tags, other)];
  const passages = ports.passages.list({ documentId: null, tagIds: [], text: null });
  const [passage, target] = [choose(passages, pick), choose(passages, other)];
  const several = passages.filter((_, index) => (index + pick) % 3 === 0).map(({ passageId }) => passageId);
  const marks = REVIEW_MARKS.filter((_, index) => (other >> index) % 2 === 1);
  const link = choose(ports.passageLinks.list(null), pick);
  const document = choose(ports.documents.list(), pick);
  const relation = choose(PASSAGE_RELATIONS, place);
  switch (name) {
    case "rename place":
      if (tag === undefined) return false;
      renamePlace(
        ports,
        tag.name
          .split(" › ")
          .slice(0, 1 + (place % 2))
          .join(" › "),
        text,
      );
      return true;
    case "move place": {
      if (tag === undefined) return false;
      const under = place === 0 ? null : (second?.name ?? null);
      const sibling = tags.find((one) => under === null && one.tagId !== tag.tagId && !one.name.includes(" › "));
      movePlace(ports, tag.name, { under, before: place % 2 === 0 ? (sibling?.name ?? null) : null });
      return true;
    }
    case "merge tags":
      if (tag === undefined || second === undefined) return false;
      mergeTags(ports, [tag.tagId], second.tagId);
      return true;
    case "split tag":
      if (tag === undefined || several.length === 0) return false;
      splitTag(ports, tag.tagId, several, { name: text });
      return true;
    case "archive place":
      if (tag === undefined) return false;
      archivePlace(ports, tag.name, place % 2 === 0);
      return true;
    case "mark passage":
      if (passage === undefined) return false;
      updatePassage(ports, passage.passageId, { marks });
      return true;
    case "frame region":
      if (document === undefined) return false;
      createPassage(ports, {
        document: document.documentId,
        region: { page: 1, box: [60, 600 + (other % 150), 200 + place * 40, 790] },
        tag: [text],
        note: "",
        marks,
      });
      return true;
    case "adjust passage":
      if (passage === undefined) return false;
      adjustPassage(ports, passage.passageId, { ranges: [{ page: 1, start: other % 30, end: 31 + place }] });
      return true;
    case "change passages": {
      if (several.length === 0) return false;
      const removeTags = tag === undefined ? [] : [tag.name];
      changePassages(ports, several, { addTags: [text], removeTags, addMarks: marks, removeMarks: ["hot"] });
      return true;
    }
    case "delete passages":
      if (several.length === 0 || place > 1) return false;
      deletePassages(ports, several);
      return true;
    case "link passages":
      if (passage === undefined || target === undefined || relation === undefined) return false;
      linkPassages(ports, { from: passage.passageId, to: target.passageId, relation, reason: text });
      return true;
    case "change link":
      if (link === undefined) return false;
      updateLink(ports, link.linkId, { relation, reason: text, reverse: other % 2 === 0 });
      return true;
    case "remove link":
      if (link === undefined) return false;
      unlinkPassages(ports, link.linkId);
      return true;
    case "add bookmark":
      if (document === undefined) return false;
      addBookmark(ports, document.documentId, 1, text);
      return true;
    case "remove bookmark": {
      const bookmark = choose(ports.bookmarks.list(null), pick);
      if (bookmark === undefined) return false;
      removeBookmark(ports, bookmark.bookmarkId);
      return true;
    }
    case "read document":
      if (document === undefined) return false;
      ports.edits.perform("Read document", () => {
        const turned = [{ page: 1, by: place % 2 === 0 ? 90 : 180 } as const];
        ports.readings.update(document.documentId, { ...PLAIN_READING, turned, cropsMargins: other % 2 === 0 });
      });
      return true;
    case "keep view":
      if (ports.libraryViews.findByName(text) !== null) return false;
      ports.edits.perform("Keep view", () => {
        const view = { layout: "table", columns: [], sort: [], group: "none", filters: [], contains: [] } as const;
        ports.libraryViews.insert({ viewId: ports.ids.next("library-view"), name: text, view });
      });
      return true;
    default:
      return undefined;
  }
}

function performPlainEdit(ports: CasePorts, edit: RandomEdit): boolean {
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
    default:
      throw new Error(`no edit is called ${edit.name}`);
  }
}
