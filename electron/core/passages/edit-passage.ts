import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Passage, PassageListItem, TextRange } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import type { PassageFilter } from "../ports/passage-store.ts";
import { anchorRanges } from "./anchor.ts";
import { citePassage } from "./cite-passage.ts";
import { insertTag } from "./edit-tag.ts";
import { findQuote } from "./find-quote.ts";

/** @throws ProbativeError `passage/not-found` */
export function requirePassage(ports: Pick<CasePorts, "passages">, passageId: PassageId): Passage {
  const passage = ports.passages.find(passageId);
  if (passage === null) throw new ProbativeError("passage/not-found", passageId, { passage: passageId });
  return passage;
}

function toListItem(ports: Pick<CasePorts, "documents">, passage: Passage): PassageListItem {
  const documentTitle = ports.documents.names(passage.documentId)?.title ?? "";
  return { ...passage, documentTitle, citation: citePassage(ports, passage) };
}

/** Passages as lists show them, in the order of documents and pages. */
export function listPassages(ports: CasePorts, filter: PassageFilter): readonly PassageListItem[] {
  return ports.passages.list(filter).map((passage) => toListItem(ports, passage));
}

/** Finds tags by name, creating those that are new; to be called inside a step. */
function ensureTags(ports: CasePorts, names: readonly string[]): readonly TagId[] {
  return names.map((name) => ports.tags.findByName(name)?.tagId ?? insertTag(ports, { name }));
}

/** What a new passage is made of: its place by quotation or by offsets. */
export interface NewPassage {
  readonly document: DocumentId;
  readonly quote?: string | undefined;
  readonly page?: number | undefined;
  readonly ranges?: readonly TextRange[] | undefined;
  readonly tag: readonly string[];
  readonly note: string;
}

/**
 * Tags a passage.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`, `passage/quote-not-found`,
 *   `passage/quote-ambiguous`, `passage/empty-selection`
 */
export function createPassage(ports: CasePorts, wanted: NewPassage): PassageListItem {
  const document = requireDocument(ports, wanted.document);
  if (wanted.page !== undefined && wanted.page > document.pages) {
    throw new ProbativeError("document/no-such-page", `It has ${document.pages}.`, { page: wanted.page });
  }
  const ranges = wanted.ranges ?? findQuote(ports, wanted.document, wanted.quote ?? "", wanted.page ?? null);
  const anchor = anchorRanges(ports, wanted.document, ranges);
  const at = ports.clock.now();
  const passageId = ports.ids.next("passage");
  ports.edits.perform("Tag passage", () => {
    ports.passages.insert({
      passageId,
      documentId: wanted.document,
      ...anchor,
      tagIds: ensureTags(ports, wanted.tag),
      note: wanted.note,
      author: ports.author,
      createdAt: at,
      updatedAt: at,
    });
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "documents", "case", "edits"] });
  return toListItem(ports, requirePassage(ports, passageId));
}

/** @throws ProbativeError `passage/not-found` */
export function updatePassage(
  ports: CasePorts,
  passageId: PassageId,
  change: { readonly note?: string | undefined; readonly tag?: readonly string[] | undefined },
): PassageListItem {
  requirePassage(ports, passageId);
  const { note, tag } = change;
  const at = ports.clock.now();
  ports.edits.perform(tag === undefined ? "Edit note" : "Change tags of passage", () => {
    if (note !== undefined) ports.passages.updateNote(passageId, note, at);
    if (tag !== undefined) ports.passages.setTags(passageId, ensureTags(ports, tag), at);
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "edits"] });
  return toListItem(ports, requirePassage(ports, passageId));
}

/** @throws ProbativeError `passage/not-found` */
export function deletePassage(ports: CasePorts, passageId: PassageId): void {
  requirePassage(ports, passageId);
  ports.edits.perform("Delete passage", () => {
    ports.passages.delete(passageId);
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "briefs", "documents", "case", "edits"] });
}
