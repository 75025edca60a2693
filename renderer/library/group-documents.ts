import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { LibraryGroup } from "#shared/model/library-view.ts";
import type { DuplicateCluster } from "#shared/model/sameness.ts";
import { say } from "../messages/say.ts";
import { folderOf } from "./document-values.ts";
import { compareWords } from "./labels.ts";
import type { DocumentRow, LibraryIndex } from "./library-index.ts";

/** A line of the library: a document, or what brings the documents below it together. */
export type LibraryRow = DocumentRow | GroupRow;

/** A heading. `label` is null for the documents that belong to no group. */
export interface GroupRow {
  readonly kind: "group";
  /** Unlike any identifier of a document. */
  readonly key: string;
  readonly label: string;
  readonly documents: readonly DocumentId[];
  readonly open: boolean;
}

interface Group {
  readonly label: string;
  readonly places: number[];
}

/** Documents of no group come under this name. */
const REST = "";

/** The key of a row. */
export function rowKeyOf(row: LibraryRow): string {
  return row.kind === "document" ? row.document.documentId : row.key;
}

/**
 * Rows in groups: those of a custodian or a folder by their names, families and repeats in the order in which their first
 * document comes. Inside of a group the order stays. What belongs to no group stands last.
 *
 * @param places of the documents shown, in their order
 * @param folded keys of the groups whose documents are folded away
 */
export function groupRows(
  index: LibraryIndex,
  places: readonly number[],
  by: LibraryGroup,
  clusters: readonly DuplicateCluster[],
  folded: ReadonlySet<string>,
): readonly LibraryRow[] {
  if (by === "none") return places.map(index.row);
  const groups = new Map<string, Group>();
  const nameOf = groupNames(index, by, clusters);
  for (const place of places) {
    const { id, label } = nameOf(place) ?? { id: REST, label: restLabel(by) };
    const group = groups.get(id) ?? { label, places: [] };
    group.places.push(place);
    groups.set(id, group);
  }
  const inOrder = [...groups].sort(([one, { label }], [other, { label: otherLabel }]) => {
    if (one === REST || other === REST) return (one === REST ? 1 : 0) - (other === REST ? 1 : 0);
    return by === "custodian" || by === "source" ? compareWords(label, otherLabel) : 0;
  });
  return inOrder.flatMap(([id, group]) => {
    const key = `group:${by}:${id}`;
    const open = !folded.has(key);
    const documents = group.places.flatMap((place) => index.documents[place]?.documentId ?? []);
    const heading: GroupRow = { kind: "group", key, label: group.label, documents, open };
    return [heading, ...(open ? group.places.map(index.row) : [])];
  });
}

interface GroupName {
  readonly id: string;
  readonly label: string;
}

function groupNames(
  index: LibraryIndex,
  by: Exclude<LibraryGroup, "none">,
  clusters: readonly DuplicateCluster[],
): (place: number) => GroupName | null {
  const { documents } = index;
  switch (by) {
    case "family":
      return (place) => familyOf(index, place);
    case "duplicates": {
      const clusterOf = new Map(clusters.flatMap((cluster) => cluster.documents.map((id) => [id, cluster] as const)));
      return (place) => {
        const cluster = clusterOf.get(documents[place]?.documentId as DocumentId);
        const first = cluster?.documents[0];
        return first === undefined ? null : { id: first, label: titleOf(index, first) };
      };
    }
    case "custodian":
      return (place) => named(documents[place]?.fields.custodian ?? "");
    case "source":
      return (place) => named(folderOf(documents[place]?.sourcePath ?? ""));
  }
}

function named(name: string): GroupName | null {
  return name === "" ? null : { id: name, label: name };
}

/** The family of a document goes by the file that holds all of it; null for one that stands alone. */
function familyOf(index: LibraryIndex, place: number): GroupName | null {
  let root = index.documents[place];
  if (root === undefined || (root.parents.length === 0 && root.children === 0)) return null;
  const seen = new Set<DocumentId>();
  for (let above = parentOf(index, root); above !== undefined && !seen.has(above.documentId); ) {
    seen.add(above.documentId);
    root = above;
    above = parentOf(index, above);
  }
  return { id: root.documentId, label: root.title };
}

/** A file can stand in several others; the one that was imported first counts. */
function parentOf(index: LibraryIndex, { parents: [first] }: DocumentSummary): DocumentSummary | undefined {
  return first === undefined ? undefined : index.documents[index.placeOf(first) ?? -1];
}

function titleOf(index: LibraryIndex, documentId: DocumentId): string {
  return index.documents[index.placeOf(documentId) ?? -1]?.title ?? "";
}

function restLabel(by: Exclude<LibraryGroup, "none">): string {
  switch (by) {
    case "family":
      return say("library.familyAlone");
    case "duplicates":
      return say("library.repeatsNothing");
    case "custodian":
      return say("library.custodianUnknown");
    case "source":
      return say("library.folderUnknown");
  }
}
