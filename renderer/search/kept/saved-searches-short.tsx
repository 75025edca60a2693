import type { SavedSearchState } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { say } from "../../messages/say.ts";
import { Chip } from "../../ui/chip.tsx";
import { newsOf } from "./saved-search-order.ts";
import styles from "./saved-searches.module.css";
import { useSavedList } from "./use-saved-list.ts";
import { useSavedSearches } from "./use-saved-searches.ts";

/** Saved searches that the empty search view shows. */
const SHOWN = 6;

/** A few saved searches for the view in which nothing was searched yet: those with something new first. */
export function SavedSearchesShort() {
  const { showSearchPlace } = useNavigation();
  const { data } = useSavedList();
  const { run } = useSavedSearches();
  const searches = data?.searches ?? [];
  if (searches.length === 0) return null;
  return (
    <section className={styles.short} aria-label={say("kept.savedSearches")}>
      <div className={styles.shortHead}>
        <h3 className={styles.shortTitle}>{say("kept.savedSearches")}</h3>
        <button type="button" className={styles.all} onClick={() => showSearchPlace("saved")}>
          {searches.length > SHOWN ? say("kept.allSaved", { count: searches.length }) : say("kept.renameOrDelete")}
        </button>
      </div>
      <ul className={styles.shortList}>
        {newestFirst(searches).map((saved) => {
          const news = saved.problem === null ? newsOf(saved) : null;
          return (
            <li key={saved.savedSearchId}>
              <button type="button" className={styles.line} onClick={() => run(saved)}>
                <span className={styles.lineName}>{saved.name}</span>
                <code className={styles.query}>{saved.search.query}</code>
                {saved.problem !== null && <Chip tone="bad">{say("kept.cannotBeMade")}</Chip>}
                {saved.problem === null &&
                  (news === null ? (
                    <span className={styles.quiet}>
                      {saved.now === null ? "" : say("kept.documents", { count: saved.now.documents })}
                    </span>
                  ) : (
                    <Chip tone="accent">{say("kept.newsSince", { news })}</Chip>
                  ))}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The first of those to show: most news first, then those that were looked at last. */
export function newestFirst(searches: readonly SavedSearchState[]): readonly SavedSearchState[] {
  return searches
    .toSorted(
      (left, right) =>
        right.newDocuments.length - left.newDocuments.length ||
        (right.lookedAt ?? right.createdAt).localeCompare(left.lookedAt ?? left.createdAt),
    )
    .slice(0, SHOWN);
}
