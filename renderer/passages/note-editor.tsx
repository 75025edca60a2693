import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { TextArea } from "../ui/text-field.tsx";
import styles from "./passage-card.module.css";

interface NoteEditorProps {
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

/** Edits the note of a passage in place: Ctrl+Enter saves, Escape leaves it as it was. */
export function NoteEditor({ note, onSave, onCancel }: NoteEditorProps) {
  const [draft, setDraft] = useState(note);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave(draft.trim());
    else if (event.key === "Escape") onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.noteEditor}>
      <TextArea
        ref={area}
        label={say("passages.note")}
        hideLabel
        placeholder={say("passages.notePlaceholder")}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.noteFoot}>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {say("passages.cancel")}
        </Button>
        <Button size="small" variant="primary" onClick={() => onSave(draft.trim())}>
          {say("passages.save")}
        </Button>
        <Kbd keys="Ctrl+↵" />
      </div>
    </div>
  );
}
