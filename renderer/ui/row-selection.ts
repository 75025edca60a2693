/** Rows of a table that are selected: `lead` is the one that the keyboard stands on, `anchor` where a stretch began. */
export interface RowSelection {
  readonly keys: ReadonlySet<string>;
  readonly lead: string | null;
  readonly anchor: string | null;
}

export const NO_ROWS: RowSelection = { keys: new Set(), lead: null, anchor: null };

/** How a row was chosen: alone, added or taken out (Ctrl or Cmd), or as the end of a stretch (Shift). */
export type RowChoice = "alone" | "toggle" | "stretch";

/** The selection after a row was pressed, or reached by the keyboard. `order` holds the keys of all rows, in their order. */
export function chooseRow(
  selection: RowSelection,
  order: readonly string[],
  key: string,
  choice: RowChoice,
): RowSelection {
  if (choice === "toggle") {
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    return { keys, lead: key, anchor: key };
  }
  const from = order.indexOf(selection.anchor ?? key);
  const to = order.indexOf(key);
  if (choice === "alone" || from < 0 || to < 0) return { keys: new Set([key]), lead: key, anchor: key };
  return {
    keys: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)),
    lead: key,
    anchor: selection.anchor ?? key,
  };
}

/** All rows; the lead stays where it was. */
export function chooseAllRows(selection: RowSelection, order: readonly string[]): RowSelection {
  return { keys: new Set(order), lead: selection.lead ?? order[0] ?? null, anchor: selection.anchor };
}
