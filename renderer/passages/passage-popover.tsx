import { Copy, FilePlus2, Plus, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Popover } from "../ui/popover.tsx";
import { TagChip } from "../ui/tag-chip.tsx";
import { NoteEditor } from "./note-editor.tsx";
import type { PassageCardActions } from "./passage-card.tsx";
import styles from "./passage-popover.module.css";
import { TagPicker } from "./tag-picker.tsx";

interface PassagePopoverProps {
  readonly passage: PassageListItem;
  readonly tags: readonly Tag[];
  readonly anchor: DOMRect;
  readonly actions: PassageCardActions;
  readonly onClose: () => void;
}

/** What can be done with a passage where it stands on the page. */
export function PassagePopover({ passage, tags, anchor, actions, onClose }: PassagePopoverProps) {
  const [editing, setEditing] = useState<"note" | "tags" | null>(null);
  const virtualAnchor = useMemo(() => ({ getBoundingClientRect: () => anchor }), [anchor]);
  const carried = passage.tagIds.flatMap((tagId) => tags.find((tag) => tag.tagId === tagId) ?? []);
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
        <div className={styles.body}>
          <div className={styles.tags}>
            {carried.map((tag) => (
              <TagChip
                key={tag.tagId}
                name={tag.name}
                color={tag.color}
                onRemove={() => actions.toggleTag(passage, { kind: "tag", tag })}
              />
            ))}
            <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onClick={() => setEditing("tags")}>
              {say("passages.addTag")}
            </Button>
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
            <button type="button" className={styles.note} onClick={() => setEditing("note")}>
              {passage.note === "" ? <span className={styles.hint}>{say("passages.addNoteHere")}</span> : passage.note}
            </button>
          )}
          <div className={styles.foot}>
            <span className={styles.citation}>{passage.citation}</span>
            <IconButton
              size="small"
              label={say("passages.copyCitation")}
              icon={<Copy aria-hidden />}
              onClick={() => actions.copyCitation(passage)}
            />
            <IconButton
              size="small"
              label={say("passages.addToBrief")}
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
        </div>
      )}
    </Popover>
  );
}
