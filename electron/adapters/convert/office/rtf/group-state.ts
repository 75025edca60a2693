import type { Span } from "../../rendition.ts";
import { type ParagraphState, PLAIN_PARAGRAPH, type RtfStory } from "./rtf-story.ts";

/** Where the text of a group goes. */
export type Sink =
  | { readonly kind: "story"; readonly story: RtfStory }
  /** Text is kept for who asked for it. */
  | { readonly kind: "capture"; text: string }
  | { readonly kind: "picture"; readonly picture: PictureData }
  /** Nothing is shown, but destinations inside are looked at. */
  | { readonly kind: "mute" }
  /** Nothing of it is looked at. */
  | { readonly kind: "skip" };

/** A picture while it is read. */
export interface PictureData {
  /** Hexadecimal digits, as they stand in the file. */
  readonly digits: string[];
  binary: Uint8Array | null;
  format: string;
  /** Twentieths of a point. */
  width: number;
  height: number;
  /** Percent. */
  scaleX: number;
  scaleY: number;
}

/** A field between its braces. */
export interface RtfField {
  link: string | undefined;
  instruction: string;
  hasResult: boolean;
}

/** How letters look. */
export interface LetterState {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly position: "superscript" | "subscript" | null;
  readonly font: number | null;
  readonly change: "inserted" | "deleted" | null;
  readonly author: number;
  readonly date: number;
}

/** What holds in a group, and in groups inside of it until they say otherwise. Never changed, only replaced. */
export interface GroupState {
  readonly sink: Sink;
  readonly letters: LetterState;
  readonly paragraph: ParagraphState;
  /** Characters that follow `\u` for programs without Unicode. */
  readonly fallbackCharacters: number;
  readonly field: RtfField | null;
  /** The group begins with `\*`: unknown, it is skipped. */
  readonly isOptional: boolean;
}

export const PLAIN_LETTERS: LetterState = {
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  hidden: false,
  position: null,
  font: null,
  change: null,
  author: 0,
  date: 0,
};

/** The state at the beginning of a story. */
export function beginState(sink: Sink): GroupState {
  return {
    sink,
    letters: PLAIN_LETTERS,
    paragraph: PLAIN_PARAGRAPH,
    fallbackCharacters: 1,
    field: null,
    isOptional: false,
  };
}

/** A font of the font table. */
export interface RtfFont {
  name: string;
  codePage: number | null;
  isSymbol: boolean;
}

/** Looks of a span. @param signature who changed it and when */
export function spanStyle(state: GroupState, font: RtfFont | undefined, signature: string): Omit<Span, "text"> {
  const { letters, field } = state;
  const link = field?.link;
  return {
    ...(letters.bold && state.paragraph.heading === null && { bold: true }),
    ...(letters.italic && { italic: true }),
    ...(letters.underlined && link === undefined && { underlined: true }),
    ...(letters.struck && { struck: true }),
    ...(/courier|consolas|\bmono/iu.test(font?.name ?? "") && { monospaced: true }),
    ...(letters.position === "superscript" && { superscript: true }),
    ...(letters.position === "subscript" && { subscript: true }),
    ...(letters.hidden && { hidden: true }),
    ...(link !== undefined && { link }),
    ...(letters.change !== null && { change: letters.change }),
    ...(letters.change !== null && signature !== "" && { changedBy: signature }),
  };
}

/** Minutes, hours, day, month and year in 32 bits (RTF 1.9.1, "Track Changes"): as local time of the author. */
export function readPackedDate(value: number): string {
  const bits = value >>> 0;
  const [minute, hour, day] = [bits & 0x3f, (bits >>> 6) & 0x1f, (bits >>> 11) & 0x1f];
  const [month, year] = [(bits >>> 16) & 0xf, ((bits >>> 20) & 0x1ff) + 1900];
  return month < 1 || month > 12 || day < 1 ? "" : formatDate(year, month, day, hour, minute);
}

/** ISO 8601 without a zone: RTF has none. */
export function formatDate(year: number, month: number, day: number, hour: number, minute: number): string {
  const pad = (number: number): string => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}
