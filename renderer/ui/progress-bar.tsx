import styles from "./progress.module.css";

export interface ProgressBarProps {
  /** Names what is progressing, for screen readers. */
  readonly label: string;
  /** 0 to 1; null while the end is not known. */
  readonly value: number | null;
  readonly tone?: "accent" | "bad";
}

/** A 4 px bar as wide as its place. */
export function ProgressBar({ label, value, tone = "accent" }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
    >
      <div
        className={percent === null ? styles.unknown : tone === "bad" ? styles.bad : styles.fill}
        style={percent === null ? {} : { inlineSize: `${percent}%` }}
      />
    </div>
  );
}
