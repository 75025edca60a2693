import type { PageInfo } from "#shared/model/document.ts";
import type { TextLayer } from "#shared/model/page-state.ts";
import { say } from "../messages/say.ts";
import styles from "./page-view.module.css";
import type { PageTextActions } from "./reader-types.ts";

interface PageChipProps {
  readonly info: PageInfo;
  /** Absent where nothing can be asked for (a preview). */
  readonly actions: PageTextActions | undefined;
}

/**
 * What stands between the reader and the words of a page, and what can be done about it. A page that was read by OCR says
 * so quietly, and offers its text layer where it has one; nothing stands there when the text layer is all there is.
 */
export function PageChip({ info, actions }: PageChipProps) {
  const trouble = describeText(info);
  if (trouble !== null) {
    const canAsk = info.ocr !== "done" && info.ocr !== "not-needed";
    return (
      <div className={styles.chip} data-inert="">
        {trouble}
        {canAsk && actions !== undefined && (
          <button type="button" onClick={actions.recognise}>
            {say("reader.recognise")}
          </button>
        )}
      </div>
    );
  }
  const source = describeSource(info);
  if (source === null) return null;
  const other = otherLayer(info);
  return (
    <div className={styles.source} data-inert="">
      <span>{source}</span>
      {other !== null && actions !== undefined && (
        <button type="button" onClick={() => actions.chooseLayer(info.page, other)}>
          {say(other === "ocr" ? "reader.useOcr" : "reader.useTextLayer")}
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
      return say(textState === "none" ? "reader.noTextWaiting" : "reader.poorTextWaiting");
    case "off":
      return say(textState === "none" ? "reader.noTextOff" : "reader.poorTextOff");
    case "failed":
      return say("reader.ocrFailed");
    case "done":
      return characters === 0 ? say("reader.ocrFoundNothing") : null;
    case "not-needed":
      return null;
  }
}

/** Where the text of a page that was recognised comes from, e.g. `OCR 87 %`; null for a page that OCR never saw. */
export function describeSource({
  layer,
  ocr,
  confidence,
}: Pick<PageInfo, "layer" | "ocr" | "confidence">): string | null {
  if (ocr !== "done") return null;
  if (layer === "text-layer") return say("reader.textLayer");
  return confidence === null ? say("reader.ocr") : say("reader.ocrConfidence", { confidence: Math.round(confidence) });
}

/** The text of a page that is not in use and could be; null when there is no other one. */
export function otherLayer({ layer, ocr, textState }: Pick<PageInfo, "layer" | "ocr" | "textState">): TextLayer | null {
  if (ocr !== "done") return null;
  if (layer === "text-layer") return "ocr";
  return textState === "none" ? null : "text-layer";
}
