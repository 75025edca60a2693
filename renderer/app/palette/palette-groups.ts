import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { PALETTE_SORTS, type PaletteRows, type PaletteSort } from "./palette-rows.ts";
import type { RowMatch } from "./row-index.ts";

/** A row with its sort. */
export type PaletteItem = {
  [Sort in PaletteSort]: { readonly sort: Sort; readonly key: string; readonly row: PaletteRows[Sort] };
}[PaletteSort];

/** A match with its sort. */
export type PaletteMatch = PaletteItem & Pick<RowMatch<unknown>, "quality" | "score">;

/** Rows under one heading. */
export interface PaletteGroup {
  readonly heading: string;
  readonly items: readonly PaletteItem[];
}

const HEADINGS: Readonly<Record<PaletteSort, MessageKey>> = {
  command: "app.paletteCommands",
  search: "app.paletteSearches",
  tag: "app.paletteTags",
  passage: "app.palettePassages",
  document: "app.paletteDocuments",
};

/** Rows of a sort that are shown: what is not among them is found by another word, or by searching. */
const SHOWN: Readonly<Record<PaletteSort, number>> = { command: 5, search: 5, tag: 5, passage: 5, document: 8 };

/** Keeps the best matches of each sort while parts come in. */
export interface BestMatches {
  /** True when something of what is shown changed. */
  add(sort: PaletteSort, matches: readonly PaletteMatch[]): boolean;
  /** Groups by sort: the best match leads; equally good groups stand in a settled order. */
  groups(): readonly PaletteGroup[];
}

/** @param raised keys of rows that were used lately: they come before their equals */
export function createBestMatches(raised: ReadonlySet<string>): BestMatches {
  const best = new Map<PaletteSort, readonly PaletteMatch[]>();
  const order = (left: PaletteMatch, right: PaletteMatch) =>
    right.quality - left.quality ||
    Number(raised.has(right.key)) - Number(raised.has(left.key)) ||
    right.score - left.score;
  return {
    add: (sort, matches) => {
      const before = best.get(sort) ?? [];
      const after = [...before, ...matches].sort(order).slice(0, SHOWN[sort]);
      best.set(sort, after);
      return after.length !== before.length || after.some((match, index) => match !== before[index]);
    },
    groups: () =>
      PALETTE_SORTS.filter((sort) => (best.get(sort)?.length ?? 0) > 0)
        .toSorted((left, right) => (best.get(right)?.[0]?.quality ?? 0) - (best.get(left)?.[0]?.quality ?? 0))
        .map((sort) => ({ heading: say(HEADINGS[sort]), items: best.get(sort) ?? [] })),
  };
}
