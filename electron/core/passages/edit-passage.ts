import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import {
  type PageRegion,
  type Passage,
  type PassageListItem,
  REVIEW_MARKS,
  type ReviewMark,
  type TextRange,
} from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import type { PassageAnchor, PassageFilter } from "../ports/passage-store.ts";
import { anchorRanges, anchorRegion } from "./anchor.ts";
import { citePassage } from "./cite-passage.ts";
import { insertTag, requireInUse } from "./edit-tag.ts";
import { findQuote } from "./find-quote.ts";

/** @throws ProbativeError `passage/not-found` */
export function requirePassage(ports: Pick<CasePorts, "passages">, passageId: PassageId): Passage {
  const passage = ports.passages.find(passageId);
  if (passage === null) throw new ProbativeError("passage/not-found", passageId, { passage: passageId });
  return passage;
}

type ListPorts = Pick<CasePorts, "documents" | "passageLinks">;

/** Passages as lists show them, in the order given. */
export function toListItems(ports: ListPorts, passages: readonly Passage[]): readonly PassageListItem[] {
  const links = ports.passageLinks.counts();
  const remembered = new Map<DocumentId, ReturnType<typeof ports.documents.names>>();
  const names = (documentId: DocumentId) => {
    const known = remembered.get(documentId) ?? ports.documents.names(documentId);
    remembered.set(documentId, known);
    return known;
  };
  return passages.map((passage) => ({
    ...passage,
    documentTitle: names(passage.documentId)?.title ?? "",
    citation: citePassage({ documents: { names } }, passage),
    links: links.get(passage.passageId) ?? 0,
  }));
}

/** A passage as lists show it. @throws ProbativeError `passage/not-found` */
export function showPassage(ports: ListPorts & Pick<CasePorts, "passages">, passageId: PassageId): PassageListItem {
  const passage = requirePassage(ports, passageId);
  return {
    ...passage,
    documentTitle: ports.documents.names(passage.documentId)?.title ?? "",
    citation: citePassage(ports, passage),
    links: ports.passageLinks.list(passageId).length,
  };
}

/** Passages as lists show them, in the order of documents and pages. */
export function listPassages(ports: CasePorts, filter: PassageFilter): readonly PassageListItem[] {
  return toListItems(ports, ports.passages.list(filter));
}

/**
 * Finds tags by name, creating those that are new; to be called inside a step.
 *
 * @param carried tags that the passage has already: it keeps them when they are archived
 * @throws ProbativeError `tag/archived`
 */
export function ensureTags(
  ports: CasePorts,
  names: readonly string[],
  carried: readonly TagId[] = [],
): readonly TagId[] {
  const tagIds = names.map((name) => {
    const known = ports.tags.findByName(name);
    if (known === null) return insertTag(ports, { name });
    if (!carried.includes(known.tagId)) requireInUse(known);
    return known.tagId;
  });
  return [...new Set(tagIds)];
}

/** Marks in their order, each once. */
export function orderMarks(marks: readonly ReviewMark[]): readonly ReviewMark[] {
  return REVIEW_MARKS.filter((mark) => marks.includes(mark));
}

/** What a passage spans: one of a quotation, offsets and a rectangle. */
export interface PassageExtent {
  readonly quote?: string | undefined;
  /** Page on which the quotation starts. */
  readonly page?: number | undefined;
  readonly ranges?: readonly TextRange[] | undefined;
  readonly region?: PageRegion | undefined;
}

/** What a new passage is made of. */
export interface NewPassage extends PassageExtent {
  readonly document: DocumentId;
  readonly tag: readonly string[];
  readonly note: string;
  readonly marks?: readonly ReviewMark[] | undefined;
}

function anchorExtent(ports: CasePorts, documentId: DocumentId, extent: PassageExtent): PassageAnchor {
  const { pages } = requireDocument(ports, documentId);
  const { quote = "", page = null, ranges, region } = extent;
  if (page !== null && page > pages) throw new ProbativeError("document/no-such-page", `It has ${pages}.`, { page });
  if (region !== undefined) return anchorRegion(ports, documentId, region);
  return anchorRanges(ports, documentId, ranges ?? findQuote(ports, documentId, quote, page));
}

/**
 * Tags a passage.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`, `passage/quote-not-found`,
 *   `passage/quote-ambiguous`, `passage/empty-selection`, `tag/archived`
 */
export function createPassage(ports: CasePorts, wanted: NewPassage): PassageListItem {
  const anchor = anchorExtent(ports, wanted.document, wanted);
  const at = ports.clock.now();
  const passageId = ports.ids.next("passage");
  ports.edits.perform("Tag passage", () => {
    ports.passages.insert({
      passageId,
      documentId: wanted.document,
      ...anchor,
      tagIds: ensureTags(ports, wanted.tag),
      note: wanted.note,
      marks: orderMarks(wanted.marks ?? []),
      origin: null,
      author: ports.author,
      createdAt: at,
      updatedAt: at,
    });
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "documents", "case", "edits"] });
  return showPassage(ports, passageId);
}

/** What may be said anew of a passage: what is absent stays. */
export interface PassageChange {
  readonly note?: string | undefined;
  /** Names of all its tags from now on. */
  readonly tag?: readonly string[] | undefined;
  readonly marks?: readonly ReviewMark[] | undefined;
}

function labelOf({ note, tag }: PassageChange): string {
  if (tag !== undefined) return "Change tags of passage";
  return note === undefined ? "Mark passage" : "Edit note";
}

/** @throws ProbativeError `passage/not-found`, `tag/archived` */
export function updatePassage(ports: CasePorts, passageId: PassageId, change: PassageChange): PassageListItem {
  const { tagIds } = requirePassage(ports, passageId);
  const { note, tag, marks } = change;
  const at = ports.clock.now();
  ports.edits.perform(labelOf(change), () => {
    if (note !== undefined) ports.passages.updateNote(passageId, note, at);
    if (tag !== undefined) ports.passages.setTags(passageId, ensureTags(ports, tag, tagIds), at);
    if (marks !== undefined) ports.passages.setMarks(passageId, orderMarks(marks), at);
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "edits"] });
  return showPassage(ports, passageId);
}

/**
 * Changes what a passage spans. Quote, context, labels, addresses and boxes are taken anew.
 *
 * @throws ProbativeError `passage/not-found`; what is wrong with the extent as `createPassage`
 */
export function adjustPassage(ports: CasePorts, passageId: PassageId, extent: PassageExtent): PassageListItem {
  const { documentId } = requirePassage(ports, passageId);
  const anchor = anchorExtent(ports, documentId, extent);
  const at = ports.clock.now();
  ports.edits.perform("Change extent of passage", () => {
    ports.passages.setAnchor(passageId, anchor);
    ports.passages.touch(passageId, at);
  });
  ports.publish({ kind: "changed", areas: ["passages", "briefs", "edits"] });
  return showPassage(ports, passageId);
}

/** @throws ProbativeError `passage/not-found` */
export function deletePassage(ports: CasePorts, passageId: PassageId): void {
  requirePassage(ports, passageId);
  ports.edits.perform("Delete passage", () => {
    ports.passages.delete(passageId);
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "briefs", "documents", "case", "edits"] });
}
