// biome-ignore-all lint/a11y/useSemanticElements: a table element lays out all of its cells; here only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time has the focus
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import type { TagColor } from "#shared/model/tag.ts";
import { formatNumber } from "../ui/format.ts";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { type CountGrid, shadeOf } from "./count-grid.ts";
import { type GridPlace, stepInGrid } from "./grid-steps.ts";
import styles from "./shaded-grid.module.css";

/** Sizes in CSS pixels. */
const CELL_WIDTH = 38;
const CELL_HEIGHT = 28;
const HEAD_HEIGHT = 156;
const HEAD_WIDTH = 268;

/** The head of a row or of a column. */
export interface GridHead {
  readonly id: string;
  readonly label: string;
  /** Stands in the head of a column, which has little room, with the rest of the label behind it. */
  readonly short: string;
  readonly path: string;
  /** Null for what has no colour of its own. */
  readonly color: TagColor | null;
}

interface ShadedGridProps {
  readonly label: string;
  /** What stands in the corner: names rows and columns. */
  readonly corner: string;
  readonly rows: readonly GridHead[];
  readonly columns: readonly GridHead[];
  readonly counts: CountGrid;
  /** What a cell says to those who cannot see where it stands. */
  readonly cellLabel: (row: GridHead, column: GridHead, count: number) => string;
  /** Called for a cell, for the head of a row (`column` is null) and for that of a column. */
  readonly onOpen: (row: string | null, column: string | null) => void;
}

/**
 * Counts as shaded cells. Heads stay in sight; only what is in sight is in the page. One tab stop: arrows go from cell to
 * cell, Enter opens.
 */
export function ShadedGrid(props: ShadedGridProps) {
  const { label, corner, rows, columns, counts, cellLabel, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<GridPlace>({ row: 0, column: 0 });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_HEIGHT,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 6,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_WIDTH,
    paddingStart: HEAD_WIDTH,
    scrollPaddingStart: HEAD_WIDTH,
    overscan: 6,
  });
  const size = { rows: rows.length, columns: columns.length };
  const here: GridPlace = {
    row: Math.min(reached.row, rows.length - 1),
    column: Math.min(reached.column, columns.length - 1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = stepInGrid(here, event.key, event.ctrlKey, size);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    if (next.row >= 0) down.scrollToIndex(next.row, { align: "auto" });
    if (next.column >= 0) across.scrollToIndex(next.column, { align: "auto" });
    focusPlace(scroller.current, next, 8);
  };
  const placeProps = (place: GridPlace) => ({
    tabIndex: place.row === here.row && place.column === here.column ? 0 : -1,
    "data-place": `${place.row} ${place.column}`,
    onFocus: () => setReached(place),
  });

  const columnItems = across.getVirtualItems();
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.sheet}
        role="rowgroup"
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
      >
        <div className={styles.heads} role="row" aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
          <div className={styles.corner} role="columnheader" aria-colindex={1} style={{ width: HEAD_WIDTH }}>
            {corner}
          </div>
          {columnItems.map((item) => {
            const head = columns[item.index];
            if (head === undefined) return null;
            return (
              <div
                key={head.id}
                role="columnheader"
                aria-colindex={item.index + 2}
                className={styles.columnHead}
                style={{ ...left(item), ...colorOf(head) }}
                title={head.label}
                onClick={() => onOpen(null, head.id)}
                onKeyDown={(event) => openByKey(event, () => onOpen(null, head.id))}
                {...placeProps({ row: -1, column: item.index })}
              >
                <span className={styles.columnLabel}>
                  {head.short}
                  {head.short !== head.label && <span className={styles.columnPath}> {head.path}</span>}
                </span>
                <span className={styles.total}>{formatNumber(counts.ofColumn(head.id))}</span>
              </div>
            );
          })}
        </div>
        {down.getVirtualItems().map((line) => {
          const row = rows[line.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              role="row"
              aria-rowindex={line.index + 2}
              className={styles.row}
              style={{ transform: `translateY(${line.start}px)`, height: line.size }}
            >
              <div
                role="rowheader"
                aria-colindex={1}
                className={styles.rowHead}
                style={{ width: HEAD_WIDTH, ...colorOf(row) }}
                title={row.label}
                onClick={() => onOpen(row.id, null)}
                onKeyDown={(event) => openByKey(event, () => onOpen(row.id, null))}
                {...placeProps({ row: line.index, column: -1 })}
              >
                {row.color !== null && <i className={styles.swatch} />}
                <span className={styles.rowLabel}>{row.label}</span>
                <span className={styles.total}>{formatNumber(counts.ofRow(row.id))}</span>
              </div>
              {columnItems.map((item) => {
                const column = columns[item.index];
                if (column === undefined) return null;
                const count = counts.at(row.id, column.id);
                const open = () => count > 0 && onOpen(row.id, column.id);
                return (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={item.index + 2}
                    aria-label={cellLabel(row, column, count)}
                    className={styles.cell}
                    data-filled={count > 0 || undefined}
                    style={{ ...left(item), ...colorOf(column), ...shade(count, counts.highest) }}
                    title={count > 0 ? cellLabel(row, column, count) : undefined}
                    onClick={open}
                    onKeyDown={(event) => openByKey(event, open)}
                    {...placeProps({ row: line.index, column: item.index })}
                  >
                    {count > 0 && formatNumber(count)}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function left(item: VirtualItem): CSSProperties {
  return { left: item.start, width: item.size };
}

function colorOf(head: GridHead): CSSProperties {
  return head.color === null ? {} : tagColorStyle(head.color);
}

function shade(count: number, highest: number): CSSProperties {
  return { "--shade": `${Math.round(Math.min(1, shadeOf(count, highest)) * 100)}%` } as CSSProperties;
}

function openByKey(event: KeyboardEvent, open: () => void): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  open();
}

/** A cell that was out of sight is in the page only some frames after the scroll. */
function focusPlace(scroller: HTMLElement | null, { row, column }: GridPlace, frames: number): void {
  const cell = scroller?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
  if (cell !== null && cell !== undefined) cell.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusPlace(scroller, { row, column }, frames - 1));
}
