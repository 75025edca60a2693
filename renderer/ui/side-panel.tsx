import { type ReactNode, useId, useState } from "react";
import { say } from "../messages/say.ts";
import { classes } from "./classes.ts";
import { usePanelMemory } from "./panel-memory.ts";
import { Separator } from "./separator.tsx";
import styles from "./side-panel.module.css";
import { useMeasuredToken } from "./use-measured-token.ts";
import { useNarrow } from "./use-narrow.ts";

/** Widths in CSS pixels at the normal size of text. */
export interface PanelWidths {
  readonly initial: number;
  /** At first where there is little room (`useNarrow`); `initial` when absent. */
  readonly narrow?: number;
  readonly min: number;
  readonly max: number;
}

export interface SidePanelProps {
  /** Under which its width is remembered for the case; the same everywhere the panel stands. */
  readonly name: string;
  /** Its accessible name, as a complementary landmark. */
  readonly label: string;
  /** Where it stands in its row: `start` is left of what it belongs to. */
  readonly side: "start" | "end";
  readonly widths: PanelWidths;
  /** Folds it away: dragged to nothing, or Enter on its edge. The view has the button that brings it back. */
  readonly onCollapse?: () => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * A panel beside a view, in a row (`display: flex`) with it. Its inner edge moves, by dragging and by keyboard, and where
 * it was left is remembered for the case.
 */
export function SidePanel({ name, label, side, widths, onCollapse, className, children }: SidePanelProps) {
  const id = useId();
  const narrow = useNarrow();
  const scale = useMeasuredToken("--scale");
  const key = narrow ? `width/${name}/narrow` : `width/${name}`;
  const [stored, memory] = usePanelMemory(key);
  const [moving, setMoving] = useState<number | null>(null);
  const initial = (narrow ? widths.narrow : undefined) ?? widths.initial;
  const width = moving ?? widthOf(stored, widths) ?? initial;
  const settle = (next: number) => {
    setMoving(null);
    memory.write(key, String(Math.round(next)));
  };
  const edge = (
    <Separator
      label={say("ui.widthOf", { panel: label })}
      controls={id}
      value={width}
      min={widths.min}
      max={widths.max}
      step={16}
      unitsPerPixel={() => 1 / scale}
      side={side === "start" ? "before" : "after"}
      onMove={setMoving}
      onSettle={settle}
      onReset={() => settle(initial)}
      {...(onCollapse === undefined ? {} : { onCollapse })}
    />
  );
  return (
    <>
      {side === "end" && edge}
      <aside
        id={id}
        aria-label={label}
        className={classes(styles.panel, styles[side], className)}
        style={{ width: `${width * scale}px` }}
      >
        {children}
      </aside>
      {side === "start" && edge}
    </>
  );
}

function widthOf(stored: string | null, { min, max }: PanelWidths): number | null {
  const width = Number.parseInt(stored ?? "", 10);
  return Number.isNaN(width) ? null : Math.min(max, Math.max(min, width));
}
