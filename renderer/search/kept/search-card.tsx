import type { SearchRequest } from "#shared/model/search.ts";
import styles from "./kept.module.css";
import { optionWords } from "./search-words.ts";

/** The search that a dialog is about: as it was typed, and how it is read. */
export function SearchCard({ search }: { readonly search: SearchRequest }) {
  const words = optionWords(search);
  return (
    <div className={styles.card}>
      <code className={styles.query}>{search.query}</code>
      {words !== "" && <p className={styles.options}>{words}</p>}
    </div>
  );
}
