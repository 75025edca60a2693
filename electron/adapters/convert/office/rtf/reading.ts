import type { Block } from "../../rendition.ts";
import { beginState, type GroupState, type Sink } from "./group-state.ts";
import type { RtfDocument } from "./rtf-document.ts";
import { createRtfStory, type RtfStory } from "./rtf-story.ts";
import type { CellDefinition } from "./table-builder.ts";

/** A group that is open, and what is done when it ends. */
export interface Frame {
  readonly before: GroupState;
  readonly onClose: ((state: GroupState) => void)[];
}

/** Where the reading of a file stands. */
export interface RtfReading {
  readonly document: RtfDocument;
  state: GroupState;
  /** Groups that are open. */
  readonly frames: Frame[];
  /** Cells of the row that comes, and what is said about the next of them. */
  definitions: CellDefinition[];
  nextDefinition: Omit<CellDefinition, "right">;
  isHeaderRow: boolean;
  /** A mark was set for the note that follows. */
  hasMark: boolean;
  /** Notes that are open; the innermost is the last. */
  readonly notes: { isEndnote: boolean }[];
  /** Numbers of the date that is read. */
  date: Record<string, number>;
  /** Number of the font or style that is read. */
  tableIndex: number;
  /** Ends an entry of the table of fonts, styles or authors that is open. */
  tableEntry: (() => void) | null;
  /** Where the Unicode form of a text goes that stands in two forms. */
  unicodeSink: Sink | null;
  /** Stories around the drawings that are open. */
  readonly boxStories: (RtfStory | null)[];
}

/** The beginning of a file. */
export function beginReading(document: RtfDocument, story: RtfStory): RtfReading {
  return {
    document,
    state: beginState({ kind: "story", story }),
    frames: [],
    definitions: [],
    nextDefinition: { merge: "none", isAcross: false },
    isHeaderRow: false,
    hasMark: false,
    notes: [],
    date: {},
    tableIndex: 0,
    tableEntry: null,
    unicodeSink: null,
    boxStories: [],
  };
}

/** Changes what holds from here to the end of the group. */
export function setState(reading: RtfReading, change: Partial<GroupState>): void {
  reading.state = { ...reading.state, ...change };
}

/** Does something when the group ends that is open now. */
export function atEnd(reading: RtfReading, action: (state: GroupState) => void): void {
  reading.frames.at(-1)?.onClose.push(action);
}

/** The story to which text is added, if any. */
export function storyOf({ state }: RtfReading): RtfStory | null {
  return state.sink.kind === "story" ? state.sink.story : null;
}

/** Takes the text of the group as a value. */
export function capture(reading: RtfReading, onText: (text: string) => void): void {
  const sink: Sink = { kind: "capture", text: "" };
  setState(reading, { sink });
  atEnd(reading, () => onText(sink.text.trim()));
}

/** A stream of text of its own; it is handed to `onEnd` when the group ends, and the one around it goes on. */
export function beginStory(reading: RtfReading, onEnd: (blocks: Block[]) => void): void {
  const inner = createRtfStory();
  const { fallbackCharacters } = reading.state;
  reading.state = { ...beginState({ kind: "story", story: inner }), fallbackCharacters };
  atEnd(reading, (end) => onEnd(inner.finish(end.paragraph)));
}
