import styles from "./progress.module.css";

export interface SpinnerProps {
  /** Said by screen readers, and shown when `visible`. */
  readonly label: string;
  readonly visible?: boolean;
}

/** A quiet sign of waiting. It shows itself only after 300 ms, so that quick answers do not blink. */
export function Spinner({ label, visible = false }: SpinnerProps) {
  return (
    <span className={styles.wait} role="status">
      <span className={styles.spinner} aria-hidden />
      <span className={visible ? undefined : styles.hidden}>{label}</span>
    </span>
  );
}
