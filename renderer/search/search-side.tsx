import { useId } from "react";
import type { SearchFacet, SearchOptions } from "#shared/model/search.ts";
import { useRemembered } from "../ui/use-panel-open.ts";
import { ExplanationPanel } from "./explanation-panel.tsx";
import { FacetList } from "./facet-list.tsx";
import { toggleFilter, toggleForm } from "./search-request.ts";
import styles from "./search-side.module.css";
import { panelId, TabList, tabId } from "./tab-list.tsx";
import type { Answered } from "./use-search.ts";

/** What the side shows. */
export type SideTab = "narrow" | "read-as";

/** Which of its two the side shows, remembered on this machine. */
export function useSideTab() {
  return useRemembered<SideTab>("search-side-tab", ["narrow", "read-as"]);
}

interface SearchSideProps {
  readonly answered: Answered;
  /** Null until they have been counted. */
  readonly facets: readonly SearchFacet[] | null;
  readonly stale: boolean;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
}

/** Left of the results: what they can be narrowed by, and how the search was read. */
export function SearchSide({ answered, facets, stale, options, onOptions }: SearchSideProps) {
  const [tab, setTab] = useSideTab();
  const prefix = useId();
  return (
    <aside className={styles.side} aria-label="Narrow and explain">
      <div className={styles.sideHead}>
        <TabList
          label="Beside the results"
          prefix={prefix}
          tabs={[
            { id: "narrow", label: "Narrow" },
            { id: "read-as", label: "Read as" },
          ]}
          current={tab}
          onChange={setTab}
        />
      </div>
      <div
        id={panelId(prefix, tab)}
        className={styles.sideBody}
        role="tabpanel"
        aria-labelledby={tabId(prefix, tab)}
        data-stale={stale || undefined}
      >
        <h2 className={styles.hidden}>{tab === "narrow" ? "Narrow the result" : "How the search was read"}</h2>
        {tab === "narrow" ? (
          <FacetList
            facets={facets}
            filters={options.filters}
            onToggle={(filter) => onOptions(toggleFilter(options, filter))}
          />
        ) : (
          <ExplanationPanel
            explanation={answered.answer.explanation}
            options={options}
            onOptions={onOptions}
            onToggleForm={(source, form) => onOptions(toggleForm(options, source, form))}
          />
        )}
      </div>
    </aside>
  );
}
