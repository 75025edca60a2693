import { say } from "../messages/say.ts";
import styles from "./library.module.css";

const ROWS = ["62%", "48%", "71%", "55%", "66%", "40%", "58%", "69%", "45%", "60%"];

/** The shape of the library before its first answer: nothing jumps when it comes. */
export function LibrarySkeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <span className={styles.hidden}>{say("library.listing")}</span>
      <div className={styles.bar} />
      {ROWS.map((width) => (
        <div key={width} className={styles.skeletonRow} aria-hidden>
          <span style={{ inlineSize: `calc(${width} / 2)` }} />
        </div>
      ))}
    </div>
  );
}
