import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { OutlineItem, PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import styles from "./outline-panel.module.css";
import { initiallyExpanded, type OutlineRow, rowOfPage, visibleRows } from "./outline-tree.ts";

export interface OutlinePanelProps {
  readonly outline: readonly OutlineItem[];
  readonly pageInfos: readonly PageInfo[];
  readonly currentPage: number;
  readonly onGoToPage: (page: number) => void;
}

/** The document's own table of contents: a tree for mouse and keyboard. */
export function OutlinePanel({ outline, pageInfos, currentPage, onGoToPage }: OutlinePanelProps) {
  const [expanded, setExpanded] = useState(() => initiallyExpanded(outline));
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => visibleRows(outline, expanded), [outline, expanded]);
  const here = rowOfPage(rows, currentPage);
  const tabStop = rows.find((row) => row.key === focused)?.key ?? here?.key ?? rows[0]?.key;

  useEffect(() => {
    if (here === null || tree.current?.contains(document.activeElement) === true) return;
    rowElement(tree.current, here.key)?.scrollIntoView({ block: "nearest" });
  }, [here]);

  const setOpen = (row: OutlineRow, open: boolean): void => {
    const next = new Set(expanded);
    if (open) next.add(row.key);
    else next.delete(row.key);
    setExpanded(next);
  };
  const focusRow = (row: OutlineRow | undefined): void => {
    if (row === undefined) return;
    setFocused(row.key);
    rowElement(tree.current, row.key)?.focus();
  };
  const open = (row: OutlineRow): void => {
    setFocused(row.key);
    if (row.page !== null) onGoToPage(row.page);
    else if (row.hasChildren) setOpen(row, !row.expanded);
  };

  /** False for a key that the tree has no use for. */
  const press = (key: string, row: OutlineRow): boolean => {
    const index = rows.indexOf(row);
    switch (key) {
      case "ArrowDown":
        focusRow(rows[index + 1]);
        return true;
      case "ArrowUp":
        focusRow(rows[index - 1]);
        return true;
      case "Home":
        focusRow(rows[0]);
        return true;
      case "End":
        focusRow(rows.at(-1));
        return true;
      case "ArrowRight":
        if (row.hasChildren && !row.expanded) setOpen(row, true);
        else if (row.expanded) focusRow(rows[index + 1]);
        return true;
      case "ArrowLeft":
        if (row.expanded) setOpen(row, false);
        else focusRow(rows.find((candidate) => candidate.key === row.parent));
        return true;
      case "Enter":
      case " ":
        open(row);
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(event.key, row)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (rows.length === 0) return <p className={styles.empty}>{say("reader.noOutline")}</p>;
  return (
    <div ref={tree} role="tree" aria-label={say("reader.outline")} className={styles.tree}>
      {rows.map((row) => (
        <div
          key={row.key}
          role="treeitem"
          data-key={row.key}
          tabIndex={row.key === tabStop ? 0 : -1}
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={row.hasChildren ? row.expanded : undefined}
          aria-selected={row.key === here?.key}
          className={classes(styles.row, row.key === here?.key && styles.here, row.page === null && styles.dead)}
          style={{ paddingLeft: 6 + (row.level - 1) * 14 }}
          title={row.page === null ? say("reader.deadEntry", { title: row.title }) : row.title}
          onClick={() => open(row)}
          onKeyDown={(event) => onKeyDown(event, row)}
        >
          <span
            className={classes(styles.fold, row.expanded && styles.unfolded)}
            aria-hidden="true"
            onClick={(event) => {
              if (!row.hasChildren) return;
              event.stopPropagation();
              setOpen(row, !row.expanded);
            }}
          >
            {row.hasChildren && <ChevronRight />}
          </span>
          <span className={styles.title}>{row.title}</span>
          {row.page !== null && <span className={styles.page}>{pageInfos[row.page - 1]?.label ?? row.page}</span>}
        </div>
      ))}
    </div>
  );
}

function rowElement(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
}
