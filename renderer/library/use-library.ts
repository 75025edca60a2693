import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { LibraryGroup } from "#shared/model/library-view.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { chooseAllRows, chooseRow, NO_ROWS, type RowChoice, type RowSelection } from "../ui/row-selection.ts";
import { countChosen, FACET_NAMES, type FacetChoice, type FacetName, type FacetValue, facetValues } from "./facets.ts";
import { type GroupRow, groupRows, type LibraryRow, rowKeyOf } from "./group-documents.ts";
import { indexLibrary, type LibraryIndex, matchPlaces, narrowPlaces, orderPlaces } from "./library-index.ts";
import { useDocumentTags } from "./use-document-tags.ts";
import { type LookMemory, useLibraryLook } from "./use-library-look.ts";

/** What the library shows, and the ways to change that. */
export interface LibraryModel extends LookMemory {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** True while the rows are still those of an earlier text. */
  readonly behind: boolean;
  readonly rows: readonly LibraryRow[];
  /** How many documents pass, also those that are folded away. */
  readonly shown: number;
  readonly isFiltered: boolean;
  readonly facets: readonly { readonly name: FacetName; readonly values: readonly FacetValue[] }[];
  readonly selection: RowSelection;
  /** In the order of import. */
  readonly selected: readonly DocumentSummary[];
  readonly select: (row: LibraryRow, how: RowChoice) => void;
  readonly selectAll: () => void;
  readonly fold: (row: LibraryRow) => void;
  /** Folds all groups, or opens them all when they are. */
  readonly foldAll: () => void;
  readonly groupsAreFolded: boolean;
  readonly byDocument: ReturnType<typeof useDocumentTags>["byDocument"];
  /** Of documents that repeat each other, while they are asked for. */
  readonly clustersError: Error | null;
  readonly waitsForClusters: boolean;
}

/** Selected rows that are looked up one by one. */
const FEW = 100;

/** The documents as they are filtered, ordered and grouped. */
export function useLibrary(documents: readonly DocumentSummary[], choice: FacetChoice): LibraryModel {
  const memory = useLibraryLook();
  const { look } = memory;
  const { byDocument, tags } = useDocumentTags();
  const [text, setText] = useState("");
  const filter = useDeferredValue(useMemo(() => ({ text, contains: look.contains }), [text, look.contains]));
  const index = useMemo(() => indexLibrary(documents, byDocument), [documents, byDocument]);
  useEffect(() => prepareAtRest(index), [index]);
  const matching = useMemo(() => matchPlaces(index, filter), [index, filter]);
  const narrowed = useMemo(() => narrowPlaces(index, matching, choice), [index, matching, choice]);
  const ordered = useMemo(() => orderPlaces(index, narrowed.places, look.sort), [index, narrowed, look.sort]);
  const repeats = useRepeats(look.group);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => groupRows(index, ordered, look.group, repeats.clusters, folded),
    [index, ordered, look.group, repeats.clusters, folded],
  );
  const facets = useMemo(() => {
    const tagNames = new Map<string, string>(tags.map(({ tagId, name }) => [tagId, name]));
    return FACET_NAMES.map((name) => ({
      name,
      values: facetValues(narrowed.counts.get(name) ?? new Map(), choice, name, tagNames),
    }));
  }, [narrowed, choice, tags]);
  const [selection, setSelection] = useState(NO_ROWS);
  const selected = useMemo(() => {
    // Of many it is faster to ask each document than to look up each key and bring them into order.
    if (selection.keys.size > FEW) return documents.filter(({ documentId }) => selection.keys.has(documentId));
    const places = [...selection.keys].flatMap((key) => index.placeOf(key as DocumentSummary["documentId"]) ?? []);
    return places.sort((one, other) => one - other).flatMap((place) => documents[place] ?? []);
  }, [documents, index, selection.keys]);
  const groups = useMemo(
    () => (look.group === "none" ? [] : rows.filter((row) => row.kind === "group")),
    [rows, look.group],
  );
  const groupsAreFolded = groups.length > 0 && groups.every((group) => !group.open);
  return {
    ...memory,
    text,
    setText,
    behind: filter.text !== text,
    rows,
    shown: ordered.length,
    isFiltered:
      text.trim() !== "" ||
      countChosen(choice) > 0 ||
      Object.values(look.contains).some((words) => words.trim() !== ""),
    facets,
    selection,
    selected,
    select: (row, how) =>
      setSelection(
        row.kind === "group" && how === "toggle"
          ? toggleGroup(selection, row)
          : chooseRow(selection, how === "stretch" ? rows.map(rowKeyOf) : [], rowKeyOf(row), how),
      ),
    selectAll: () => setSelection(chooseAllRows(selection, rows.map(rowKeyOf))),
    fold: (row) => {
      if (row.kind !== "group") return;
      const next = new Set(folded);
      if (!next.delete(row.key)) next.add(row.key);
      setFolded(next);
    },
    foldAll: () => setFolded(new Set(groupsAreFolded ? [] : groups.map(({ key }) => key))),
    groupsAreFolded,
    byDocument,
    ...repeats.state,
  };
}

/** Prepares the first search for words while nobody does anything. Returns the way to stop. */
function prepareAtRest(index: LibraryIndex): () => void {
  let timer = setTimeout(goOn, 1000);
  function goOn(): void {
    if (index.prepare()) timer = setTimeout(goOn, 20);
  }
  return () => clearTimeout(timer);
}

const NO_CLUSTERS = [] as const;

/** Documents that repeat each other, asked for only where they are shown as groups. */
function useRepeats(group: LibraryGroup) {
  const enabled = group === "duplicates";
  const { data, error } = useCallQuery("duplicates.list", {}, { enabled });
  return {
    clusters: data?.clusters ?? NO_CLUSTERS,
    state: {
      clustersError: enabled ? error : null,
      waitsForClusters: enabled && data === undefined && error === null,
    },
  };
}

/** All documents of a group taken in, or out when they all are in. */
function toggleGroup(selection: RowSelection, group: GroupRow): RowSelection {
  const keys = new Set(selection.keys);
  const all = group.documents.every((documentId) => keys.has(documentId));
  for (const documentId of group.documents) {
    if (all) keys.delete(documentId);
    else keys.add(documentId);
  }
  return { keys, lead: group.key, anchor: group.key };
}
