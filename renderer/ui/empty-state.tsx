import type { ReactNode } from "react";
import styles from "./state.module.css";

export interface EmptyStateProps {
  /** A lucide icon element. */
  readonly icon?: ReactNode;
  readonly title: string;
  /** What the place is for, or what to do; one or two sentences. */
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** Less room around it, for panels. */
  readonly compact?: boolean;
}

/** What stands where there is nothing yet: says what belongs here and how to begin. */
export function EmptyState({ icon, title, children, actions, compact = false }: EmptyStateProps) {
  return (
    <div className={compact ? styles.compact : styles.state}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
