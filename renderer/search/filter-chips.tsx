import type { SearchOptions } from "#shared/model/search.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { formatCount } from "../ui/format.ts";
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
    <ul className={styles.filters} aria-label="Narrowed by">
      {filters.map((filter) => (
        <li key={filter}>
          <Chip
            tone="accent"
            title={filter}
            removeLabel={`Take away the filter ${nameOf(filter)}`}
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
            removeLabel="Put back all forms that were taken out"
            onRemove={() => onOptions({ ...options, without: [] })}
          >
            without {formatCount(without.length, "form")}
          </Chip>
        </li>
      )}
      {confident && (
        <li>
          <Chip
            tone="accent"
            removeLabel="Take doubtful OCR in again"
            onRemove={() => onOptions({ ...options, confident: false })}
          >
            without doubtful OCR
          </Chip>
        </li>
      )}
      <li>
        <Button size="small" variant="quiet" onClick={() => onOptions(withoutNarrowing(options))}>
          Clear
        </Button>
      </li>
    </ul>
  );
}

/** The options with everything taken away that narrows. */
export function withoutNarrowing(options: SearchOptions): SearchOptions {
  return { ...options, filters: [], without: [], confident: false };
}
