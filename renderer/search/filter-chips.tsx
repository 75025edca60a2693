import type { SearchOptions } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import styles from "./result-head.module.css";
import { filterWords, toggleFilter } from "./search-request.ts";

interface FilterChipsProps {
  /** What filters are called; those that are not listed are shown as they are written. */
  readonly labels: ReadonlyMap<string, string>;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
}

/** What narrows the result besides the words of the search, each to be taken away. Nothing when nothing does. */
export function FilterChips({ labels, options, onOptions }: FilterChipsProps) {
  const { filters, without, confident } = options;
  if (filters.length === 0 && without.length === 0 && !confident) return null;
  const nameOf = (filter: string) => labels.get(filter) ?? filterWords(filter);
  return (
    <ul className={styles.filters} aria-label={say("search.narrowedBy")}>
      {filters.map((filter) => (
        <li key={filter}>
          <Chip
            tone="accent"
            title={filter}
            removeLabel={say("search.takeAwayFilter", { name: nameOf(filter) })}
            onRemove={() => onOptions(toggleFilter(options, filter))}
          >
            {nameOf(filter)}
          </Chip>
        </li>
      ))}
      {without.length > 0 && (
        <li>
          <Chip
            tone="accent"
            title={without.join(", ")}
            removeLabel={say("search.putBackForms")}
            onRemove={() => onOptions({ ...options, without: [] })}
          >
            {say("search.withoutForms", { count: without.length })}
          </Chip>
        </li>
      )}
      {confident && (
        <li>
          <Chip
            tone="accent"
            removeLabel={say("search.takeDoubtfulIn")}
            onRemove={() => onOptions({ ...options, confident: false })}
          >
            {say("search.withoutDoubtful")}
          </Chip>
        </li>
      )}
      <li>
        <Button size="small" variant="quiet" onClick={() => onOptions(withoutNarrowing(options))}>
          {say("search.clearFilters")}
        </Button>
      </li>
    </ul>
  );
}

/** The options with everything taken away that narrows. */
export function withoutNarrowing(options: SearchOptions): SearchOptions {
  return { ...options, filters: [], without: [], confident: false };
}
