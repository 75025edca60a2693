import { type KeyboardEvent, useState } from "react";
import { TextArea, TextField } from "../ui/text-field.tsx";

interface DraftProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  /** One line that cannot be left empty. */
  readonly name?: boolean;
  readonly onSave: (value: string) => void;
}

/** A text that is saved when it is left: Escape puts back what was there. To be mounted anew for another subject. */
export function DraftArea({ label, placeholder, hint, value, maxLength, name = false, onSave }: DraftProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const wanted = draft?.trim() ?? value;
    setDraft(null);
    if (wanted !== value && !(name && wanted === "")) onSave(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (name || event.ctrlKey || event.metaKey)) save();
    else if (event.key === "Escape" && draft !== null) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    label,
    placeholder,
    hint,
    maxLength,
    value: draft ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onBlur: save,
    onKeyDown,
  };
  return name ? <TextField {...shared} /> : <TextArea {...shared} rows={2} />;
}
