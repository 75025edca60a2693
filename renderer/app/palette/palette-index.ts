import { createBestMatches, type PaletteGroup, type PaletteItem, type PaletteMatch } from "./palette-groups.ts";
import { PALETTE_SORTS, type PaletteRows, type PaletteSort, ROW_SHAPES } from "./palette-rows.ts";
import { createRowIndex, type Pause, type RowIndex } from "./row-index.ts";

/** Everything of the case that has a name, and the commands. */
export interface PaletteIndex {
  sync<Sort extends PaletteSort>(sort: Sort, rows: readonly PaletteRows[Sort][], pause: Pause): Promise<void>;
  /** Rows of a sort that can be found by now. */
  size(sort: PaletteSort): number;
  /** Rows by key, in the order of the keys; those that are not there (any more) are left out. */
  findAll(keys: readonly string[]): readonly PaletteItem[];
  /**
   * Searches in steps of a few milliseconds, small sorts first; each step that changes something gives all groups.
   *
   * @param raised keys that come before their equals
   */
  search(query: string, raised: ReadonlySet<string>): Generator<readonly PaletteGroup[] | null>;
}

/** Makes an empty index. It lives as long as the case is open: what was read is not read again. */
export function createPaletteIndex(): PaletteIndex {
  const indexes: { readonly [Sort in PaletteSort]: RowIndex<PaletteRows[Sort]> } = {
    command: createRowIndex(ROW_SHAPES.command),
    search: createRowIndex(ROW_SHAPES.search),
    tag: createRowIndex(ROW_SHAPES.tag),
    passage: createRowIndex(ROW_SHAPES.passage),
    document: createRowIndex(ROW_SHAPES.document),
  };
  return {
    sync: (sort, rows, pause) => indexes[sort].sync(rows, pause),
    size: (sort) => indexes[sort].size,
    findAll: (keys) =>
      keys.flatMap((key) =>
        PALETTE_SORTS.flatMap((sort) => {
          const row = indexes[sort].find(key);
          return row === undefined ? [] : [{ sort, key, row } as PaletteItem];
        }),
      ),
    *search(query, raised) {
      const best = createBestMatches(raised);
      for (const sort of PALETTE_SORTS) {
        for (const matches of indexes[sort].search(query, raised)) {
          const changed = best.add(
            sort,
            matches.map((match) => ({ sort, ...match }) as PaletteMatch),
          );
          yield changed ? best.groups() : null;
        }
      }
    },
  };
}
