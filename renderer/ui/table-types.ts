import type { ReactNode } from "react";
import type { RowChoice } from "./row-selection.ts";

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

/** A row that stands above others and brings them together. */
export interface TableHeading {
  readonly label: ReactNode;
  /** Of rows below it, also of those that are folded away. */
  readonly count: number;
  readonly open: boolean;
}

/** Words that rows have to contain, by column. The parent filters. */
export interface TableContains<ColumnId extends string> {
  readonly texts: Readonly<Partial<Record<ColumnId, string>>>;
  readonly onChange: (column: ColumnId, text: string) => void;
}

/** How a person arranges columns. Widths are in CSS pixels at the normal size of text; null for the column's own. */
export interface TableArrangement<ColumnId extends string> {
  readonly onWidth: (column: ColumnId, width: number | null) => void;
  /** Puts a column before another one; null: behind all. */
  readonly onMove: (column: ColumnId, before: ColumnId | null) => void;
}

export interface DataTableProps<Row, ColumnId extends string> {
  readonly label: string;
  /** The same array while nothing about the columns changes: with another one every row is drawn anew. */
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
  /** Absent: the columns do not sort. Several: the first decides, the others among equals. */
  readonly sort?: TableSort<ColumnId> | readonly TableSort<ColumnId>[];
  /** `add` (Shift): the column decides among those that the others leave equal. */
  readonly onSort?: (column: ColumnId, add: boolean) => void;
  /** Tells rows that stand above others; the same function while they are the same. */
  readonly headingOf?: (row: Row) => TableHeading | null;
  /** Folds away what stands below a heading, or shows it again. */
  readonly onFold?: (row: Row) => void;
  readonly contains?: TableContains<ColumnId>;
  readonly arrangement?: TableArrangement<ColumnId>;
  /** In place of the rows when there are none. */
  readonly empty?: ReactNode;
}
