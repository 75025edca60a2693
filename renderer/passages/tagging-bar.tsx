import { useRef, useState } from "react";
import { REVIEW_MARKS, type ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { lastPart } from "#shared/text/tag-path.ts";
import { say } from "../messages/say.ts";
import { KeyBar } from "../reader/key-bar.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Popover } from "../ui/popover.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { MarkToggles } from "./mark-toggles.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { MARK_KEYS } from "./review-marks.tsx";
import { offerTags, tagOfKey } from "./tag-choices.ts";
import { TagPicker } from "./tag-picker.tsx";
import styles from "./tagging-bar.module.css";
import { useRecentTags } from "./use-recent-tags.ts";
import { useSelectionKeys } from "./use-selection-keys.ts";

interface TaggingBarProps {
  readonly tags: readonly Tag[];
  /** Of the passage that stands exactly on the chosen sentences; empty when there is none. */
  readonly applied: {
    readonly tagIds: readonly Tag["tagId"][];
    readonly marks: readonly ReviewMark[];
    readonly note: string;
  };
  /** False until a sentence is chosen. */
  readonly ready: boolean;
  /** Puts a tag on the chosen sentences, or takes it off. */
  readonly onTag: (name: string) => void;
  readonly onMark: (mark: ReviewMark) => void;
  /** Replaces the note. */
  readonly onNote: (note: string) => void;
  readonly onAddToBrief: () => void;
  readonly onLeave: () => void;
  /** Gives the keyboard back to the pages. */
  readonly onBack: () => void;
}

/**
 * Says the keys of going through the pages sentence by sentence, and hears those that tag: numbers, F to find a tag, N for
 * a note, R H P V for the marks, B for the brief. The pages hear those that move.
 */
export function TaggingBar(props: TaggingBarProps) {
  const { tags, applied, ready, onTag, onMark, onNote, onAddToBrief, onLeave, onBack } = props;
  const [open, setOpen] = useState<"note" | "find" | null>(null);
  const [recent] = useRecentTags();
  const place = useRef<HTMLSpanElement>(null);
  const offered = offerTags(tags, recent).filter(({ key }) => key !== null);
  const close = () => {
    setOpen(null);
    onBack();
  };
  useSelectionKeys(open === null, (event) => {
    if (event.shiftKey || !ready) return false;
    const key = event.key.toUpperCase();
    const mark = REVIEW_MARKS.find((each) => MARK_KEYS[each] === key);
    if (/^[1-9]$/.test(key)) {
      const tag = tagOfKey(tags, key, recent);
      if (tag !== null) onTag(tag.name);
    } else if (key === "N") setOpen("note");
    else if (key === "F" || key === "/") setOpen("find");
    else if (key === "B") onAddToBrief();
    else if (key === "T") onLeave();
    else if (mark !== undefined) onMark(mark);
    else return false;
    return true;
  });
  const hints = [
    { keys: "↑", does: "" },
    { keys: "↓", does: say("tagging.keySentence") },
    { keys: "Shift+↓", does: say("tagging.keyMore") },
    { keys: "F", does: say("tagging.keyFind") },
    { keys: "N", does: say("passages.keyNote") },
    { keys: "B", does: say("passages.keyBrief") },
    { keys: "Enter", does: say("tagging.keyNext") },
    { keys: "Esc", does: say("tagging.keyLeave") },
  ];
  return (
    <KeyBar title={say("tagging.mode")} hints={hints} onLeave={onLeave}>
      <span ref={place} className={styles.tags}>
        {offered.map(({ tag, key }) => (
          <button
            key={tag.tagId}
            type="button"
            className={styles.tag}
            style={tagColorStyle(tag.color)}
            aria-pressed={applied.tagIds.includes(tag.tagId)}
            title={tag.name}
            onClick={() => onTag(tag.name)}
          >
            <Kbd keys={String(key)} /> <span className={styles.name}>{lastPart(tag.name)}</span>
          </button>
        ))}
      </span>
      <MarkToggles marks={applied.marks} onToggle={onMark} withKeys />
      <Popover
        open={open !== null}
        onClose={close}
        anchor={place.current}
        placement="top-start"
        label={say("tagging.mode")}
      >
        {open === "find" && (
          <TagPicker
            tags={tags}
            applied={new Set(applied.tagIds)}
            onPick={(choice) => {
              onTag(choice.kind === "tag" ? choice.tag.name : choice.name);
              close();
            }}
            onEscape={close}
          />
        )}
        {open === "note" && (
          <div className={styles.note}>
            <NoteEditor
              note={applied.note}
              onSave={(note) => {
                if (note !== applied.note) onNote(note);
                close();
              }}
              onCancel={close}
            />
          </div>
        )}
      </Popover>
    </KeyBar>
  );
}
