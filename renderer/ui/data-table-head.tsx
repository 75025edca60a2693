// biome-ignore-all lint/a11y/useSemanticElements: as in data-table.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the head have the focus
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { say } from "../messages/say.ts";
import { classes } from "./classes.ts";
import styles from "./data-table.module.css";
import { formatNumber } from "./format.ts";
import type { DataTableProps, TableColumn, TableSort } from "./table-types.ts";

/** Narrower than this a column tells nothing; what a press of a key adds or takes. In CSS pixels. */
const LEAST_WIDTH = 48;
const WIDTH_STEP = 16;

interface HeadProps<Row, ColumnId extends string> extends DataTableProps<Row, ColumnId> {
  /** The size of text against the normal. */
  readonly scale: number;
}

/** The headings of the columns: they sort, are dragged to another place, and made wider. */
export function DataTableHead<Row, ColumnId extends string>(props: HeadProps<Row, ColumnId>) {
  const { columns, contains } = props;
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        {columns.map((column, index) => (
          <HeaderCell key={column.id} {...props} column={column} index={index} />
        ))}
      </div>
      {contains !== undefined && (
        <div role="row" className={styles.head}>
          {columns.map(({ id, header }) => (
            <div key={id} role="gridcell" className={styles.containsCell}>
              <input
                className={classes(styles.contains, (contains.texts[id] ?? "") !== "" && styles.containing)}
                aria-label={say("ui.columnContains", { column: header })}
                placeholder={say("ui.contains")}
                spellCheck={false}
                value={contains.texts[id] ?? ""}
                onChange={(event) => contains.onChange(id, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Escape") contains.onChange(id, "");
                }}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface HeaderCellProps<Row, ColumnId extends string> extends HeadProps<Row, ColumnId> {
  readonly column: TableColumn<Row, ColumnId>;
  readonly index: number;
}

function HeaderCell<Row, ColumnId extends string>(props: HeaderCellProps<Row, ColumnId>) {
  const { column, columns, index, arrangement, scale, onSort } = props;
  const cell = useRef<HTMLDivElement>(null);
  const held = useColumnDrag(props, cell);
  const sorts = sortsOf(props.sort);
  const rank = sorts.findIndex((sort) => sort.column === column.id);
  const sort = sorts[rank];
  const direction = sort === undefined ? "none" : sort.descending ? "descending" : "ascending";
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = event.key === "ArrowRight";
    if (arrangement === undefined || !event.altKey || (!forward && event.key !== "ArrowLeft")) return;
    event.preventDefault();
    if (event.shiftKey) {
      const before = columns[forward ? index + 2 : index - 1]?.id ?? null;
      if (forward ? index < columns.length - 1 : index > 0) arrangement.onMove(column.id, before);
      return;
    }
    const width = (cell.current?.offsetWidth ?? 0) / scale + (forward ? WIDTH_STEP : -WIDTH_STEP);
    arrangement.onWidth(column.id, Math.max(LEAST_WIDTH, Math.round(width)));
  };
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-sort={onSort === undefined ? undefined : direction}
      className={classes(column.align === "end" ? styles.endCell : styles.cell, styles.headCell)}
      data-held={held ?? undefined}
    >
      {onSort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={classes(styles.sortButton, sort !== undefined && styles.sorted)}
          title={arrangement === undefined ? undefined : say("ui.headerHint", { column: column.header })}
          onClick={(event) => onSort(column.id, event.shiftKey)}
          onKeyDown={onKeyDown}
        >
          <span className={styles.headerText}>{column.header}</span>
          {sort !== undefined && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
          {sort !== undefined && sorts.length > 1 && <span className={styles.rank}>{formatNumber(rank + 1)}</span>}
        </button>
      )}
      {arrangement !== undefined && <WidthHandle {...props} arrangement={arrangement} />}
    </div>
  );
}

/** One order, several, or none, as a list. */
function sortsOf<ColumnId extends string>(
  sort: TableSort<ColumnId> | readonly TableSort<ColumnId>[] | undefined,
): readonly TableSort<ColumnId>[] {
  if (sort === undefined) return [];
  return "column" in sort ? [sort] : sort;
}

/** The edge of a heading: dragged it makes the column wider, pressed twice it gives it its own width again. */
function WidthHandle<Row, ColumnId extends string>({
  column,
  scale,
  arrangement,
}: HeaderCellProps<Row, ColumnId> & Required<Pick<HeadProps<Row, ColumnId>, "arrangement">>) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onMove = (event: PointerEvent) => {
    if (start.current === null) return;
    const width = (start.current.width + event.clientX - start.current.x) / scale;
    arrangement.onWidth(column.id, Math.max(LEAST_WIDTH, Math.round(width)));
  };
  const onDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
  };
  return (
    // The keyboard changes widths on the heading itself (Alt with arrows).
    <span
      aria-hidden
      className={styles.widthHandle}
      draggable={false}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => arrangement.onWidth(column.id, null)}
    />
  );
}

/** The name under which a heading that is dragged tells its column. */
const COLUMN = "table-column";

/** Lets a heading be dragged before or behind another one. Tells on which side of it one is held. */
function useColumnDrag<Row, ColumnId extends string>(
  { column, columns, index, arrangement }: HeaderCellProps<Row, ColumnId>,
  cell: { readonly current: HTMLDivElement | null },
): "before" | "after" | null {
  const [held, setHeld] = useState<"before" | "after" | null>(null);
  const enabled = arrangement !== undefined;
  const isOwn = useEffectEvent((id: unknown) => id !== column.id && columns.some((other) => other.id === id));
  const drop = useEffectEvent((id: unknown, side: unknown) => {
    const moved = columns.find((other) => other.id === id);
    const before = side === "before" ? column.id : (columns[index + 1]?.id ?? null);
    if (moved !== undefined && moved.id !== before) arrangement?.onMove(moved.id, before);
  });
  const ownId = useEffectEvent(() => column.id);
  useEffect(() => {
    const element = cell.current;
    const handle = element?.querySelector("button") ?? null;
    if (!enabled || element === null || handle === null) return;
    const stopDrag = draggable({ element, dragHandle: handle, getInitialData: () => ({ [COLUMN]: ownId() }) });
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => isOwn(source.data[COLUMN]),
      getData: ({ input }) => {
        const box = element.getBoundingClientRect();
        return { side: input.clientX < box.left + box.width / 2 ? "before" : "after" };
      },
      onDrag: ({ self }) => setHeld(self.data["side"] === "before" ? "before" : "after"),
      onDragLeave: () => setHeld(null),
      onDrop: ({ source, self }) => {
        setHeld(null);
        drop(source.data[COLUMN], self.data["side"]);
      },
    });
    return () => {
      stopDrag();
      stopDrop();
    };
  }, [cell, enabled]);
  return held;
}
