import { X } from "lucide-react";
import type { ReactNode } from "react";
import { say } from "../messages/say.ts";
import styles from "./chip.module.css";
import { classes } from "./classes.ts";

export interface ChipProps {
  /** `plain` is outlined; the others are washed with the colour of what they mean. */
  readonly tone?: "plain" | "accent" | "ok" | "warn" | "bad";
  readonly children: ReactNode;
  /** Shows a cross that removes the chip; `removeLabel` names it. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
  /** The whole words when the chip is cut short. */
  readonly title?: string;
}

/** A short fact about a thing: its kind, a date, a Bates range. */
export function Chip({ tone = "plain", children, onRemove, removeLabel = say("ui.remove"), title }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone])} title={title}>
      <span className={styles.text}>{children}</span>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
