import { X } from "lucide-react";
import type { TagColor } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import styles from "./chip.module.css";
import { classes } from "./classes.ts";
import { tagColorStyle } from "./tag-colors.ts";

export interface TagChipProps {
  readonly name: string;
  readonly color: TagColor;
  /** Makes the chip a button, e.g. to filter by the tag. */
  readonly onClick?: () => void;
  /** Shows a cross that takes the tag off. */
  readonly onRemove?: () => void;
}

/** A tag in its hue, always with its name: colour is never the only sign. */
export function TagChip({ name, color, onClick, onRemove }: TagChipProps) {
  const look = classes(styles.chip, styles.tag);
  if (onClick !== undefined) {
    return (
      <button type="button" className={look} style={tagColorStyle(color)} title={name} onClick={onClick}>
        <span className={styles.text}>{name}</span>
      </button>
    );
  }
  return (
    <span className={look} style={tagColorStyle(color)} title={name}>
      <span className={styles.text}>{name}</span>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={say("ui.removeTag", { name })} onClick={onRemove}>
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
