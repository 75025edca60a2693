import { memo } from "react";
import type { SearchResultPage } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { pageName } from "./counts.ts";
import styles from "./search.module.css";
import { SnippetText } from "./snippet-text.tsx";

interface SnippetLineProps {
  readonly result: SearchResultPage;
  readonly current: boolean;
  /** Tab stop only in the current document: a long list has one path through it. */
  readonly reachable: boolean;
  readonly onChoose: (result: SearchResultPage) => void;
  readonly onOpen: (result: SearchResultPage) => void;
}

/** One page of a result: its label, the words around the hits, the hits marked. */
export const SnippetLine = memo(function SnippetLine(props: SnippetLineProps) {
  const { result, current, reachable, onChoose, onOpen } = props;
  return (
    <li>
      <button
        type="button"
        className={styles.snippet}
        tabIndex={reachable ? 0 : -1}
        data-current={current || undefined}
        onClick={() => onChoose(result)}
        onDoubleClick={() => onOpen(result)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onOpen(result);
        }}
      >
        <span className={styles.place}>{pageName(result.page, result.label)}</span>
        <SnippetText snippet={result.snippet} marks={result.snippetMarks} />
        {result.hits.length > 1 && (
          <span className={styles.more}>{say("search.hits", { count: result.hits.length })}</span>
        )}
      </button>
    </li>
  );
});
