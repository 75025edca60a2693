import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { classes } from "./classes.ts";
import styles from "./kbd.module.css";

/** Keys that bear a word, which keyboards have in their language. */
const KEY_NAMES: ReadonlyMap<string, MessageKey> = new Map([
  ["Shift", "ui.keyShift"],
  ["Enter", "ui.keyEnter"],
  ["Space", "ui.keySpace"],
  ["Home", "ui.keyHome"],
  ["End", "ui.keyEnd"],
  ["Delete", "ui.keyDelete"],
  ["Del", "ui.keyDel"],
]);

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
          {nameOf(key)}
        </kbd>
      ))}
    </span>
  );
}

function nameOf(key: string): string {
  const name = KEY_NAMES.get(key);
  if (name !== undefined) return say(name);
  return key === "Plus" ? "+" : key;
}
