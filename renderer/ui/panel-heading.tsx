import type { ReactNode } from "react";
import styles from "./panel-heading.module.css";

export interface PanelHeadingProps {
  readonly children: ReactNode;
  /** At the end of the line: a count or small buttons. */
  readonly aside?: ReactNode;
  /** Heading level for the outline of the screen; the look stays the same. */
  readonly level?: 2 | 3 | 4;
  readonly id?: string;
}

/** The 11 px small caps heading of a panel or of a part of it. */
export function PanelHeading({ children, aside, level = 2, id }: PanelHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.line}>
      <Heading className={styles.heading} id={id}>
        {children}
      </Heading>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </div>
  );
}
