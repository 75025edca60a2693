import type { DocumentId } from "#shared/base/ids.ts";
import { type Connection, sql } from "./connection.ts";
import { readSignatures } from "./page-facts.ts";
import { documentKeyOf, keysOf } from "./page-keys.ts";

/** Pages read at a time, about: half a megabyte of signatures. */
const CHUNK_PAGES = 4000;

/**
 * Signatures of the pages of complete documents, document by document. Between two documents nothing is left open in the
 * database, so that others may write.
 *
 * @param nameOf identifier of a complete document by its key, or null
 */
export function* eachSigned(
  connection: Connection,
  nameOf: (documentKey: number) => DocumentId | null,
): Generator<{ readonly documentId: DocumentId; readonly pages: readonly (Uint8Array | null)[] }> {
  const sizes = connection.rows<[number, number]>(
    sql`SELECT document_key, pages FROM indexed_document WHERE complete = 1 ORDER BY document_key`,
  );
  let first = 0;
  while (first < sizes.length) {
    let last = first;
    let pages = sizes[first]?.[1] ?? 0;
    while (last + 1 < sizes.length && pages < CHUNK_PAGES) {
      last += 1;
      pages += sizes[last]?.[1] ?? 0;
    }
    const { from } = keysOf(sizes[first]?.[0] ?? 0);
    const { to } = keysOf(sizes[last]?.[0] ?? 0);
    const rows = readSignatures(connection, { from, to });
    for (const [key, ofDocument] of Map.groupBy(rows, ([pageKey]) => documentKeyOf(pageKey))) {
      const documentId = nameOf(key);
      if (documentId !== null) yield { documentId, pages: ofDocument.map(([, signature]) => signature) };
    }
    first = last + 1;
  }
}
