import { EyeOff } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { formatNumber } from "../ui/format.ts";
import styles from "./library.module.css";

/** Where a document stands with its text, in a few words; hidden text that waits for a decision stands before all else. */
export function TextStatus({ document }: { readonly document: DocumentSummary }) {
  const { pagesWaiting, pagesWithoutText, pagesByOcr, confidence, hiddenUndecided } = document;
  return (
    <span className={styles.status}>
      {hiddenUndecided > 0 && (
        <span className={styles.bad} title={`Text lies hidden under ${formatNumber(hiddenUndecided)} covers`}>
          <EyeOff aria-label="Hidden text" />
        </span>
      )}
      {pagesWaiting > 0 ? (
        <span className={styles.warn}>
          {formatNumber(pagesWaiting)} {pagesWaiting === 1 ? "waits" : "wait"} for OCR
        </span>
      ) : pagesWithoutText > 0 ? (
        <span className={styles.warn}>{formatNumber(pagesWithoutText)} without text</span>
      ) : pagesByOcr > 0 ? (
        <span className={confidence !== null && confidence < LOW_CONFIDENCE ? styles.warn : ""}>
          OCR{confidence !== null && ` ${Math.round(confidence)} %`}
        </span>
      ) : (
        <span className={styles.none}>text layer</span>
      )}
    </span>
  );
}
