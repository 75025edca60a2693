import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { say } from "../messages/say.ts";
import { classes } from "./classes.ts";
import styles from "./dialog.module.css";
import { IconButton } from "./icon-button.tsx";

export interface DialogProps {
  readonly open: boolean;
  /** Called by Escape, the cross and a press on the backdrop. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the end; the primary one last. */
  readonly footer?: ReactNode;
  /** 400, 560 or 760 px wide. */
  readonly size?: "small" | "medium" | "large";
}

const FIELDS = "input:not([disabled]), textarea:not([disabled]), select:not([disabled])";

/** A modal dialog on the native element: focus stays inside and returns to where it was. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, children, footer, size = "small" }: Omit<DialogProps, "open">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    // The browser would begin at the cross. A form begins at its first field, anything else at its title.
    const field = element?.querySelector<HTMLElement>(FIELDS);
    (field ?? element)?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press on the backdrop is an extra for the mouse; Escape does it by keyboard
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton label={say("ui.close")} icon={<X aria-hidden />} size="small" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  );
}
