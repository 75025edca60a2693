import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp, X } from "lucide-react";
import { useNavigation } from "../app/navigation.ts";
import { formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./hit-bar.module.css";
import type { ReaderHits } from "./use-reader-hits.ts";

interface HitBarProps {
  readonly hits: ReaderHits;
  readonly onStep: (direction: 1 | -1) => void;
}

/** Over the open document: which hit of the search this is, which document of its result, and the way on. */
export function HitBar({ hits, onStep }: HitBarProps) {
  const { openSearch } = useNavigation();
  const { trail, neighbours } = hits;
  if (trail === null) return null;
  const { query } = trail.search;
  return (
    <section className={styles.bar} aria-label="Hits of the search">
      <button
        type="button"
        className={styles.query}
        title={`Back to the results of ${query}`}
        onClick={() => openSearch(trail.search)}
      >
        {query}
      </button>
      <span className={styles.counts} role="status">
        <b>{hitCount(hits)}</b>
        {neighbours.rank !== null && neighbours.documents !== null && (
          <span className={styles.documents}>
            document {formatNumber(neighbours.rank + 1)} of {formatNumber(neighbours.documents)}
          </span>
        )}
      </span>
      <span className={styles.spring} />
      <IconButton
        size="small"
        label="Previous hit"
        shortcut="P"
        icon={<ChevronUp aria-hidden />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        size="small"
        label="Next hit"
        shortcut="N"
        icon={<ChevronDown aria-hidden />}
        onClick={() => onStep(1)}
      />
      {neighbours.rank !== null && (
        <>
          <IconButton
            size="small"
            label="Previous document of the result"
            icon={<ChevronsUp aria-hidden />}
            aria-disabled={neighbours.previous === null}
            onClick={() => hits.stepDocument(-1)}
          />
          <IconButton
            size="small"
            label="Next document of the result"
            icon={<ChevronsDown aria-hidden />}
            aria-disabled={neighbours.next === null}
            onClick={() => hits.stepDocument(1)}
          />
        </>
      )}
      <IconButton size="small" label="Stop showing hits" icon={<X aria-hidden />} onClick={hits.clear} />
    </section>
  );
}

function hitCount({ hits, at }: ReaderHits): string {
  if (hits === null) return "looking for hits";
  if (at === null) return "no hits in its pages";
  return `hit ${formatNumber(at + 1)} of ${formatNumber(hits.length)}`;
}
