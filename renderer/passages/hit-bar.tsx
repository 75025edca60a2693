import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp, X } from "lucide-react";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
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
    <section className={styles.bar} aria-label={say("passages.hitBar")}>
      <button
        type="button"
        className={styles.query}
        title={say("passages.backToResults", { query })}
        onClick={() => openSearch(trail.search)}
      >
        {query}
      </button>
      <span className={styles.counts} role="status">
        <b>{hitCount(hits)}</b>
        {neighbours.rank !== null && neighbours.documents !== null && (
          <span className={styles.documents}>
            {say("passages.resultDocument", { number: neighbours.rank + 1, documents: neighbours.documents })}
          </span>
        )}
      </span>
      <span className={styles.spring} />
      <IconButton
        size="small"
        label={say("passages.previousHit")}
        shortcut="P"
        icon={<ChevronUp aria-hidden />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        size="small"
        label={say("passages.nextHit")}
        shortcut="N"
        icon={<ChevronDown aria-hidden />}
        onClick={() => onStep(1)}
      />
      {neighbours.rank !== null && (
        <>
          <IconButton
            size="small"
            label={say("passages.previousDocument")}
            icon={<ChevronsUp aria-hidden />}
            aria-disabled={neighbours.previous === null}
            onClick={() => hits.stepDocument(-1)}
          />
          <IconButton
            size="small"
            label={say("passages.nextDocument")}
            icon={<ChevronsDown aria-hidden />}
            aria-disabled={neighbours.next === null}
            onClick={() => hits.stepDocument(1)}
          />
        </>
      )}
      <IconButton size="small" label={say("passages.stopHits")} icon={<X aria-hidden />} onClick={hits.clear} />
    </section>
  );
}

function hitCount({ hits, at }: ReaderHits): string {
  if (hits === null) return say("passages.lookingForHits");
  if (at === null) return say("passages.noHits");
  return say("passages.hitOf", { number: at + 1, hits: hits.length });
}
