// biome-ignore-all lint/a11y/useSemanticElements: a line between two parts that moves is no <hr>
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { say } from "../messages/say.ts";
import { classes } from "./classes.ts";
import styles from "./separator.module.css";

export interface SeparatorProps {
  /** What it changes the size of, for screen readers. */
  readonly label: string;
  /** Id of the element whose size `value` is. */
  readonly controls: string;
  /** All in the unit of `value`; `step` is what an arrow key does, four of it with Shift. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How many of the unit a pixel is, read when a drag begins. */
  readonly unitsPerPixel?: () => number;
  /** On which side of the line the element stands: `before` grows by moving right, `after` by moving left. */
  readonly side: "before" | "after";
  /** While it moves; nothing is to be remembered yet. */
  readonly onMove: (value: number) => void;
  /** Where it came to rest, within `min` and `max`. */
  readonly onSettle: (value: number) => void;
  /** Enter, or a drag far beyond `min`: folds the element away. Absent where it always stays. */
  readonly onCollapse?: () => void;
  /** A double press puts the element back to the size that it has at first. */
  readonly onReset: () => void;
}

/** Share of `min` below which a drag folds the element away. */
const COLLAPSED_BELOW = 0.5;

/** The line between two parts that can be moved: by dragging, or with arrows, Home and End (ARIA "window splitter"). */
export function Separator(props: SeparatorProps) {
  const { label, controls, value, min, max, step, side, onMove, onSettle, onCollapse, onReset } = props;
  const drag = useRef<{ readonly x: number; readonly value: number; readonly perPixel: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted));

  const wantedAt = (event: PointerEvent): number | null => {
    if (drag.current === null) return null;
    const moved = (event.clientX - drag.current.x) * drag.current.perPixel;
    return drag.current.value + (side === "before" ? moved : -moved);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, value, perPixel: props.unitsPerPixel?.() ?? 1 };
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    const wanted = wantedAt(event);
    if (wanted !== null) onMove(within(wanted));
  };
  const end = (event: PointerEvent, stays: boolean) => {
    const wanted = wantedAt(event);
    if (wanted === null || drag.current === null) return;
    const before = drag.current.value;
    drag.current = null;
    setDragging(false);
    if (!stays) onSettle(before);
    else if (onCollapse !== undefined && wanted < min * COLLAPSED_BELOW) {
      onSettle(before);
      onCollapse();
    } else if (within(wanted) !== before) onSettle(within(wanted));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" && onCollapse !== undefined) {
      event.preventDefault();
      onCollapse();
      return;
    }
    const next = valueAfter(event.key, { value, min, max, side, step: event.shiftKey ? step * 4 : step });
    if (next === null) return;
    event.preventDefault();
    onSettle(next);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      title={say("ui.resizeHint")}
      tabIndex={0}
      className={classes(styles.separator, dragging && styles.dragging)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}

interface KeyStep extends Pick<SeparatorProps, "value" | "min" | "max" | "step" | "side"> {}

/** The value that a key leads to, within its ends; null for other keys. The line moves as the arrow points. */
export function valueAfter(key: string, { value, min, max, step, side }: KeyStep): number | null {
  const toRight = side === "before" ? step : -step;
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted));
  switch (key) {
    case "ArrowRight":
      return within(value + toRight);
    case "ArrowLeft":
      return within(value - toRight);
    case "Home":
      return min;
    case "End":
      return max;
    default:
      return null;
  }
}
