import { EyeOff } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { say } from "../messages/say.ts";
import styles from "./library.module.css";

/** Where a document stands with its text, in a few words; hidden text that waits for a decision stands before all else. */
export function TextStatus({ document }: { readonly document: DocumentSummary }) {
  const { pagesWaiting, pagesWithoutText, pagesByOcr, confidence, hiddenUndecided } = document;
  return (
    <span className={styles.status}>
      {hiddenUndecided > 0 && (
        <span className={styles.bad} title={say("library.hiddenUnderCovers", { count: hiddenUndecided })}>
          <EyeOff aria-label={say("library.hiddenText")} />
        </span>
      )}
      {pagesWaiting > 0 ? (
        <span className={styles.warn}>{say("library.waitForOcr", { count: pagesWaiting })}</span>
      ) : pagesWithoutText > 0 ? (
        <span className={styles.warn}>{say("library.withoutText", { count: pagesWithoutText })}</span>
      ) : pagesByOcr > 0 ? (
        <span className={confidence !== null && confidence < LOW_CONFIDENCE ? styles.warn : ""}>
          {confidence === null ? say("library.byOcr") : say("library.ocrPercent", { percent: Math.round(confidence) })}
        </span>
      ) : (
        <span className={styles.none}>{say("library.byTextLayer")}</span>
      )}
    </span>
  );
}
