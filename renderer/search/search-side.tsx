import { useId } from "react";
import type { SearchExplanation, SearchFacet, SearchOptions } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { SidePanel } from "../ui/side-panel.tsx";
import { useRemembered } from "../ui/use-panel-open.ts";
import { ExplanationPanel } from "./explanation-panel.tsx";
import { FacetList } from "./facet-list.tsx";
import { toggleFilter, toggleForm } from "./search-request.ts";
import styles from "./search-side.module.css";
import { panelId, TabList, tabId } from "./tab-list.tsx";

/** What the side shows. */
export type SideTab = "narrow" | "read-as";

/** Which of its two the side shows, remembered on this machine. */
export function useSideTab() {
  return useRemembered<SideTab>("search-side-tab", ["narrow", "read-as"]);
}

interface SearchSideProps {
  /** Null until they have been counted. */
  readonly facets: readonly SearchFacet[] | null;
  readonly explanation: SearchExplanation;
  readonly stale: boolean;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
  readonly onCollapse: () => void;
}

/** Left of the results: what they can be narrowed by, and how the search was read. */
export function SearchSide({ facets, explanation, stale, options, onOptions, onCollapse }: SearchSideProps) {
  const [tab, setTab] = useSideTab();
  const prefix = useId();
  return (
    <SidePanel
      name="search-side"
      label={say("search.narrowAndExplain")}
      side="start"
      widths={{ initial: 236, min: 180, max: 420 }}
      onCollapse={onCollapse}
    >
      <div className={styles.sideHead}>
        <TabList
          label={say("search.besideResults")}
          prefix={prefix}
          tabs={[
            { id: "narrow", label: say("search.narrow") },
            { id: "read-as", label: say("search.readAsTab") },
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
        <h2 className={styles.hidden}>{tab === "narrow" ? say("search.narrowResult") : say("search.howRead")}</h2>
        {tab === "narrow" ? (
          <FacetList
            facets={facets}
            filters={options.filters}
            onToggle={(filter) => onOptions(toggleFilter(options, filter))}
          />
        ) : (
          <ExplanationPanel
            explanation={explanation}
            options={options}
            onOptions={onOptions}
            onToggleForm={(source, form) => onOptions(toggleForm(options, source, form))}
          />
        )}
      </div>
    </SidePanel>
  );
}
