import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { NoteText } from "./note-text.tsx";
import styles from "./passage-card.module.css";

interface NoteEditorProps {
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

/** Signs that are put around what is selected in a note, by the key that does it with Ctrl. */
const AROUND: Readonly<Record<string, string>> = { b: "**", i: "_" };

/** Edits the note of a passage in place, in Markdown: Ctrl+Enter saves, Escape leaves it as it was. */
export function NoteEditor({ note, onSave, onCancel }: NoteEditorProps) {
  const [draft, setDraft] = useState(note);
  const [previewing, setPreviewing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is a new one after the preview.
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [previewing]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    const withControl = event.ctrlKey || event.metaKey;
    const sign = withControl ? AROUND[event.key.toLowerCase()] : undefined;
    if (event.key === "Enter" && withControl) onSave(draft.trim());
    else if (event.key === "Escape") onCancel();
    else if (sign !== undefined && area.current !== null) wrapSelection(area.current, sign, setDraft);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is inside, also of the buttons, stay inside.
    <div className={styles.noteEditor} onKeyDown={onKeyDown}>
      {previewing ? (
        <div className={styles.note}>
          <NoteText note={draft} />
        </div>
      ) : (
        <TextArea
          ref={area}
          label={say("passages.note")}
          hideLabel
          placeholder={say("passages.notePlaceholder")}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      <div className={styles.noteFoot}>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {say("passages.cancel")}
        </Button>
        <Button size="small" variant="primary" onClick={() => onSave(draft.trim())}>
          {say("passages.save")}
        </Button>
        <Kbd keys="Ctrl+↵" />
        <Button
          size="small"
          variant="quiet"
          aria-pressed={previewing}
          disabled={draft.trim() === ""}
          onClick={() => setPreviewing(!previewing)}
        >
          {say(previewing ? "tagging.write" : "tagging.preview")}
        </Button>
      </div>
    </div>
  );
}

/** Puts a sign before and after what is selected in the field; the same words stay selected. */
function wrapSelection(area: HTMLTextAreaElement, sign: string, change: (text: string) => void): void {
  const { value, selectionStart: start, selectionEnd: end } = area;
  change(`${value.slice(0, start)}${sign}${value.slice(start, end)}${sign}${value.slice(end)}`);
  requestAnimationFrame(() => area.setSelectionRange(start + sign.length, end + sign.length));
}
