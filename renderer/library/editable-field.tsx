import { type ChangeEvent, type KeyboardEvent, useState } from "react";
import { describeError } from "../ui/describe-error.ts";
import { TextArea, TextField } from "../ui/text-field.tsx";

interface EditableFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  /** Without a frame until it is pointed at, for the name of what a panel is about. */
  readonly className?: string;
  readonly hideLabel?: boolean;
  /** Shows long values on several lines; they stay one line of text. */
  readonly wraps?: boolean;
  /** Of the latest change, or null. */
  readonly error: unknown;
  /** Stores the new value; rejects when it is refused. Never called with an empty or the same value. */
  readonly onChange: (value: string) => Promise<unknown>;
}

/** A value that is changed in place: Enter or leaving the field stores it, Escape takes it back. */
export function EditableField(props: EditableFieldProps) {
  const { label, hint, value, maxLength, wraps = false, hideLabel = false, className, error, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);

  const store = () => {
    const next = draft?.trim() ?? "";
    if (next === "" || next === value) {
      setDraft(null);
      return;
    }
    onChange(next).then(
      () => setDraft(null),
      // The refused words stay in the field beside the reason, to be corrected.
      () => undefined,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      store();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      setDraft(null);
    }
  };
  const words = error === null || draft === null ? null : describeError(error);
  const field = {
    label,
    hideLabel,
    ...(className === undefined ? {} : { className }),
    hint,
    error: words === null ? undefined : `${words.message} ${words.action}`,
    value: draft ?? value,
    maxLength,
    onBlur: store,
    onKeyDown,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft(event.target.value.replace(/[\r\n]+/g, " ")),
  };
  return wraps ? <TextArea rows={1} {...field} /> : <TextField {...field} />;
}
