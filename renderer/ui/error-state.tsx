import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { say } from "../messages/say.ts";
import { Button } from "./button.tsx";
import { describeError } from "./describe-error.ts";
import styles from "./state.module.css";

export interface ErrorStateProps {
  /** Whatever was thrown. */
  readonly error: unknown;
  /** What could not be done, e.g. "The documents could not be listed." */
  readonly title?: string;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
  readonly compact?: boolean;
}

/** A failure that takes the place of what should be there: message, what to do, correlation id when it is unknown. */
export function ErrorState({ error, title, onRetry, actions, compact = false }: ErrorStateProps) {
  const words = describeError(error);
  return (
    <div className={compact ? styles.compact : styles.state} role="alert">
      <span className={styles.badIcon} aria-hidden>
        <CircleAlert />
      </span>
      <p className={styles.title}>{title ?? words.message}</p>
      <div className={styles.text}>
        {title !== undefined && <p>{words.message}</p>}
        <p>{words.action}</p>
        {words.correlationId !== null && (
          <p className={styles.code}>{say("ui.numberInLog", { number: words.correlationId })}</p>
        )}
      </div>
      {(onRetry !== undefined || actions !== undefined) && (
        <div className={styles.actions}>
          {onRetry !== undefined && (
            <Button icon={<RotateCw aria-hidden />} onClick={onRetry}>
              {say("ui.tryAgain")}
            </Button>
          )}
          {actions}
        </div>
      )}
    </div>
  );
}

/** A failure in one or two lines, for forms and dialogs. */
export function InlineError({ error }: { readonly error: unknown }) {
  const words = describeError(error);
  return (
    <div className={styles.inline} role="alert">
      <CircleAlert aria-hidden />
      <p>
        {words.message} {words.action}
        {words.correlationId !== null && (
          <span className={styles.code}> {say("ui.numberInLog", { number: words.correlationId })}</span>
        )}
      </p>
    </div>
  );
}
