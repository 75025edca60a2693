import type { WaitingPage } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { Connection } from "./connection.ts";
import { eachWaiting } from "./ocr-states.ts";
import { ALL_KEYS, documentKeyOf, type KeyRange, keysOf, pageOf } from "./page-keys.ts";

/** A document whose pages come before or after those of the others. */
export interface PrioritisedDocument {
  readonly key: number;
  /** Not 0. */
  readonly priority: number;
}

/**
 * The next pages to recognise: documents of high priority first, then in the order of documents and pages. Stops reading
 * when it has enough, because it is asked again after every few pages of what may be a million.
 *
 * @param prioritised documents of another priority than 0
 * @param nameOf identifier of a complete document by its key; null for one whose pages are to be left alone
 */
export function pickWaiting(
  connection: Connection,
  prioritised: readonly PrioritisedDocument[],
  nameOf: (documentKey: number) => DocumentId | null,
  limit: number,
): readonly WaitingPage[] {
  const picked: WaitingPage[] = [];
  const apart = new Set(prioritised.map(({ key }) => key));
  const sorted = prioritised.toSorted((one, other) => other.priority - one.priority || one.key - other.key);

  function take(range: KeyRange, isWanted: (documentKey: number) => boolean): void {
    if (picked.length >= limit) return;
    for (const [key] of eachWaiting(connection, range)) {
      const documentKey = documentKeyOf(key);
      const documentId = isWanted(documentKey) ? nameOf(documentKey) : null;
      if (documentId === null) continue;
      picked.push({ documentId, page: pageOf(key) });
      if (picked.length >= limit) return;
    }
  }

  const takeDocuments = (documents: readonly PrioritisedDocument[]) => {
    for (const { key } of documents) take(keysOf(key), () => true);
  };
  takeDocuments(sorted.filter(({ priority }) => priority > 0));
  take(ALL_KEYS, (documentKey) => !apart.has(documentKey));
  takeDocuments(sorted.filter(({ priority }) => priority < 0));
  return picked;
}
