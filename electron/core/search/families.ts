import type { DocumentId } from "#shared/base/ids.ts";
import type { SourceFormat } from "#shared/model/format.ts";

/** Formats that only hold other files: what lies beside a message in an archive did not come with it. */
const CONTAINERS: ReadonlySet<SourceFormat> = new Set(["zip", "mbox", "pst"]);

/** Families as reviews count them. */
export interface Families {
  /**
   * A document with all that it came with: the message or document that it was attached to, however many times removed, and
   * everything that this one holds. A document that came alone is its own family.
   */
  membersOf(documentId: DocumentId): Iterable<DocumentId>;
}

function collect(links: readonly (readonly [DocumentId, DocumentId])[], from: 0 | 1): Map<DocumentId, DocumentId[]> {
  const lists = new Map<DocumentId, DocumentId[]>();
  for (const link of links) {
    const list = lists.get(link[from]);
    const other = link[from === 0 ? 1 : 0];
    if (list === undefined) lists.set(link[from], [other]);
    else list.push(other);
  }
  return lists;
}

/** Everything that is reached from some documents, they themselves included. */
function reach(
  starts: Iterable<DocumentId>,
  next: ReadonlyMap<DocumentId, readonly DocumentId[]>,
): ReadonlySet<DocumentId> {
  const reached = new Set(starts);
  for (const documentId of reached) for (const other of next.get(documentId) ?? []) reached.add(other);
  return reached;
}

/**
 * Families by attachment. An archive or mailbox is no family, because its files lie beside each other by chance; one that was
 * attached to a message belongs to the family of the message, with what it holds.
 *
 * @param links parent and child
 */
export function openFamilies(
  links: readonly (readonly [DocumentId, DocumentId])[],
  formatOf: (documentId: DocumentId) => SourceFormat | null,
): Families {
  const children = collect(links, 0);
  const parents = collect(links, 1);
  const isContainer = (documentId: DocumentId): boolean => {
    const format = formatOf(documentId);
    return format !== null && CONTAINERS.has(format);
  };
  const known = new Map<DocumentId, ReadonlySet<DocumentId>>();

  /** The messages and documents at the top, one for each place where the file was met; none for an archive by itself. */
  function headsOf(documentId: DocumentId): readonly DocumentId[] {
    const above = [...reach([documentId], parents)].filter((ancestor) => !isContainer(ancestor));
    const own = new Set(above);
    return above.filter((head) => ![...reach([head], parents)].some((higher) => higher !== head && own.has(higher)));
  }

  return {
    membersOf: (documentId) => {
      if (!parents.has(documentId) && !children.has(documentId)) return [documentId];
      const before = known.get(documentId);
      if (before !== undefined) return before;
      const members = new Set([documentId, ...reach(headsOf(documentId), children)]);
      known.set(documentId, members);
      return members;
    },
  };
}
