import type { PassageId, TagId } from "#shared/base/ids.ts";
import type { ContributedPassage } from "#shared/model/exchange.ts";
import { type Passage, REVIEW_MARKS } from "#shared/model/passage.ts";
import type { IdSource } from "../ports/id-source.ts";
import { choicesOf, type Rulings } from "./merge-rulings.ts";
import { type Collection, type PlacedPassage, placeKey } from "./merge-state.ts";
import { joinNote, missingParts, noteParts } from "./note-parts.ts";

/** Characters of a note that a person can still edit. */
const LONGEST_NOTE = 100_000;

/** What passages are merged with. */
export interface PassageMerge {
  readonly passages: Collection<PassageId, Passage>;
  readonly rulings: Rulings;
  readonly ids: IdSource;
  /** For each tag of the contribution, the tag that it is here. */
  readonly tagsHere: ReadonlyMap<TagId, TagId>;
  /** Who contributes: what a passage that is new here comes from. */
  readonly contributor: string;
}

function tagsOf(merge: PassageMerge, theirs: ContributedPassage): readonly TagId[] {
  return [...new Set(theirs.tags.flatMap((tagId) => merge.tagsHere.get(tagId) ?? []))];
}

function mergeNote(merge: PassageMerge, ours: Passage, theirs: ContributedPassage, where: string): string {
  const own = noteParts(ours.note, ours.author);
  const other = noteParts(theirs.note, theirs.author);
  const missing = missingParts(own, other);
  if (missing.length === 0) return ours.note;
  const both = joinNote([...own, ...missing], ours.author);
  const isExtended = missingParts(other, own).length === 0;
  if (isExtended && both.length <= LONGEST_NOTE) return both;
  const choice = merge.rulings.decide({
    kind: "note",
    of: theirs.passageId,
    subject: ours.quote,
    where,
    ours: ours.note,
    theirs: theirs.note,
    choices: choicesOf(both.length <= LONGEST_NOTE),
  });
  return choice === "both" ? both : choice === "ours" ? ours.note : joinNote(other, ours.author);
}

/** Tags, marks and note of both; the later moment of change. Ours, unchanged, when theirs says nothing new. */
function reconcile(merge: PassageMerge, ours: Passage, theirs: ContributedPassage, where: string): void {
  const newTags = tagsOf(merge, theirs).filter((tagId) => !ours.tagIds.includes(tagId));
  const newMarks = theirs.marks.filter((mark) => !ours.marks.includes(mark));
  const note = mergeNote(merge, ours, theirs, where);
  if (newTags.length === 0 && newMarks.length === 0 && note === ours.note) return;
  merge.passages.change({
    ...ours,
    note,
    tagIds: [...ours.tagIds, ...newTags],
    marks: REVIEW_MARKS.filter((mark) => ours.marks.includes(mark) || newMarks.includes(mark)),
  });
}

function addPassage(merge: PassageMerge, theirs: ContributedPassage, placed: PlacedPassage): PassageId {
  const isFree = merge.passages.byId(theirs.passageId) === undefined;
  const passageId = isFree ? theirs.passageId : merge.ids.next("passage");
  const { where: _, ...anchor } = placed;
  merge.passages.add({
    ...anchor,
    passageId,
    tagIds: tagsOf(merge, theirs),
    note: joinNote(noteParts(theirs.note, theirs.author), theirs.author),
    marks: REVIEW_MARKS.filter((mark) => theirs.marks.includes(mark)),
    origin: theirs.origin ?? { kind: "contribution", name: merge.contributor },
    author: theirs.author,
    createdAt: theirs.createdAt,
    updatedAt: theirs.updatedAt,
  });
  return passageId;
}

/** A passage that both have under one identifier and at two places: one of them moved its ends. */
function mergeMoved(merge: PassageMerge, ours: Passage, theirs: ContributedPassage, placed: PlacedPassage): PassageId {
  const isLostHere = ours.state === "orphaned" && placed.state === "anchored";
  const isLostThere = placed.state === "orphaned" && placed.quote === ours.quote;
  const choice = isLostHere
    ? "theirs"
    : isLostThere
      ? "ours"
      : merge.rulings.decide({
          kind: "extent",
          of: theirs.passageId,
          subject: ours.quote,
          where: placed.where,
          ours: ours.quote,
          theirs: placed.quote,
          choices: choicesOf(true),
        });
  if (choice === "both") return addPassage(merge, theirs, placed);
  const { where, documentId: _, ...anchor } = placed;
  const kept = choice === "theirs" ? { ...ours, ...anchor } : ours;
  if (kept !== ours) merge.passages.change(kept);
  reconcile(merge, kept, theirs, where);
  return ours.passageId;
}

/**
 * Brings one passage of a contribution into a case: the same place is the same passage; the same identifier at another
 * place of the document is one whose extent was changed; everything else is new.
 *
 * @returns the passage that it is here
 */
export function mergePassage(merge: PassageMerge, theirs: ContributedPassage, placed: PlacedPassage): PassageId {
  const { passages } = merge;
  const known = passages.byId(theirs.passageId);
  const key = placeKey(placed);
  const same = known !== undefined && placeKey(known) === key ? known : passages.byKey(key);
  if (same !== undefined) {
    reconcile(merge, same, theirs, placed.where);
    return same.passageId;
  }
  if (known !== undefined && known.documentId === placed.documentId) {
    return mergeMoved(merge, known, theirs, placed);
  }
  return addPassage(merge, theirs, placed);
}
