import { useQueryClient } from "@tanstack/react-query";
import { ListChecks, SquareDashedMousePointer } from "lucide-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { PageRegion, PassageListItem, ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useCommand } from "../app/command-handlers.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { say } from "../messages/say.ts";
import type { ReaderHandle, ReaderProps, ReaderSelection, SelectingMode } from "../reader/reader-types.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { toggledMarks } from "./mark-toggles.tsx";
import type { PassageCardActions } from "./passage-card.tsx";
import { isDraft, tagNamesOf } from "./passage-changes.ts";
import { passagesHere } from "./passage-lanes.ts";
import { PassagePopover } from "./passage-popover.tsx";
import { passageOfExtent } from "./reader-marks.ts";
import { RegionPicture } from "./region-picture.tsx";
import { TagPopover } from "./tag-popover.tsx";
import { TaggingBar } from "./tagging-bar.tsx";
import { useCopying } from "./use-copying.ts";
import { usePassageEdits } from "./use-passage-edits.ts";
import { useRecentTags } from "./use-recent-tags.ts";

export interface MarkingSetup {
  readonly detail: DocumentDetail;
  readonly passages: readonly PassageListItem[];
  readonly tags: readonly Tag[];
  readonly current: PassageId | null;
  readonly onCurrent: (passageId: PassageId | null) => void;
  readonly actions: PassageCardActions;
  readonly reader: RefObject<ReaderHandle | null>;
  /** Whether commands of the window are carried out here. */
  readonly focused: boolean;
}

export interface Marking {
  readonly selection: ReaderSelection | null;
  /** What the reader needs to know of it. */
  readonly readerProps: Pick<ReaderProps, "onSelectionChange" | "adjustable" | "onAdjust" | "onModeChange" | "footer">;
  /** Buttons of the ways of selecting, for the head of the document. */
  readonly buttons: ReactNode;
  /** A passage was pressed on the page. */
  readonly activate: (passageId: string, anchor: DOMRect) => void;
  /** Stand beside the reader. */
  readonly popovers: ReactNode;
}

/** What is put on the passage of a selection. */
interface Put {
  readonly tagName?: string;
  readonly mark?: ReviewMark;
  readonly note?: string;
  /** A tag that is on already is taken off. */
  readonly toggle?: boolean;
}

const NOTHING = { tagIds: [], marks: [], note: "" } as const;

/** Making passages out of what is selected on the pages, and changing them there. */
export function useMarking(setup: MarkingSetup): Marking {
  const { detail, passages, tags, current, onCurrent, actions, reader, focused } = setup;
  const { documentId } = detail;
  const { announce } = useNavigation();
  const cache = useQueryClient();
  const edits = usePassageEdits();
  const copying = useCopying(detail);
  const [, rememberTags] = useRecentTags();
  const [selection, setSelection] = useState<ReaderSelection | null>(null);
  const [mode, setMode] = useState<SelectingMode | null>(null);
  const [activated, setActivated] = useState<{ readonly passageId: string; readonly anchor: DOMRect } | null>(null);
  /** Keys come faster than answers: each waits for the one before, and sees what that one stored. */
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const walking = mode === "sentences";
  const known = selection === null ? null : passageOfExtent(passages, selection);
  const applied = known ?? NOTHING;

  const listNow = (): readonly PassageListItem[] =>
    cache.getQueryData<OutputOf<"passages.list">>(callKey("passages.list", { document: documentId }))?.passages ??
    passages;

  const put = async (
    on: ReaderSelection,
    { tagName, mark, note, toggle = false }: Put,
  ): Promise<PassageListItem | null> => {
    const before = passageOfExtent(listNow(), on);
    if (before === null || isDraft(before.passageId)) {
      const made = {
        documentId,
        extent: on,
        tagNames: tagName === undefined ? [] : [tagName],
        note: note ?? "",
        marks: mark === undefined ? [] : [mark],
      };
      return edits.create(made, tags);
    }
    let after: PassageListItem | null = before;
    if (tagName !== undefined) {
      const names = tagNamesOf(before, tags);
      const has = names.includes(tagName);
      const next = has ? (toggle ? names.filter((name) => name !== tagName) : names) : [...names, tagName];
      if (next !== names) after = await edits.setTags(before, next, tags);
    }
    if (mark !== undefined && after !== null) after = await edits.setMarks(after, toggledMarks(after.marks, mark));
    if (note !== undefined && after !== null) after = await edits.setNote(after, note);
    return after;
  };

  /** Stores the selection as a passage; the same words selected again are the same passage. */
  const store = (what: Put, said: string | null): Promise<PassageListItem | null> => {
    if (selection === null) return Promise.resolve(null);
    const on = selection;
    // Nothing may stand before drawing it, not even a turn of the event loop.
    const done = waiting.current === 0 ? put(on, what) : line.current.then(() => put(on, what));
    waiting.current += 1;
    line.current = done.finally(() => {
      waiting.current -= 1;
    });
    // Together with what was drawn, which the cache tells in a timer too: one drawing instead of two.
    if (!walking) setTimeout(drop);
    return done.then((passage) => {
      if (passage === null) return null;
      if (what.tagName !== undefined) rememberTags(passage.tagIds.slice(-1));
      onCurrent(passage.passageId);
      if (said !== null) announce(said);
      return passage;
    });
  };

  const drop = (): void => {
    setSelection(null);
    reader.current?.clearSelection();
    reader.current?.focus();
  };

  const addToBrief = () => void store({}, null).then((passage) => passage !== null && actions.addToBrief(passage));
  const tagSaid = (name: string) => say("passages.tagged", { name });
  const appendNote = (note: string): string =>
    known === null || known.note === "" ? note : `${known.note}\n\n${note}`;

  const changeMode = (wanted: SelectingMode) => {
    reader.current?.setMode(mode === wanted ? null : wanted);
    reader.current?.focus();
  };
  const quotable = selection ?? passages.find((passage) => passage.passageId === current) ?? null;
  useCommand("tag-sentences", () => changeMode("sentences"), focused);
  useCommand("select-region", () => changeMode("region"), focused);
  useCommand("copy-cited", () => quotable !== null && copying.copyCited(quotable), focused && quotable !== null);
  useCommand("copy-quote", () => quotable !== null && copying.copyQuote(quotable), focused && quotable !== null);

  const crop = (region: PageRegion) =>
    reader.current?.cropRegion(region) ?? Promise.reject(new Error("the document is not open"));
  const pictureOf = (region: PageRegion | null): ReactNode =>
    region === null ? null : (
      <RegionPicture region={region} crop={crop} fileName={`page-${region.page}`} onCopy={copying.copyImage} />
    );

  const shown = passages.find((passage) => passage.passageId === activated?.passageId);
  const adjusted = passages.find((passage) => passage.passageId === current && passage.state === "anchored");
  const isAdjustable = adjusted !== undefined && !isDraft(adjusted.passageId) && selection === null;

  return {
    selection,
    readerProps: {
      onSelectionChange: (next) => {
        setSelection(next);
        if (next !== null) setActivated(null);
      },
      adjustable: isAdjustable ? { id: adjusted.passageId, ranges: adjusted.ranges, region: adjusted.region } : null,
      onAdjust: (id, extent) => {
        const passage = passages.find((each) => each.passageId === id);
        if (passage === undefined) return;
        void edits.adjust(passage, extent).then((after) => after !== null && announce(say("tagging.adjusted")));
      },
      onModeChange: setMode,
      footer: walking ? (
        <TaggingBar
          tags={tags}
          applied={applied}
          ready={selection !== null}
          onTag={(tagName) => void store({ tagName, toggle: true }, null)}
          onMark={(mark) => void store({ mark }, null)}
          onNote={(note) => void store({ note }, say("passages.noteSaved"))}
          onAddToBrief={addToBrief}
          onLeave={() => reader.current?.setMode(null)}
          onBack={() => reader.current?.focus()}
        />
      ) : null,
    },
    buttons: (
      <>
        <IconButton
          label={say("tagging.mode")}
          shortcut="T"
          pressed={walking}
          icon={<ListChecks aria-hidden />}
          onClick={() => changeMode("sentences")}
        />
        <IconButton
          label={say("tagging.regionMode")}
          shortcut="A"
          pressed={mode === "region"}
          icon={<SquareDashedMousePointer aria-hidden />}
          onClick={() => changeMode("region")}
        />
      </>
    ),
    activate: (passageId, anchor) => {
      if (passages.some((passage) => passage.passageId === passageId && isDraft(passage.passageId))) return;
      onCurrent(passages.find((passage) => passage.passageId === passageId)?.passageId ?? null);
      setActivated({ passageId, anchor });
    },
    popovers: (
      <>
        {selection !== null && !walking && (
          <TagPopover
            key={`${selection.region?.box.join() ?? ""}${selection.ranges.map(({ page, start, end }) => `${page}:${start}:${end}`).join()}`}
            tags={tags}
            selection={selection}
            applied={applied}
            copying={copying}
            picture={pictureOf(selection.region)}
            onTag={(tagName) => void store({ tagName }, tagSaid(tagName))}
            onMark={(mark) => void store({ mark }, null)}
            onNote={(note) => void store({ note: appendNote(note) }, say("passages.noteSaved"))}
            onAddToBrief={addToBrief}
            onCancel={drop}
            onHide={() => setSelection(null)}
          />
        )}
        {activated !== null && shown !== undefined && selection === null && (
          <PassagePopover
            key={shown.passageId}
            passage={shown}
            here={passagesHere(passages, shown)}
            tags={tags}
            anchor={activated.anchor}
            actions={actions}
            copying={copying}
            picture={pictureOf(shown.region)}
            onMark={(mark) => void edits.setMarks(shown, toggledMarks(shown.marks, mark))}
            onShow={(other) => {
              onCurrent(other.passageId);
              setActivated({ ...activated, passageId: other.passageId });
            }}
            onAdjust={
              shown.region === null
                ? null
                : () => {
                    setActivated(null);
                    reader.current?.adjustRegion();
                  }
            }
            onClose={() => setActivated(null)}
          />
        )}
      </>
    ),
  };
}
