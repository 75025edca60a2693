import { memo } from "react";
import { say } from "../messages/say.ts";
import { stripCells } from "./hit-strip.ts";
import styles from "./search.module.css";

/** Cells of the strip: enough to tell places apart, few enough to point at. */
const CELLS = 72;

interface HitStripViewProps {
  readonly matchingPages: readonly number[];
  readonly totalPages: number;
  /** Page of the current hit when it lies in this document. */
  readonly currentPage: number | null;
  readonly onPage: (page: number) => void;
}

/**
 * Shows where in a document the hits stand, first page at the left. Cells with hits can be clicked; by keyboard the same
 * places are reached through the list of pages, so the strip is left out of the order of tabs.
 */
export const HitStripView = memo(function HitStripView(props: HitStripViewProps) {
  const { matchingPages, totalPages, currentPage, onPage } = props;
  const cells = stripCells(matchingPages, totalPages, CELLS);
  return (
    <div className={styles.strip} aria-hidden="true">
      {cells.map((cell) => {
        const { match } = cell;
        if (match === null) return <i key={cell.from} className={styles.cell} />;
        const current = currentPage !== null && currentPage >= cell.from && currentPage <= cell.to;
        return (
          <button
            key={cell.from}
            type="button"
            tabIndex={-1}
            className={styles.cell}
            data-hit
            data-current={current || undefined}
            title={
              cell.from === cell.to
                ? say("search.pageTitle", { page: cell.from })
                : say("search.pagesTitle", { from: cell.from, to: cell.to })
            }
            onClick={(event) => {
              event.stopPropagation();
              onPage(match);
            }}
          />
        );
      })}
    </div>
  );
});
