import { X } from "lucide-react";
import type { ReactNode } from "react";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./key-bar.module.css";

/** A key, and what it does. */
export interface KeyHint {
  readonly keys: string;
  readonly does: string;
}

export interface KeyBarProps {
  /** What the keys are for. */
  readonly title: string;
  readonly hints: readonly KeyHint[];
  /** Leaves what the bar belongs to. */
  readonly onLeave: () => void;
  /** Stands before the keys. */
  readonly children?: ReactNode;
}

/** A quiet line at the foot of the pages that says which keys do what, for as long as a way of selecting is on. */
export function KeyBar({ title, hints, onLeave, children }: KeyBarProps) {
  return (
    <section className={styles.bar} aria-label={title} data-inert="">
      <strong className={styles.title}>{title}</strong>
      {children}
      <span className={styles.hints}>
        {hints.map(({ keys, does }) => (
          <span key={keys} className={styles.hint}>
            <Kbd keys={keys} /> {does}
          </span>
        ))}
      </span>
      <IconButton
        size="small"
        className={styles.leave ?? ""}
        label={say("tagging.leave")}
        shortcut="Esc"
        icon={<X aria-hidden />}
        onClick={onLeave}
      />
    </section>
  );
}
