import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./text-field.module.css";

interface FieldProps {
  /** Always there for screen readers, also when `hideLabel` keeps it out of sight. */
  readonly label: string;
  readonly hideLabel?: boolean;
  /** One line below the field; replaced by `error` when there is one. */
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

export interface TextFieldProps extends FieldProps, InputHTMLAttributes<HTMLInputElement> {
  /** A lucide icon at the start of the field. */
  readonly icon?: ReactNode;
  /** At the end of the field, e.g. a Kbd or a clear button. */
  readonly trailing?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. */
export function TextField({ label, hideLabel, hint, error, icon, trailing, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <span className={classes(styles.box, isPresent(error) && styles.wrong)}>
        {icon}
        <input {...rest} id={id} className={styles.input} {...describedBy(id, hint, error)} />
        {trailing}
      </span>
    </Field>
  );
}

export interface TextAreaProps extends FieldProps, TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ label, hideLabel, hint, error, className, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        className={classes(styles.area, isPresent(error) && styles.wrong)}
        {...describedBy(id, hint, error)}
      />
    </Field>
  );
}

function isPresent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}

function describedBy(id: string, hint: ReactNode, error: ReactNode) {
  const wrong = isPresent(error);
  return wrong || isPresent(hint) ? { "aria-describedby": `${id}-more`, "aria-invalid": wrong || undefined } : {};
}

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hideLabel: boolean | undefined;
  readonly hint: ReactNode;
  readonly error: ReactNode;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function Field({ id, label, hideLabel, hint, error, className, children }: FieldFrameProps) {
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={hideLabel === true ? styles.hidden : styles.label}>
        {label}
      </label>
      {children}
      {isPresent(error) ? (
        <p id={`${id}-more`} className={styles.error} role="alert">
          {error}
        </p>
      ) : (
        isPresent(hint) && (
          <p id={`${id}-more`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
