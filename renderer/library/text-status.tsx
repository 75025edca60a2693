import { EyeOff } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { say } from "../messages/say.ts";
import { statusText } from "./document-values.ts";
import styles from "./library.module.css";

/** Where a document stands with its text, in a few words; hidden text that waits for a decision stands before all else. */
export function TextStatus({ document }: { readonly document: DocumentSummary }) {
  const { pagesWithoutText, pagesWaiting, pagesByOcr, confidence, hiddenUndecided } = document;
  const isDoubtful = pagesWaiting + pagesWithoutText > 0 || (confidence !== null && confidence < LOW_CONFIDENCE);
  const tone = isDoubtful ? styles.warn : pagesByOcr === 0 ? styles.none : undefined;
  return (
    <span className={styles.status}>
      {hiddenUndecided > 0 && (
        <span className={styles.bad} title={say("library.hiddenUnderCovers", { count: hiddenUndecided })}>
          <EyeOff aria-label={say("library.hiddenText")} />
        </span>
      )}
      <span className={tone}>{statusText(document)}</span>
    </span>
  );
}
