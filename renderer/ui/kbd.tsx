import { classes } from "./classes.ts";
import styles from "./kbd.module.css";

export interface KbdProps {
  /** Keys joined by `+`, e.g. `Ctrl+Shift+Z`; the key `+` itself is written `Plus`. */
  readonly keys: string;
  readonly className?: string;
}

/** Shows which keys to press, where they work. */
export function Kbd({ keys, className }: KbdProps) {
  return (
    <span className={classes(styles.keys, className)}>
      {keys.split("+").map((key) => (
        <kbd key={key} className={styles.key}>
          {key === "Plus" ? "+" : key}
        </kbd>
      ))}
    </span>
  );
}
