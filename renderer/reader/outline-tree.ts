import type { OutlineItem } from "#shared/model/document.ts";

/** A visible row of the outline. `key` is the path of positions to it, e.g. `0.2.1`. */
export interface OutlineRow {
  readonly key: string;
  readonly parent: string | null;
  readonly title: string;
  readonly page: number | null;
  /** 1 at the top. */
  readonly level: number;
  readonly expanded: boolean;
  readonly hasChildren: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** An outline with at most this many entries opens unfolded. */
const UNFOLDED_UP_TO = 60;

/** Deeper entries are left out: real outlines stop long before, made-up ones would exhaust the stack. */
const DEEPEST = 32;

/** The rows that are visible while the keys in `expanded` are unfolded, in order. */
export function visibleRows(outline: readonly OutlineItem[], expanded: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (items: readonly OutlineItem[], parent: string | null, level: number): void => {
    items.forEach((item, index) => {
      const key = parent === null ? String(index) : `${parent}.${index}`;
      const hasChildren = item.children.length > 0 && level < DEEPEST;
      const isExpanded = hasChildren && expanded.has(key);
      const place = { position: index + 1, siblings: items.length };
      rows.push({
        key,
        parent,
        title: item.title,
        page: item.page,
        level,
        hasChildren,
        expanded: isExpanded,
        ...place,
      });
      if (isExpanded) add(item.children, key, level + 1);
    });
  };
  add(outline, null, 1);
  return rows;
}

/** Keys to unfold at first: everything in a short outline, nothing in a long one, the only entry of one with one. */
export function initiallyExpanded(outline: readonly OutlineItem[]): ReadonlySet<string> {
  const keys = new Set<string>();
  let count = 0;
  const walk = (items: readonly OutlineItem[], parent: string | null, level: number): void => {
    items.forEach((item, index) => {
      const key = parent === null ? String(index) : `${parent}.${index}`;
      count += 1;
      keys.add(key);
      if (level < DEEPEST) walk(item.children, key, level + 1);
    });
  };
  walk(outline, null, 1);
  if (count <= UNFOLDED_UP_TO) return keys;
  return outline.length === 1 ? new Set(["0"]) : new Set();
}

/** The row in which a page lies: the last one that starts on it or before it. Null before the first. */
export function rowOfPage(rows: readonly OutlineRow[], page: number): OutlineRow | null {
  let found: OutlineRow | null = null;
  for (const row of rows) {
    if (row.page !== null && row.page <= page && (found?.page ?? 0) <= row.page) found = row;
  }
  return found;
}
