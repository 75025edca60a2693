import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import styles from "./panel-section.module.css";
import { usePanelOpen } from "./use-panel-open.ts";

export interface PanelSectionProps {
  /** Under which it is remembered whether the section is open; the same everywhere the section stands. */
  readonly name: string;
  readonly title: string;
  /** A count, at the end of the heading. */
  readonly aside?: ReactNode;
  /** Until the person chooses. */
  readonly openAtFirst?: boolean;
  /** `bad`: what waits for a decision. */
  readonly tone?: "plain" | "bad";
  readonly children: ReactNode;
}

/** A part of a long panel that can be folded away; the choice is remembered on this machine. */
export function PanelSection({ name, title, aside, openAtFirst = true, tone = "plain", children }: PanelSectionProps) {
  const [open, setOpen] = usePanelOpen(`section-${name}`, openAtFirst);
  const id = useId();
  return (
    <section className={styles.section} data-tone={tone} data-open={open} aria-label={title}>
      <h3 className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden className={styles.arrow} />
          <span className={styles.title}>{title}</span>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </button>
      </h3>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}
