import { PanelLeft, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { SearchSort } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { countLine, durationOf } from "./counts.ts";
import styles from "./result-head.module.css";
import { SortMenu } from "./sort-menu.tsx";
import type { Answered } from "./use-search.ts";
import type { SearchSides } from "./use-search-sides.ts";

interface ResultHeadProps {
  readonly answered: Answered;
  readonly stale: boolean;
  /** A newer search is on its way. */
  readonly searching: boolean;
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
  readonly sides: SearchSides;
  /** What can be done with the search itself: keep it, certify it. */
  readonly children: ReactNode;
}

/** The counts of the result, its order, and what stands beside it. */
export function ResultHead({ answered, stale, searching, sort, onSort, sides, children }: ResultHeadProps) {
  const { answer, request } = answered;
  return (
    <header className={styles.head}>
      <IconButton
        label={sides.side ? say("search.hideFilters") : say("search.showFilters")}
        icon={<PanelLeft aria-hidden />}
        pressed={sides.side}
        onClick={sides.toggleSide}
      />
      <h1 className={styles.counts} aria-live="polite" title={countLine(answer)}>
        {countLine(answer)}
      </h1>
      <span className={styles.took}>
        {stale ? say("search.forQuery", { query: request.query }) : durationOf(answer.tookMs)}
      </span>
      {searching && <Spinner label={say("search.searching")} visible />}
      <span className={styles.spring} />
      <SortMenu sort={sort} onSort={onSort} />
      {children}
      <IconButton
        label={sides.preview ? say("search.hidePreview") : say("search.showPreview")}
        icon={<PanelRight aria-hidden />}
        pressed={sides.preview}
        onClick={sides.togglePreview}
      />
    </header>
  );
}
