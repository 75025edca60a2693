import { type ProblemPlace, problemPlace } from "../problem-place.ts";
import styles from "./term-list.module.css";

interface ProblemTextProps {
  readonly query: string;
  /** Code units; null when no place can be named. */
  readonly offset: number | null;
  /** Nothing is cut, however long the search is. */
  readonly whole?: boolean;
}

/** A search with the character marked at which it cannot be read; at its end an empty place is marked. */
export function ProblemText({ query, offset, whole = false }: ProblemTextProps) {
  if (offset === null) return <span className={styles.wrongQuery}>{query}</span>;
  const { before, at, after } = whole ? wholePlace(query, offset) : problemPlace(query, offset);
  return (
    <span className={styles.wrongQuery}>
      {before}
      <mark className={styles.at}>{at === "" ? "\u00a0" : at}</mark>
      {after}
    </span>
  );
}

function wholePlace(query: string, offset: number): ProblemPlace {
  const at = query.codePointAt(offset);
  const end = offset + (at === undefined ? 0 : String.fromCodePoint(at).length);
  return { before: query.slice(0, offset), at: query.slice(offset, end), after: query.slice(end) };
}
