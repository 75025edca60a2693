import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { classes } from "./classes.ts";

/** `primary` is the one action a place is for; `quiet` has no outline until it is pointed at; `danger` destroys. */
export type ButtonVariant = "plain" | "primary" | "quiet" | "danger";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  /** `small` for bars and cards, `large` for a page that offers one thing. */
  readonly size?: "small" | "medium" | "large";
  /** A lucide icon element; it is decoration, the words name the button. */
  readonly icon?: ReactNode;
  /** True while the action runs: the button stays in place and cannot be pressed again. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. `type` is "button" unless given. */
export function Button({
  variant = "plain",
  size = "medium",
  icon,
  busy = false,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={classes(styles.button, styles[variant], styles[size], className)}
    >
      {icon}
      {children}
    </button>
  );
}
