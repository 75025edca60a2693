import { FileWarning, GripVertical, Highlighter, MoreHorizontal } from "lucide-react";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import { type PassageListItem, REVIEW_MARKS } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useDraggable } from "../briefs/use-drag.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { Popover } from "../ui/popover.tsx";
import { TagChip } from "../ui/tag-chip.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { usePassageContext } from "./browser/use-passage-context.ts";
import { NoteEditor } from "./note-editor.tsx";
import { NoteText } from "./note-text.tsx";
import styles from "./passage-card.module.css";
import { firstPlace, oneLine } from "./passage-filter.ts";
import { PassageLinks } from "./passage-links.tsx";
import { MARK_KEYS, MarkChip, MarkIcon, markLabel } from "./review-marks.tsx";
import type { TagChoice } from "./tag-choices.ts";
import { TagPicker } from "./tag-picker.tsx";
import { usePassageWork } from "./use-passage-work.ts";

/** What a card can ask of its list. */
export interface PassageCardActions {
  readonly open: (passage: PassageListItem) => void;
  readonly saveNote: (passage: PassageListItem, note: string) => void;
  readonly toggleTag: (passage: PassageListItem, choice: TagChoice) => void;
  readonly addToBrief: (passage: PassageListItem) => void;
  readonly copyCitation: (passage: PassageListItem) => void;
  readonly remove: (passage: PassageListItem) => void;
}

interface PassageCardProps {
  readonly passage: PassageListItem;
  readonly tags: readonly Tag[];
  readonly current: boolean;
  /** Tab stop: one card of a list. */
  readonly reachable: boolean;
  readonly actions: PassageCardActions;
  /** Shows a box to select the card. */
  readonly selection?: { readonly selected: boolean; readonly onToggle: (passage: PassageListItem) => void };
  /** Lines of the quotation that are shown. */
  readonly lines?: number;
  /** Shows the sentence around the quotation, and on request more. */
  readonly context?: boolean;
}

/** A tagged passage: its words in the serif, tags, note and citation. It can be dragged into a brief. */
export const PassageCard = memo(function PassageCard(props: PassageCardProps) {
  const { passage, tags, current, reachable, actions, selection, lines = 4, context = false } = props;
  const [editing, setEditing] = useState<"note" | "tags" | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const quote = useRef<HTMLButtonElement>(null);
  const dragging = useDraggable(card, { kind: "passage", passageId: passage.passageId });
  const work = usePassageWork();
  const around = usePassageContext(passage, context);
  const carried = passage.tagIds.flatMap((tagId) => tags.find((tag) => tag.tagId === tagId) ?? []);
  const first = carried[0];
  const stopEditing = () => {
    setEditing(null);
    quote.current?.focus();
  };
  const remove = () => {
    neighbouringQuote(card.current)?.focus();
    actions.remove(passage);
  };
  const toggleSelected = selection === undefined ? null : () => selection.onToggle(passage);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== quote.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "e") setEditing("note");
    else if (key === "t") setEditing("tags");
    else if (key === "b") actions.addToBrief(passage);
    else if (key === "c") actions.copyCitation(passage);
    else if (key === "x" && toggleSelected !== null) toggleSelected();
    else if (key === "m" && around.toggle !== null) around.toggle();
    else if (key === "Delete") remove();
    else {
      const mark = REVIEW_MARKS.find((each) => MARK_KEYS[each].toLowerCase() === key);
      if (mark === undefined) return;
      work.toggleMark(passage, mark);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const items: readonly MenuItem[] = [
    {
      id: "note",
      label: say(passage.note === "" ? "passages.addNote" : "passages.editNote"),
      shortcut: "E",
      onSelect: () => setEditing("note"),
    },
    { id: "tags", label: say("passages.tagsMenu"), shortcut: "T", onSelect: () => setEditing("tags") },
    ...REVIEW_MARKS.map(
      (mark, index): MenuItem => ({
        id: mark,
        label: markLabel(mark),
        icon: <MarkIcon mark={mark} />,
        shortcut: MARK_KEYS[mark],
        checked: passage.marks.includes(mark),
        ...(index === 0 ? { separated: true } : {}),
        onSelect: () => work.toggleMark(passage, mark),
      }),
    ),
    {
      id: "brief",
      separated: true,
      label: say("passages.addToBrief"),
      shortcut: "B",
      onSelect: () => actions.addToBrief(passage),
    },
    { id: "copy", label: say("passages.copyCitation"), shortcut: "C", onSelect: () => actions.copyCitation(passage) },
    {
      id: "delete",
      label: say("passages.delete"),
      shortcut: "Del",
      danger: true,
      separated: true,
      onSelect: remove,
    },
  ];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button inside; they are heard here once.
    <div
      ref={card}
      className={styles.card}
      style={first === undefined ? undefined : tagColorStyle(first.color)}
      data-passage={passage.passageId}
      data-current={current || undefined}
      data-selected={selection?.selected || undefined}
      data-dragging={dragging || undefined}
      data-orphaned={passage.state === "orphaned" || undefined}
      onKeyDown={onKeyDown}
    >
      {selection !== undefined && (
        <input
          type="checkbox"
          className={styles.select}
          aria-label={say("passages.selectPassage", { quote: oneLine(passage.quote).slice(0, 60) })}
          tabIndex={reachable ? 0 : -1}
          checked={selection.selected}
          onChange={() => selection.onToggle(passage)}
        />
      )}
      <div className={styles.content}>
        <button
          ref={quote}
          type="button"
          className={styles.quote}
          style={around.wide ? { display: "block" } : { WebkitLineClamp: lines }}
          tabIndex={reachable ? 0 : -1}
          aria-current={current || undefined}
          aria-keyshortcuts="Enter E T B C R H P V Delete"
          data-passage-quote={passage.passageId}
          onClick={() => actions.open(passage)}
        >
          {passage.quote === "" ? (
            <span className={styles.region}>
              {say("passages.areaOfPage", { page: firstPlace(passage).label ?? firstPlace(passage).page })}
            </span>
          ) : (
            <>
              {context && <span className={styles.around}>{around.before}</span>}“{oneLine(passage.quote)}”
              {context && <span className={styles.around}>{around.after}</span>}
            </>
          )}
        </button>
        {passage.state === "orphaned" && <LostPlace passage={passage} />}
        {passage.note !== "" && editing !== "note" && (
          <div className={styles.note}>
            <NoteText note={passage.note} />
          </div>
        )}
        {editing === "note" && (
          <NoteEditor
            note={passage.note}
            onSave={(note) => {
              stopEditing();
              if (note !== passage.note) actions.saveNote(passage, note);
            }}
            onCancel={stopEditing}
          />
        )}
        <div className={styles.meta}>
          {carried.map((tag) => (
            <TagChip key={tag.tagId} name={tag.name} color={tag.color} />
          ))}
          {passage.marks.map((mark) => (
            <MarkChip key={mark} mark={mark} />
          ))}
          <span className={styles.citation}>{passage.citation}</span>
          {passage.origin !== null && (
            <span className={styles.origin}>
              <Highlighter aria-hidden />
              {say(passage.origin.kind === "annotation" ? "passages.fromAnnotation" : "passages.fromContribution", {
                name: passage.origin.name,
              })}
            </span>
          )}
          {around.toggle !== null && (
            <button
              type="button"
              className={styles.moreContext}
              tabIndex={reachable ? 0 : -1}
              aria-expanded={around.wide}
              onClick={around.toggle}
            >
              {say(around.wide ? "passages.lessContext" : "passages.moreContext")}
            </button>
          )}
        </div>
        {passage.links > 0 && <PassageLinks passage={passage} onOpen={actions.open} />}
      </div>
      <div className={styles.tools}>
        <Menu
          items={items}
          placement="bottom-end"
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              tabIndex={reachable ? 0 : -1}
              label={say("passages.moreForPassage")}
              icon={<MoreHorizontal aria-hidden />}
            />
          )}
        />
        <GripVertical className={styles.grip} aria-hidden />
      </div>
      <Popover
        open={editing === "tags"}
        onClose={() => setEditing(null)}
        anchor={card.current}
        label={say("passages.tagsOfPassage")}
      >
        <TagPicker
          tags={tags}
          applied={new Set<TagId>(passage.tagIds)}
          onPick={(choice) => actions.toggleTag(passage, choice)}
        />
      </Popover>
    </div>
  );
});

/** The card after this one in its list, else the one before: where the keyboard goes when this one is deleted. */
function neighbouringQuote(card: HTMLElement | null): HTMLElement | null {
  const item = card?.closest("li");
  for (const step of ["nextElementSibling", "previousElementSibling"] as const) {
    for (let other = item?.[step] ?? null; other !== null; other = other[step]) {
      const quote = other.querySelector<HTMLElement>("[data-passage-quote]");
      if (quote !== null) return quote;
    }
  }
  return null;
}

function LostPlace({ passage }: { readonly passage: PassageListItem }) {
  const { page, label } = firstPlace(passage);
  return (
    <p className={styles.lost}>
      <FileWarning aria-hidden />
      <span>{say("passages.lostPlace", { page: label ?? page })}</span>
    </p>
  );
}
