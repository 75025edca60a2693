import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { isTextEntry } from "../search/use-view-keys.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Popover } from "../ui/popover.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { type TagChoice, tagOfKey } from "./tag-choices.ts";
import styles from "./tag-picker.module.css";
import { TagPicker } from "./tag-picker.tsx";

interface TagPopoverProps {
  readonly tags: readonly Tag[];
  /** Where the selection stands, in client coordinates. */
  readonly anchor: DOMRect;
  /** Stores the selection as a passage with this tag (a new name creates it). */
  readonly onTag: (name: string) => void;
  readonly onNote: (note: string) => void;
  readonly onAddToBrief: () => void;
  /** Closes the popover and drops the selection. */
  readonly onCancel: () => void;
  /** Closes the popover; the selection stays for the document to change. */
  readonly onHide: () => void;
}

/**
 * What can be done with a selection. The keyboard stays in the document, so that the selection can still be changed:
 * number keys tag, N writes a note, B adds to the brief, Escape drops it; Enter or any other letter goes to the field.
 */
export function TagPopover(props: TagPopoverProps) {
  const { tags, anchor, onTag, onNote, onAddToBrief, onCancel, onHide } = props;
  const [writing, setWriting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const virtualAnchor = useMemo(() => ({ getBoundingClientRect: () => anchor }), [anchor]);
  useSelectionKeys({
    active: !writing,
    onNumber: (key) => {
      const tag = tagOfKey(tags, key);
      if (tag !== null) onTag(tag.name);
    },
    onNote: () => setWriting(true),
    onAddToBrief,
    onCancel,
    onType: () => input.current?.focus(),
  });
  const pick = (choice: TagChoice) => onTag(choice.kind === "tag" ? choice.tag.name : choice.name);
  return (
    <Popover open onClose={onHide} anchor={virtualAnchor} label={say("passages.tagSelection")} focus="none">
      {writing ? (
        <NoteForm onSave={onNote} onCancel={() => setWriting(false)} />
      ) : (
        <>
          <TagPicker ref={input} tags={tags} onPick={pick} onEscape={onCancel} />
          <div className={styles.foot}>
            <button type="button" className={styles.footButton} onClick={() => setWriting(true)}>
              {say("passages.note")} <Kbd keys="N" />
            </button>
            <button type="button" className={styles.footButton} onClick={onAddToBrief}>
              {say("passages.addToBrief")} <Kbd keys="B" />
            </button>
          </div>
        </>
      )}
    </Popover>
  );
}

interface NoteFormProps {
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

function NoteForm({ onSave, onCancel }: NoteFormProps) {
  const [note, setNote] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const save = () => note.trim() !== "" && onSave(note.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === "Escape") onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.note}>
      <TextArea
        ref={area}
        label={say("passages.note")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.noteFoot}>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {say("passages.back")}
        </Button>
        <Button size="small" variant="primary" disabled={note.trim() === ""} onClick={save}>
          {say("passages.saveNote")} <Kbd keys="Ctrl+↵" />
        </Button>
      </div>
    </div>
  );
}

interface SelectionKeys {
  readonly active: boolean;
  readonly onNumber: (key: string) => void;
  readonly onNote: () => void;
  readonly onAddToBrief: () => void;
  readonly onCancel: () => void;
  /** A letter that is no command: the field takes the focus before the letter arrives, and so receives it. */
  readonly onType: () => void;
}

/** Hears keys before the document does, while a selection waits for an answer and no field has the focus. */
function useSelectionKeys(keys: SelectionKeys): void {
  const onKeyDown = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const { active, onNumber, onNote, onAddToBrief, onCancel, onType } = keys;
    if (!active || isTextEntry(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const { key } = event;
    if (key === "Escape") onCancel();
    else if (/^[1-9]$/.test(key)) onNumber(key);
    else if (/^n$/i.test(key)) onNote();
    else if (/^b$/i.test(key)) onAddToBrief();
    else if (key === "Enter" && !onButton) onType();
    else if (/^\p{L}$/u.test(key)) {
      // Not prevented: the letter goes on, into the field.
      onType();
      event.stopPropagation();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
