import { Activity, type ReactNode } from "react";
import { type SearchPlace, useNavigation } from "../../app/navigation.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { panelId, TabList, tabId } from "../tab-list.tsx";
import { SavedSearchesView } from "./saved-searches-view.tsx";
import styles from "./search-places.module.css";
import { TermListView } from "./term-list-view.tsx";
import { useSavedList } from "./use-saved-list.ts";

const PREFIX = "search-place";

const LABELS: Readonly<Record<SearchPlace, MessageKey>> = {
  results: "kept.results",
  saved: "kept.savedSearches",
  terms: "kept.termList",
};

/** The search view with what belongs beside a result: saved searches and term lists. Each keeps what it shows. */
export function SearchPlaces({ results }: { readonly results: ReactNode }) {
  const { searchPlace, showSearchPlace, view } = useNavigation();
  // Saved searches are all made anew for this figure: only where somebody looks for it.
  const saved = useSavedList({ enabled: view === "search" });
  const withNews = saved.data?.searches.filter(({ newDocuments }) => newDocuments.length > 0).length ?? 0;
  const panels: readonly { readonly id: SearchPlace; readonly content: ReactNode }[] = [
    { id: "results", content: results },
    { id: "saved", content: <SavedSearchesView /> },
    { id: "terms", content: <TermListView /> },
  ];
  return (
    <div className={styles.places}>
      <div className={styles.strip}>
        <TabList
          label={say("kept.partsOfSearch")}
          prefix={PREFIX}
          current={searchPlace}
          onChange={showSearchPlace}
          tabs={panels.map(({ id }) => ({
            id,
            label: say(LABELS[id]),
            ...(id === "saved" && withNews > 0 ? { count: say("kept.withNews", { count: withNews }) } : {}),
          }))}
        />
      </div>
      {panels.map(({ id, content }) => (
        <Activity key={id} mode={id === searchPlace ? "visible" : "hidden"}>
          <div role="tabpanel" id={panelId(PREFIX, id)} aria-labelledby={tabId(PREFIX, id)} className={styles.panel}>
            {content}
          </div>
        </Activity>
      ))}
    </div>
  );
}
