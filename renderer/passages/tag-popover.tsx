import { type ReactNode, useMemo, useRef, useState } from "react";
import type { ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import type { ReaderSelection } from "../reader/reader-types.ts";
import { Kbd } from "../ui/kbd.tsx";
import { Popover } from "../ui/popover.tsx";
import { CopyMenu } from "./copy-menu.tsx";
import { MarkToggles } from "./mark-toggles.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { type TagChoice, tagOfKey } from "./tag-choices.ts";
import styles from "./tag-picker.module.css";
import { TagPicker } from "./tag-picker.tsx";
import type { Copying } from "./use-copying.ts";
import { useRecentTags } from "./use-recent-tags.ts";
import { useSelectionKeys } from "./use-selection-keys.ts";

interface TagPopoverProps {
  readonly tags: readonly Tag[];
  readonly selection: ReaderSelection;
  /** Of the passage that stands exactly there already; empty when there is none. */
  readonly applied: Pick<
    { readonly tagIds: readonly Tag["tagId"][]; readonly marks: readonly ReviewMark[] },
    "tagIds" | "marks"
  >;
  readonly copying: Copying;
  /** The picture of a region. */
  readonly picture: ReactNode;
  /** Stores the selection as a passage with this tag (a new name creates it). */
  readonly onTag: (name: string) => void;
  readonly onMark: (mark: ReviewMark) => void;
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
  const { tags, selection, applied, copying, onTag, onNote, onAddToBrief, onCancel, onHide } = props;
  const [writing, setWriting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [recent] = useRecentTags();
  const { anchor } = selection;
  const virtualAnchor = useMemo(() => ({ getBoundingClientRect: () => anchor }), [anchor]);
  useSelectionKeys(!writing, (event) => {
    const { key } = event;
    const onButton = event.target instanceof HTMLButtonElement;
    if (key === "Escape") onCancel();
    else if (/^[1-9]$/.test(key)) {
      const tag = tagOfKey(tags, key, recent);
      if (tag !== null) onTag(tag.name);
    } else if (/^n$/i.test(key)) setWriting(true);
    else if (/^b$/i.test(key)) onAddToBrief();
    else if (key === "Enter" && !onButton) input.current?.focus();
    else if (/^\p{L}$/u.test(key)) {
      // Not prevented: the letter goes on, into the field, which has the focus by then.
      input.current?.focus();
      event.stopPropagation();
      return false;
    } else return false;
    return true;
  });
  const pick = (choice: TagChoice) => onTag(choice.kind === "tag" ? choice.tag.name : choice.name);
  return (
    <Popover
      open
      onClose={onHide}
      anchor={virtualAnchor}
      label={say("passages.tagSelection")}
      focus="none"
      placement={selection.region === null ? "bottom-start" : "right-start"}
    >
      {writing ? (
        <div className={styles.note}>
          <NoteEditor note="" onSave={(note) => note !== "" && onNote(note)} onCancel={() => setWriting(false)} />
        </div>
      ) : (
        <>
          {props.picture}
          {selection.region !== null && selection.quote !== "" && <p className={styles.found}>{selection.quote}</p>}
          <TagPicker ref={input} tags={tags} applied={new Set(applied.tagIds)} onPick={pick} onEscape={onCancel} />
          <div className={styles.tools}>
            <MarkToggles marks={applied.marks} onToggle={props.onMark} />
            <CopyMenu of={selection} copying={copying} />
          </div>
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
