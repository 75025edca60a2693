import type { Block, Span } from "../../rendition.ts";
import type { NoticeCollector } from "../notices.ts";
import type { PartSources } from "../part-sources.ts";
import type { XmlElement } from "../xml/element.ts";
import type { Numbering } from "./numbering.ts";
import type { RunStyle } from "./run-style.ts";
import type { Styles } from "./styles.ts";

/** Notes of one kind: their text, and how they are numbered. */
export interface NoteSource {
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly parts: PartSources;
  /** `w:numFmt` of their numbers. */
  readonly format: string;
  /** Number of the note before the first. */
  last: number;
}

/** A comment, before it is read. */
export interface CommentSource {
  readonly element: XmlElement;
  readonly signature: string;
  isShown: boolean;
}

/** What all parts of one document share while it is read. */
export interface DocumentState {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notices: NoticeCollector;
  readonly footnotes: NoteSource;
  readonly endnotes: NoteSource;
  readonly comments: ReadonlyMap<string, CommentSource>;
  readonly commentParts: PartSources;
  /** Names of the files that were taken out of an embedded part. */
  readonly embedded: ReadonlyMap<string, readonly string[]>;
  /** Footnotes that were called and not placed yet. */
  readonly pendingNotes: Block[];
  readonly endnoteBlocks: Block[];
  progress(): void;
}

/** A field between its beginning and its end; it may reach over paragraphs. */
export interface OpenField {
  instruction: string;
  isResult: boolean;
  link: string | undefined;
  /** What is shown for a field of a form that has no result of its own. */
  readonly form: XmlElement | undefined;
}

/** One stream of text (the body, a header, a note) while it is read. */
export interface Story {
  readonly document: DocumentState;
  readonly parts: PartSources;
  readonly fields: OpenField[];
  /** Text between the ends of comments that are open. */
  readonly anchors: Map<string, string>;
  /** Text of comments whose range is closed and whose call follows. */
  readonly anchored: Map<string, string>;
  /** Called with `w:sectPr` when a section ends. */
  onSection(properties: XmlElement): void;
}

/** What is in force for a run. */
export interface RunContext {
  readonly style: RunStyle;
  readonly link?: string;
  readonly change?: "inserted" | "deleted" | "moved";
  readonly changedBy?: string;
}

/** Where the content of a paragraph goes. */
export interface ParagraphContent {
  /** Parted by page breaks. */
  readonly segments: Span[][];
  /** What is shown behind the paragraph: text boxes, pictures. */
  readonly after: Block[];
}

/** Reads blocks inside of a story: the two kinds of walk need each other. */
export type BlockReader = (story: Story, elements: Iterable<XmlElement>) => Block[];

/** A story that is not the body. */
export function beginStory(document: DocumentState, parts: PartSources): Story {
  return { document, parts, fields: [], anchors: new Map(), anchored: new Map(), onSection: () => undefined };
}

/** Author and time as the file gives them: no clock is converted. */
export function signatureOf(element: XmlElement): string {
  const author = element.attributes.get("w:author")?.trim();
  const date = element.attributes.get("w:date")?.trim();
  return [author === "" ? undefined : author, date].filter((part) => part !== undefined).join(", ");
}
