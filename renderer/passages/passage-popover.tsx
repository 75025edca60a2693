import { ChevronLeft, ChevronRight, FilePlus2, Plus, Scaling, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { PassageListItem, ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { isTextEntry } from "../search/use-view-keys.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Popover } from "../ui/popover.tsx";
import { TagChip } from "../ui/tag-chip.tsx";
import { CopyMenu } from "./copy-menu.tsx";
import { MarkToggles } from "./mark-toggles.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { NoteText } from "./note-text.tsx";
import type { PassageCardActions } from "./passage-card.tsx";
import styles from "./passage-popover.module.css";
import { MARK_KEYS } from "./review-marks.tsx";
import { TagPicker } from "./tag-picker.tsx";
import type { Copying } from "./use-copying.ts";

interface PassagePopoverProps {
  readonly passage: PassageListItem;
  /** The passages that lie over each other there, it among them. */
  readonly here: readonly PassageListItem[];
  readonly tags: readonly Tag[];
  readonly anchor: DOMRect;
  readonly actions: PassageCardActions;
  readonly copying: Copying;
  /** The picture of a region. */
  readonly picture: ReactNode;
  readonly onMark: (mark: ReviewMark) => void;
  /** Shows another of the passages there. */
  readonly onShow: (passage: PassageListItem) => void;
  /** Starts moving and sizing the rectangle; null for a passage of text, whose ends have handles. */
  readonly onAdjust: (() => void) | null;
  readonly onClose: () => void;
}

/** What can be done with a passage where it stands on the page. */
export function PassagePopover(props: PassagePopoverProps) {
  const { passage, here, tags, anchor, actions, copying, onMark, onShow, onAdjust, onClose } = props;
  const [editing, setEditing] = useState<"note" | "tags" | null>(null);
  const virtualAnchor = useMemo(() => ({ getBoundingClientRect: () => anchor }), [anchor]);
  const carried = passage.tagIds.flatMap((tagId) => tags.find((tag) => tag.tagId === tagId) ?? []);
  const at = here.findIndex((other) => other.passageId === passage.passageId);
  const step = (direction: 1 | -1) => {
    const other = here[(at + direction + here.length) % here.length];
    if (other !== undefined && other !== passage) onShow(other);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || isTextEntry(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const mark = (Object.keys(MARK_KEYS) as ReviewMark[]).find((each) => MARK_KEYS[each] === key);
    if (key === "PageDown" || key === "PageUp") step(key === "PageDown" ? 1 : -1);
    else if (key === "E") setEditing("note");
    else if (key === "T") setEditing("tags");
    else if (key === "B") actions.addToBrief(passage);
    else if (mark !== undefined) onMark(mark);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      open
      onClose={onClose}
      anchor={virtualAnchor}
      placement="top-start"
      label={say("passages.passageAt", { citation: passage.citation })}
    >
      {editing === "tags" ? (
        <TagPicker
          tags={tags}
          applied={new Set<TagId>(passage.tagIds)}
          onPick={(choice) => actions.toggleTag(passage, choice)}
          onEscape={() => setEditing(null)}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that no control inside has taken arrive here.
        <div className={styles.body} onKeyDown={onKeyDown}>
          {props.picture}
          <div className={styles.tags}>
            {/* First, so that the popover does not open with the keyboard on a cross that takes a tag off. */}
            <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onClick={() => setEditing("tags")}>
              {say("passages.addTag")}
            </Button>
            {carried.map((tag) => (
              <TagChip
                key={tag.tagId}
                name={tag.name}
                color={tag.color}
                onRemove={() => actions.toggleTag(passage, { kind: "tag", tag, key: tag.key })}
              />
            ))}
          </div>
          {editing === "note" ? (
            <NoteEditor
              note={passage.note}
              onSave={(note) => {
                setEditing(null);
                if (note !== passage.note) actions.saveNote(passage, note);
              }}
              onCancel={() => setEditing(null)}
            />
          ) : (
            <Note note={passage.note} onEdit={() => setEditing("note")} />
          )}
          <div className={styles.foot}>
            <MarkToggles marks={passage.marks} onToggle={onMark} withKeys />
            <span className={styles.spring} />
            {onAdjust !== null && (
              <IconButton
                size="small"
                label={say("tagging.adjustRegion")}
                icon={<Scaling aria-hidden />}
                onClick={onAdjust}
              />
            )}
            <CopyMenu of={passage} copying={copying} />
            <IconButton
              size="small"
              label={say("passages.addToBrief")}
              shortcut="B"
              icon={<FilePlus2 aria-hidden />}
              onClick={() => {
                onClose();
                actions.addToBrief(passage);
              }}
            />
            <IconButton
              size="small"
              label={say("passages.deletePassage")}
              icon={<Trash2 aria-hidden />}
              onClick={() => {
                onClose();
                actions.remove(passage);
              }}
            />
          </div>
          <div className={styles.last}>
            <span className={styles.citation}>{passage.citation}</span>
            {here.length > 1 && (
              <div className={styles.here}>
                <IconButton
                  size="small"
                  label={say("tagging.previousHere")}
                  shortcut="PageUp"
                  icon={<ChevronLeft aria-hidden />}
                  onClick={() => step(-1)}
                />
                <span aria-live="polite">{say("tagging.passagesHere", { at: at + 1, count: here.length })}</span>
                <IconButton
                  size="small"
                  label={say("tagging.nextHere")}
                  shortcut="PageDown"
                  icon={<ChevronRight aria-hidden />}
                  onClick={() => step(1)}
                />
              </div>
            )}
          </div>
        </div>
      )}
    </Popover>
  );
}

function Note({ note, onEdit }: { readonly note: string; readonly onEdit: () => void }) {
  return (
    <div className={styles.noteBox}>
      {note !== "" && <NoteText note={note} />}
      <button type="button" className={styles.note} onClick={onEdit}>
        <span className={styles.hint}>{say(note === "" ? "passages.addNoteHere" : "passages.editNote")}</span>
      </button>
    </div>
  );
}
