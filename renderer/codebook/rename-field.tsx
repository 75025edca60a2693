import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import styles from "./tag-tree.module.css";

interface RenameFieldProps {
  readonly name: string;
  readonly label: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** A name that is edited where it stands: Enter and leaving it save, Escape leaves it as it was. */
export function RenameField({ name, label, onSave, onCancel }: RenameFieldProps) {
  const [draft, setDraft] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  // Escape takes the field away, which makes it lose the focus: that must not save.
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (save: boolean) => {
    if (done.current) return;
    done.current = true;
    const wanted = draft.trim();
    if (save && wanted !== "" && wanted !== name) onSave(wanted);
    else onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(true);
    else if (event.key === "Escape") finish(false);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label={label}
      maxLength={200}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
