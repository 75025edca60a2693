// biome-ignore-all lint/a11y/useSemanticElements: as in data-table.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: as in data-table.tsx
import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { classes } from "./classes.ts";
import styles from "./data-table.module.css";
import { formatNumber } from "./format.ts";
import type { TableColumn, TableHeading } from "./table-types.ts";

interface DataTableRowProps<Row, ColumnId extends string> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  /** From the top of the rows, in CSS pixels. */
  readonly start: number;
  readonly columns: readonly TableColumn<Row, ColumnId>[];
  readonly selected: boolean;
  readonly lead: boolean;
  readonly headingOf: ((row: Row) => TableHeading | null) | undefined;
}

function PlainRow<Row, ColumnId extends string>(props: DataTableRowProps<Row, ColumnId>) {
  const { id, row, index, start, columns, selected, lead, headingOf } = props;
  const heading = headingOf?.(row) ?? null;
  const grouped = headingOf !== undefined;
  return (
    <div
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-level={grouped ? (heading === null ? 2 : 1) : undefined}
      aria-expanded={heading?.open}
      className={classes(
        styles.row,
        heading !== null && styles.headingRow,
        selected && heading === null && styles.selected,
        lead && styles.lead,
      )}
      style={{ transform: `translateY(${start}px)` }}
    >
      {heading === null
        ? columns.map((column) => (
            <div key={column.id} role="gridcell" className={column.align === "end" ? styles.endCell : styles.cell}>
              {column.render(row)}
            </div>
          ))
        : headingCell(heading, columns.length)}
    </div>
  );
}

function headingCell({ label, count, open }: TableHeading, columns: number) {
  return (
    <div role="gridcell" aria-colspan={columns} className={styles.headingCell}>
      <ChevronRight aria-hidden data-open={open} />
      <span className={styles.headingLabel}>{label}</span>
      <span className={styles.headingCount}>{formatNumber(count)}</span>
    </div>
  );
}

/** A row. While a table scrolls only the rows that come into sight are drawn. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow;
