import type { PageInfo } from "#shared/model/document.ts";
import styles from "./page-view.module.css";

interface PageChipProps {
  readonly info: PageInfo;
  /** Puts the document's pages first in the queue of OCR; absent where nothing can be asked for (a preview). */
  readonly onRecognise: (() => void) | undefined;
}

/** What stands between the reader and the words of a page, and what can be done about it; nothing when they are there. */
export function PageChip({ info, onRecognise }: PageChipProps) {
  const words = describeText(info);
  if (words === null) return null;
  const canAsk = onRecognise !== undefined && info.ocr !== "done" && info.ocr !== "not-needed";
  return (
    <div className={styles.chip} data-inert="">
      {words}
      {canAsk && (
        <button type="button" onClick={onRecognise}>
          OCR this now
        </button>
      )}
    </div>
  );
}

/** In words, why a page has no text that can be relied on; null when it has. */
export function describeText({
  ocr,
  characters,
  textState,
}: Pick<PageInfo, "ocr" | "characters" | "textState">): string | null {
  switch (ocr) {
    case "waiting":
      return textState === "none" ? "No text yet: waits for OCR" : "Text of little worth: waits for OCR";
    case "off":
      return textState === "none" ? "No text: imported without OCR" : "Text of little worth: imported without OCR";
    case "failed":
      return "OCR of this page failed";
    case "done":
      return characters === 0 ? "OCR found no words on this page" : null;
    case "not-needed":
      return null;
  }
}
