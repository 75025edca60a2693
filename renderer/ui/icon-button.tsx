import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";
import styles from "./icon-button.module.css";
import { Tooltip } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** The accessible name, also the tooltip. */
  readonly label: string;
  /** A lucide icon element. */
  readonly icon: ReactNode;
  /** Shown in the tooltip, e.g. `Ctrl+Z`. */
  readonly shortcut?: string;
  /** Says more than the name does, in the tooltip only. */
  readonly hint?: string;
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
  /** `small` in dense rows. */
  readonly size?: "small" | "medium";
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; its name is in the tooltip and for screen readers. */
export function IconButton({
  label,
  icon,
  shortcut,
  hint,
  pressed,
  size = "medium",
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  const look = classes(styles.button, styles[size], pressed === true && styles.pressed, className);
  return (
    <Tooltip content={hint ?? label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button {...rest} type={type} aria-label={label} aria-pressed={pressed} className={look}>
        {icon}
      </button>
    </Tooltip>
  );
}
