import { MOST_PIXELS, measurePicture } from "../../picture-size.ts";
import type { Block, Span } from "../../rendition.ts";
import { describeIncluded, loadsFromElsewhere } from "../field-instructions.ts";
import { countOf, type NoticeCollector } from "../notices.ts";
import { plainText } from "../spans.ts";
import type { PictureData, RtfFont } from "./group-state.ts";
import type { ParagraphState } from "./rtf-story.ts";

const describePictures = (count: number): string => `${countOf(count, "picture")} of a kind that is not shown.`;
const describeComments = (count: number): string => `${countOf(count, "comment")}, shown where they stand.`;

/** What an RTF file says outside of its text, gathered while it is read. */
export interface RtfDocument {
  readonly notices: NoticeCollector;
  readonly fonts: Map<number, RtfFont>;
  readonly headings: Map<number, ParagraphState["heading"]>;
  readonly authors: string[];
  readonly info: Map<string, string>;
  readonly margins: { readonly kind: "header" | "footer"; readonly blocks: readonly Block[] }[];
  readonly endnotes: Block[];
  codePage: number;
  defaultFont: number | null;
  footnotes: number;
  endnoteNumber: number;
  commentAuthor: string;
}

/** A document of which nothing is known yet. */
export function createRtfDocument(notices: NoticeCollector): RtfDocument {
  return {
    notices,
    fonts: new Map(),
    headings: new Map(),
    authors: [],
    info: new Map(),
    margins: [],
    endnotes: [],
    codePage: 1252,
    defaultFont: null,
    footnotes: 0,
    endnoteNumber: 0,
    commentAuthor: "",
  };
}

/** Counts a field that would load something. */
export function noteField(document: RtfDocument, instruction: string): void {
  if (loadsFromElsewhere(instruction)) document.notices.count("remote-content-not-loaded", describeIncluded);
}

/** A comment as it stands in the text. */
export function commentSpan(document: RtfDocument, blocks: readonly Block[], date: string): Span {
  document.notices.count("comments", describeComments);
  const signature = [document.commentAuthor, date].filter((part) => part !== "").join(", ");
  return { text: plainText(blocks), change: "comment", ...(signature !== "" && { changedBy: signature }) };
}

/** The picture, or a remark in its place. */
export function showPicture(document: RtfDocument, picture: PictureData): Block {
  const bytes = picture.binary ?? Buffer.from(picture.digits.join(""), "hex");
  const size = measurePicture(bytes);
  if (size === null || size.width * size.height > MOST_PIXELS) {
    document.notices.count("content-not-shown", describePictures);
    return { kind: "remark", text: `A picture (${picture.format || "unknown kind"}) is not shown` };
  }
  return {
    kind: "picture",
    bytes,
    width: ((picture.width / 20) * picture.scaleX) / 100 || size.width * 0.75,
    height: ((picture.height / 20) * picture.scaleY) / 100 || size.height * 0.75,
    description: null,
  };
}

/** Headers or footers, each text once. */
export function showRtfMargins(document: RtfDocument, kind: "header" | "footer"): readonly Block[] {
  const seen = new Set<string>();
  const shown: Block[] = [];
  for (const margin of document.margins) {
    const words = plainText(margin.blocks);
    const isBare = /^[\s\d\p{P}]*$/u.test(words) && !margin.blocks.some((block) => block.kind === "picture");
    if (margin.kind !== kind || isBare || seen.has(words)) continue;
    seen.add(words);
    const name = kind === "header" ? "Header" : "Footer";
    shown.push({ kind: "remark", text: `${name} of the pages:` }, ...margin.blocks);
  }
  if (shown.length === 0) return [];
  return kind === "header" ? [...shown, { kind: "rule" }] : [{ kind: "rule" }, ...shown];
}
