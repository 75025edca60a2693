import { useMemo } from "react";
import type { PageInfo, PageText } from "#shared/model/document.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { say } from "../messages/say.ts";
import { type PageTransform, quadToRect } from "./page-transform.ts";
import styles from "./page-view.module.css";

interface DoubtfulWordsProps {
  readonly text: PageText;
  readonly transform: PageTransform;
}

/** A soft line under each word of which OCR was not sure. */
export function DoubtfulWords({ text, transform }: DoubtfulWordsProps) {
  const words = useMemo(
    () =>
      text.confidences
        .filter(([, , confidence]) => confidence < LOW_CONFIDENCE)
        .flatMap(([start, end, confidence]) =>
          quadsForRange(text.runs, start, end).map((quad) => ({ rect: quadToRect(transform, quad), confidence })),
        ),
    [text, transform],
  );
  return words.map(({ rect, confidence }) => (
    <div
      key={`${rect.left}:${rect.top}`}
      className={styles.doubtful}
      data-baseline={rect.baseline}
      title={say("reader.doubtfulWord", { confidence: Math.round(confidence) })}
      style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
    />
  ));
}

interface HiddenPlacesProps {
  readonly info: PageInfo;
  readonly transform: PageTransform;
}

/** A frame around each place where text lies under a cover: it looks redacted and is not. */
export function HiddenPlaces({ info, transform }: HiddenPlacesProps) {
  return info.hidden.map(({ box: [left, bottom, right, top], characters, cover }) => {
    const rect = quadToRect(transform, [left, top, right, top, left, bottom, right, bottom]);
    return (
      <div
        key={`${left}:${bottom}`}
        className={styles.hidden}
        title={say("reader.hiddenText", { characters, cover })}
        style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
      />
    );
  });
}
