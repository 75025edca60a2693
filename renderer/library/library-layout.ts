import type { DocumentSummary } from "#shared/model/document.ts";
import { type LibraryLayout, type LibraryView, libraryLayoutSchema } from "#shared/model/library-view.ts";
import type { TableColumn } from "../ui/table-types.ts";
import { FACET_NAMES, type FacetChoice, type FacetName } from "./facets.ts";
import { isLibraryColumn, type LibraryColumn, type LibrarySort } from "./library-column.ts";

/** A column that a person chose, with its width at the normal size of text; null for the column's own. */
export interface ChosenColumn {
  readonly column: LibraryColumn;
  readonly width: number | null;
}

/** How the library shows its documents, without what is chosen in facets, which other views set too. */
export interface LibraryLook {
  readonly layout: LibraryLayout["layout"];
  /** Empty: those for which there is room. */
  readonly columns: readonly ChosenColumn[];
  /** At least one. */
  readonly sort: readonly LibrarySort[];
  readonly group: LibraryLayout["group"];
  readonly contains: Readonly<Partial<Record<LibraryColumn, string>>>;
}

export const FIRST_LOOK: LibraryLook = {
  layout: "table",
  columns: [],
  sort: [{ column: "title", descending: false }],
  group: "none",
  contains: {},
};

/** What is kept of a look and a choice, as a view. */
export function toLayout(look: LibraryLook, choice: FacetChoice): LibraryLayout {
  return {
    layout: look.layout,
    columns: [...look.columns],
    sort: [...look.sort],
    group: look.group,
    filters: FACET_NAMES.map((facet) => ({ facet, values: [...(choice[facet] ?? [])].sort() })).filter(
      ({ values }) => values.length > 0,
    ),
    contains: Object.entries(look.contains)
      .filter(([, text]) => text.trim() !== "")
      .map(([column, text]) => ({ column, text })),
  };
}

/** The look of a view. Columns and facets that this version does not know are passed over. */
export function fromLayout(view: LibraryLayout): { readonly look: LibraryLook; readonly choice: FacetChoice } {
  const sort = view.sort.flatMap(({ column, descending }) => (isLibraryColumn(column) ? [{ column, descending }] : []));
  const contains = view.contains.flatMap(({ column, text }) => (isLibraryColumn(column) ? [[column, text]] : []));
  const filters = view.filters.filter((filter) => (FACET_NAMES as readonly string[]).includes(filter.facet));
  return {
    look: {
      layout: view.layout,
      columns: view.columns.flatMap(({ column, width }) => (isLibraryColumn(column) ? [{ column, width }] : [])),
      sort: sort.length === 0 ? FIRST_LOOK.sort : sort,
      group: view.group,
      contains: Object.fromEntries(contains) as LibraryLook["contains"],
    },
    choice: Object.fromEntries(filters.map(({ facet, values }) => [facet as FacetName, new Set(values)])),
  };
}

/** The look that was stored for next time; the first one when nothing usable was. */
export function restoreLook(stored: unknown): LibraryLook {
  const parsed = libraryLayoutSchema.safeParse(stored);
  return parsed.success ? fromLayout(parsed.data).look : FIRST_LOOK;
}

/** True when the library no longer looks as the view does. */
export function differsFrom(view: LibraryView, look: LibraryLook, choice: FacetChoice): boolean {
  const { look: kept, choice: keptChoice } = fromLayout(view.view);
  return JSON.stringify(toLayout(kept, keptChoice)) !== JSON.stringify(toLayout(look, choice));
}

type Columns = readonly TableColumn<DocumentSummary, LibraryColumn>[];

/** The columns in the order and width that were chosen; all of them, by room, where nothing was. */
export function arrange(columns: Columns, chosen: readonly ChosenColumn[]): Columns {
  if (chosen.length === 0) return columns;
  const known = new Map(columns.map((column) => [column.id, column]));
  return chosen.flatMap(({ column, width }) => {
    const own = known.get(column);
    if (own === undefined) return [];
    // What was chosen is there also where there is no room: then the table scrolls sideways.
    const { showFrom: _, ...always } = own;
    return [{ ...always, width: width === null ? own.width : `${width}px` }];
  });
}

/** The columns with one of them at another width. */
export function setWidth(
  columns: readonly ChosenColumn[],
  column: LibraryColumn,
  width: number | null,
): readonly ChosenColumn[] {
  return columns.map((chosen) => (chosen.column === column ? { column, width } : chosen));
}

/** The columns with one of them before another, or behind all. */
export function moveColumn(
  columns: readonly ChosenColumn[],
  column: LibraryColumn,
  before: LibraryColumn | null,
): readonly ChosenColumn[] {
  const moved = columns.find((chosen) => chosen.column === column);
  if (moved === undefined || column === before) return columns;
  const others = columns.filter((chosen) => chosen !== moved);
  const at = before === null ? others.length : others.findIndex((chosen) => chosen.column === before);
  return others.toSpliced(at < 0 ? others.length : at, 0, moved);
}

/** The columns with one more, in its usual place, or without one that is there; the last one stays. */
export function toggleColumn(
  columns: readonly ChosenColumn[],
  column: LibraryColumn,
  usual: readonly LibraryColumn[],
): readonly ChosenColumn[] {
  if (columns.some((chosen) => chosen.column === column)) {
    return columns.length === 1 ? columns : columns.filter((chosen) => chosen.column !== column);
  }
  const place = usual.indexOf(column);
  const at = columns.findLastIndex((chosen) => usual.indexOf(chosen.column) < place);
  return columns.toSpliced(at + 1, 0, { column, width: null });
}
