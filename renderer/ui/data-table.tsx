// biome-ignore-all lint/a11y/useSemanticElements: a table element lays out all of its rows; here only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys of its rows
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is that of a grid or of a tree grid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: as above
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from "react";
import styles from "./data-table.module.css";
import { DataTableHead } from "./data-table-head.tsx";
import { DataTableRow } from "./data-table-row.tsx";
import type { DataTableProps, TableColumn, TableSort } from "./table-types.ts";
import { useElementWidth } from "./use-element-width.ts";
import { useMeasuredToken } from "./use-measured-token.ts";

export type { TableColumn, TableSort };

/** A table that draws only the rows in sight: rows of one height, one selected row, moved through with the keyboard. */
export function DataTable<Row, ColumnId extends string>(props: DataTableProps<Row, ColumnId>) {
  const { label, columns, rows, rowKey, selectedKey, onSelect, onActivate, empty } = props;
  const { selectedKeys, onSelectAll, headingOf, onFold, contains } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [measure, width] = useElementWidth();
  const rowHeight = useMeasuredToken("--row");
  const scale = useMeasuredToken("--scale");
  const shown = useMemo(
    () => columns.filter((column) => width === null || width >= (column.showFrom ?? 0) * scale),
    [columns, width, scale],
  );
  // There may be a hundred thousand rows, and this is drawn with every step of a scroll.
  const selected = useMemo(() => rows.findIndex((row) => rowKey(row) === selectedKey), [rows, rowKey, selectedKey]);
  const headHeight = rowHeight * (contains === undefined ? 1 : 2);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The head stands above the rows and stays in sight: rows are that much lower than the list knows.
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: headHeight,
  });

  // Heights that were reckoned with another density or size of text are forgotten.
  // biome-ignore lint/correctness/useExhaustiveDependencies(rowHeight): another height is what it is done for
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  // The selected row stays in sight also when the table gets lower, because of what opens below it.
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    if (selected >= 0 && height > 0) virtual.scrollToIndex(selected, { align: "auto" });
  }, [selected, height, virtual]);

  // While it scrolls, what stood for a row that is gone stands for one that comes: far cheaper than another one. At rest
  // everything stands in its order again, as it is read aloud.
  const items = virtual.getVirtualItems();
  const slots = useRef(1);
  slots.current = Math.max(slots.current, items.length);
  const inPlace = items.map((item) => ({ ...item, slot: item.index % slots.current }));
  if (virtual.isScrolling) inPlace.sort((one, other) => one.slot - other.slot);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const current = rows[selected];
    const heading = current === undefined ? null : (headingOf?.(current) ?? null);
    const run = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "a" && onSelectAll !== undefined) run(onSelectAll);
      return;
    }
    if (current !== undefined) {
      if (heading !== null && isFoldKey(event.key, heading.open)) return run(() => onFold?.(current));
      if (event.key === " " && selectedKeys !== undefined) return run(() => onSelect(current, "toggle"));
      if (event.key === "Enter") return run(() => onActivate?.(current));
    }
    const visible = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = rows[nextRow(event.key, selected, rows.length, visible)];
    if (next === undefined) return;
    run(() => onSelect(next, selectedKeys !== undefined && event.shiftKey ? "stretch" : "alone"));
  };
  const rowAt = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target.closest("[data-index]") : null;
    return element === null ? undefined : rows[Number(element.getAttribute("data-index"))];
  };
  const onPressDown = (event: MouseEvent) => {
    if (!event.shiftKey || selectedKeys === undefined) return;
    // The browser would select the words between the two rows.
    event.preventDefault();
    scroller.current?.focus({ preventScroll: true });
  };
  const onPress = (event: MouseEvent) => {
    const row = rowAt(event);
    if (row === undefined) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (plain && onFold !== undefined && (headingOf?.(row) ?? null) !== null) onFold(row);
    if (selectedKeys === undefined) onSelect(row, "alone");
    else onSelect(row, event.shiftKey ? "stretch" : plain ? "alone" : "toggle");
  };
  const onDoublePress = (event: MouseEvent) => {
    const row = rowAt(event);
    if (row !== undefined && (headingOf?.(row) ?? null) === null) onActivate?.(row);
  };

  return (
    <div ref={measure} className={styles.frame}>
      <div
        ref={scroller}
        role={headingOf === undefined ? "grid" : "treegrid"}
        aria-label={label}
        aria-multiselectable={selectedKeys !== undefined}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={selected < 0 ? undefined : `${id}-${selected}`}
        tabIndex={0}
        className={styles.table}
        style={trackStyle(shown.map((column) => column.width))}
        onKeyDown={onKeyDown}
      >
        <DataTableHead {...props} columns={shown} scale={scale} />
        {rows.length === 0 && <div className={styles.empty}>{empty}</div>}
        <div
          role="rowgroup"
          className={styles.body}
          style={{ blockSize: virtual.getTotalSize() }}
          onMouseDown={onPressDown}
          onClick={onPress}
          onDoubleClick={onDoublePress}
        >
          {inPlace.map(({ index, slot, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <DataTableRow
                key={slot}
                id={`${id}-${index}`}
                row={row}
                index={index}
                start={start}
                columns={shown}
                selected={selectedKeys?.has(rowKey(row)) ?? index === selected}
                lead={index === selected}
                headingOf={headingOf}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The columns as a CSS grid knows them, and the least width at which none of them is narrower than it says. */
function trackStyle(widths: readonly string[]): CSSProperties {
  const least = widths.reduce((sum, width) => sum + Number(/(\d+)px/u.exec(width)?.[1] ?? 0), 0);
  return {
    "--columns": widths.join(" ").replace(/(\d+)px/g, "calc($1px * var(--scale))"),
    "--least": `calc(${least}px * var(--scale) + 16px)`,
  } as CSSProperties;
}

/** True for a key that folds an open heading, or opens a folded one. */
function isFoldKey(key: string, open: boolean): boolean {
  return key === "Enter" || key === (open ? "ArrowLeft" : "ArrowRight");
}

/** The row that a key leads to, or -1. `page` is how many rows are in sight. */
export function nextRow(key: string, current: number, count: number, page: number): number {
  if (count === 0) return -1;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
      return clamp(current + 1);
    case "ArrowUp":
      return clamp(current - 1);
    case "PageDown":
      return clamp(current + page);
    case "PageUp":
      return clamp(current - page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}
