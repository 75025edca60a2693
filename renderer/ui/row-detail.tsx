import { X } from "lucide-react";
import type { ReactNode } from "react";
import { say } from "../messages/say.ts";
import { IconButton } from "./icon-button.tsx";
import styles from "./row-detail.module.css";

interface RowDetailProps {
  /** What the row is about. */
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Under a table: all that its selected row has no room for, with nothing cut. */
export function RowDetail({ title, onClose, children }: RowDetailProps) {
  return (
    <section className={styles.detail} aria-label={say("ui.selectedRow")}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <IconButton size="small" label={say("ui.close")} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard. */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
