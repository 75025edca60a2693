import { snippetParts } from "./group-results.ts";
import styles from "./search.module.css";

interface SnippetTextProps {
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The words around hits, the hits marked. */
export function SnippetText({ snippet, marks }: SnippetTextProps) {
  return (
    <span className={styles.words}>
      {snippetParts(snippet, marks).map((part) =>
        part.marked ? <mark key={part.start}>{part.text}</mark> : <span key={part.start}>{part.text}</span>,
      )}
    </span>
  );
}
