// biome-ignore-all lint/a11y/useSemanticElements: a table element lays out all of its rows; here only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys of its rows
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
} from "react";
import { classes } from "./classes.ts";
import styles from "./data-table.module.css";
import type { RowChoice } from "./row-selection.ts";
import { useElementWidth } from "./use-element-width.ts";
import { useMeasuredToken } from "./use-measured-token.ts";

/** One column. `width` is a track of CSS grid, e.g. `minmax(200px, 3fr)` or `72px`; its pixels grow with the text. */
export interface TableColumn<Row, ColumnId extends string> {
  readonly id: ColumnId;
  readonly header: string;
  readonly width: string;
  readonly align?: "start" | "end";
  readonly render: (row: Row) => ReactNode;
  /** Left out when the table is narrower than this many CSS pixels, at the normal size of text. */
  readonly showFrom?: number;
}

/** By what the rows are ordered. The parent orders them. */
export interface TableSort<ColumnId extends string> {
  readonly column: ColumnId;
  readonly descending: boolean;
}

export interface DataTableProps<Row, ColumnId extends string> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row, ColumnId>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | null;
  /** With `selectedKeys` also how the row was chosen; without it always `alone`. */
  readonly onSelect: (row: Row, choice: RowChoice) => void;
  /** Present where several rows can be selected; `selectedKey` is then the one that the keyboard stands on. */
  readonly selectedKeys?: ReadonlySet<string>;
  /** Ctrl or Cmd with A, where several rows can be selected. */
  readonly onSelectAll?: () => void;
  /** Enter or a double press. */
  readonly onActivate?: (row: Row) => void;
  /** Absent: the columns do not sort. */
  readonly sort?: TableSort<ColumnId>;
  readonly onSort?: (column: ColumnId) => void;
  /** In place of the rows when there are none. */
  readonly empty?: ReactNode;
}

/** A table that draws only the rows in sight: rows of one height, one selected row, moved through with the keyboard. */
export function DataTable<Row, ColumnId extends string>(props: DataTableProps<Row, ColumnId>) {
  const { label, columns, rows, rowKey, selectedKey, onSelect, onActivate, sort, onSort, empty } = props;
  const { selectedKeys, onSelectAll } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [measure, width] = useElementWidth();
  const rowHeight = useMeasuredToken("--row");
  const scale = useMeasuredToken("--scale");
  const shown = columns.filter((column) => width === null || width >= (column.showFrom ?? 0) * scale);
  const selected = rows.findIndex((row) => rowKey(row) === selectedKey);
  // The same function while the rows are the same: for another one, the places of all rows are reckoned anew.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    [rows, rowKey],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stands above the rows and stays in sight: rows are that much lower than the list knows.
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    getItemKey,
  });

  // Heights that were reckoned with another density or size of text are forgotten.
  // biome-ignore lint/correctness/useExhaustiveDependencies(rowHeight): another height is what it is done for
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  // The selected row stays in sight also when the table gets lower, because of what opens below it.
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    if (selected >= 0 && height > 0) virtual.scrollToIndex(selected, { align: "auto" });
  }, [selected, height, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const current = rows[selected];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a" && onSelectAll !== undefined) {
      event.preventDefault();
      onSelectAll();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === " " && selectedKeys !== undefined && current !== undefined) {
      event.preventDefault();
      onSelect(current, "toggle");
      return;
    }
    if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      onActivate?.(current);
      return;
    }
    const visible = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = rows[nextRow(event.key, selected, rows.length, visible)];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next, selectedKeys !== undefined && event.shiftKey ? "stretch" : "alone");
  };
  const isSelected = (index: number, row: Row) => selectedKeys?.has(rowKey(row)) ?? index === selected;
  const onPress = (event: MouseEvent, row: Row) => {
    if (selectedKeys === undefined) onSelect(row, "alone");
    else onSelect(row, event.shiftKey ? "stretch" : event.ctrlKey || event.metaKey ? "toggle" : "alone");
  };

  return (
    <div ref={measure} className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-multiselectable={selectedKeys !== undefined}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={selected < 0 ? undefined : `${id}-${selected}`}
        tabIndex={0}
        className={styles.table}
        style={{ "--columns": tracks(shown.map((column) => column.width)) } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.headGroup}>
          <div role="row" aria-rowindex={1} className={styles.head}>
            {shown.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        {rows.length === 0 && <div className={styles.empty}>{empty}</div>}
        <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={key}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelected(index, row)}
                className={classes(
                  styles.row,
                  isSelected(index, row) && styles.selected,
                  index === selected && styles.lead,
                )}
                style={{ transform: `translateY(${start}px)` }}
                onClick={(event) => onPress(event, row)}
                onDoubleClick={() => onActivate?.(row)}
              >
                {shown.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={column.align === "end" ? styles.endCell : styles.cell}
                  >
                    {column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeaderCellProps<Row, ColumnId extends string> {
  readonly column: TableColumn<Row, ColumnId>;
  readonly sort: TableSort<ColumnId> | undefined;
  readonly onSort: ((column: ColumnId) => void) | undefined;
}

function HeaderCell<Row, ColumnId extends string>({ column, sort, onSort }: HeaderCellProps<Row, ColumnId>) {
  const look = column.align === "end" ? styles.endCell : styles.cell;
  if (onSort === undefined) {
    return (
      <div role="columnheader" className={look}>
        {column.header}
      </div>
    );
  }
  const isSorted = sort?.column === column.id;
  const direction = sort?.descending === true ? "descending" : "ascending";
  return (
    <div role="columnheader" aria-sort={isSorted ? direction : "none"} className={look}>
      <button
        type="button"
        className={classes(styles.sortButton, isSorted && styles.sorted)}
        onClick={() => onSort(column.id)}
      >
        <span className={styles.headerText}>{column.header}</span>
        {isSorted && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </button>
    </div>
  );
}

/** The columns as a CSS grid knows them. */
function tracks(widths: readonly string[]): string {
  return widths.join(" ").replace(/(\d+)px/g, "calc($1px * var(--scale))");
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
