import { type KeyboardEvent, useState } from "react";
import { describeError } from "../ui/describe-error.ts";
import { TextField } from "../ui/text-field.tsx";

interface EditableFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  /** Of the latest change, or null. */
  readonly error: unknown;
  /** Stores the new value; rejects when it is refused. Never called with an empty or the same value. */
  readonly onChange: (value: string) => Promise<unknown>;
}

/** A value that is changed in place: Enter or leaving the field stores it, Escape takes it back. */
export function EditableField({ label, hint, value, maxLength, error, onChange }: EditableFieldProps) {
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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") store();
    if (event.key === "Escape") {
      event.stopPropagation();
      setDraft(null);
    }
  };
  const words = error === null || draft === null ? null : describeError(error);
  return (
    <TextField
      label={label}
      hint={hint}
      error={words === null ? undefined : `${words.message} ${words.action}`}
      value={draft ?? value}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={store}
      onKeyDown={onKeyDown}
    />
  );
}
