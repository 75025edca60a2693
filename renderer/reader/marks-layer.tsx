import { type CSSProperties, memo } from "react";
import type { TagColor } from "#shared/model/tag.ts";
import { classes } from "../ui/classes.ts";
import styles from "./marks-layer.module.css";
import { type BaselineEdge, type PageTransform, quadToRect } from "./page-transform.ts";
import type { ReaderMark } from "./reader-types.ts";

export interface MarksLayerProps {
  readonly marks: readonly ReaderMark[];
  readonly transform: PageTransform;
  readonly onActivate: (id: string, anchor: DOMRect) => void;
}

function lookOf(mark: ReaderMark): string {
  const { look } = mark;
  if (look.kind === "hit") return classes(styles.hit, look.current && styles.now);
  return classes(
    styles.passage,
    styles[look.color ?? "none"],
    look.boxed && styles.boxed,
    look.current && styles.current,
  );
}

/** Pixels of one colour on the line of a passage that has several. */
const STRIPE = 9;

/** The line below a passage with several tags has the colour of each in turn. */
function stripes(colors: readonly TagColor[], baseline: BaselineEdge): CSSProperties {
  if (colors.length < 2) return {};
  const towards = baseline === "bottom" || baseline === "top" ? "90deg" : "180deg";
  const steps = colors.map((color, at) => `var(--mark-${color}) ${at * STRIPE}px ${(at + 1) * STRIPE}px`);
  return { "--line-paint": `repeating-linear-gradient(${towards}, ${steps.join(", ")})` } as CSSProperties;
}

/**
 * The marks of one page. Each is a button on its first line that carries its other lines, so that only the text itself
 * can be clicked. Hits are left out of the tab order: there may be hundreds, and N and P walk them.
 */
export const MarksLayer = memo(function MarksLayer({ marks, transform, onActivate }: MarksLayerProps) {
  return marks.map((mark) => {
    const rects = mark.quads.map((quad) => quadToRect(transform, quad));
    const first = rects[0];
    if (first === undefined) return null;
    const { look } = mark;
    const isHit = look.kind === "hit";
    const lane = isHit ? {} : ({ "--lane": look.lane } as CSSProperties);
    const paint = isHit ? {} : stripes(look.colors, first.baseline);
    return (
      <button
        key={mark.id}
        type="button"
        data-mark={mark.id}
        data-kind={look.kind}
        className={classes(styles.mark, lookOf(mark))}
        data-baseline={first.baseline}
        style={{ left: first.left, top: first.top, width: first.width, height: first.height, ...lane, ...paint }}
        title={mark.label}
        aria-label={mark.label}
        aria-current={look.current ? "true" : undefined}
        tabIndex={isHit ? -1 : 0}
        onClick={(event) => onActivate(mark.id, event.currentTarget.getBoundingClientRect())}
      >
        {rects.slice(1).map((rect) => (
          <span
            key={`${rect.left}:${rect.top}`}
            data-baseline={rect.baseline}
            className={styles.line}
            style={{ left: rect.left - first.left, top: rect.top - first.top, width: rect.width, height: rect.height }}
          />
        ))}
      </button>
    );
  });
});
