import type { DocumentId } from "#shared/base/ids.ts";

/**
 * Documents of a result that are chosen: some, or all but some. All is said as such, because a result may have more
 * documents than have been fetched.
 */
export interface DocumentSelection {
  readonly all: boolean;
  /** Those chosen; with `all`, those that are not. */
  readonly marked: ReadonlySet<DocumentId>;
  /** Where a stretch began. */
  readonly anchor: DocumentId | null;
}

export const NO_DOCUMENTS: DocumentSelection = { all: false, marked: new Set(), anchor: null };

export const ALL_DOCUMENTS: DocumentSelection = { all: true, marked: new Set(), anchor: null };

/** True when the document is chosen. */
export function isChosen({ all, marked }: DocumentSelection, documentId: DocumentId): boolean {
  return marked.has(documentId) !== all;
}

/** Documents that are chosen, of a result of so many. */
export function countChosen({ all, marked }: DocumentSelection, documents: number): number {
  return all ? Math.max(0, documents - marked.size) : marked.size;
}

/** The selection with a document taken in or out. */
export function toggleDocument(selection: DocumentSelection, documentId: DocumentId): DocumentSelection {
  const marked = new Set(selection.marked);
  if (!marked.delete(documentId)) marked.add(documentId);
  return { all: selection.all, marked, anchor: documentId };
}

/**
 * The selection with the stretch from its anchor to a document taken in; without an anchor that is in the list, the
 * document is taken in or out.
 *
 * @param order the documents as they are listed
 */
export function stretchTo(
  selection: DocumentSelection,
  order: readonly DocumentId[],
  documentId: DocumentId,
): DocumentSelection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(documentId);
  if (from < 0 || to < 0) return toggleDocument(selection, documentId);
  const marked = new Set(selection.marked);
  for (const inside of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (selection.all) marked.delete(inside);
    else marked.add(inside);
  }
  return { all: selection.all, marked, anchor: selection.anchor };
}
