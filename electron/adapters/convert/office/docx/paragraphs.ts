import type { Block, Span } from "../../rendition.ts";
import { signOnce, trimSpans } from "../spans.ts";
import { findChild, numberAttribute, propertyValue, switchOf, type XmlElement } from "../xml/element.ts";
import { readInline } from "./inline.ts";
import type { BlockReader, ParagraphContent, RunContext, Story } from "./story.ts";
import { type ParagraphStyle, readIndent, readOutlineLevel } from "./styles.ts";

/** One step of indentation in twentieths of a point: half an inch, the default tab stop. */
const INDENT_STEP = 720;
const MAX_INDENT = 8;

/** Legal texts number whole paragraphs by heading styles: what is longer than this is text and not a title. */
const MAX_HEADING = 250;

/** Reads `w:p`. */
export function readParagraph(
  story: Story,
  element: XmlElement,
  change: Omit<RunContext, "style">,
  readBlocks: BlockReader,
): Block[] {
  const properties = findChild(element, "w:pPr");
  const styleId = propertyValue(properties, "w:pStyle");
  const style = story.document.styles.paragraph(styleId);
  const heading = headingOf(properties, style);
  const content: ParagraphContent = { segments: [[]], after: [] };
  // A heading is set bold anyway; what its style adds to that would only be noise.
  const inherited = heading === null ? style.run : { hidden: style.run.hidden };
  readInline(story, element, { ...change, style: inherited }, content, readBlocks);

  const blocks: Block[] = [];
  if (switchOf(properties, "w:pageBreakBefore") ?? style.startsPage ?? false) blocks.push({ kind: "page-break" });
  const isEmpty = content.segments.every((segment) => trimSpans(segment).length === 0);
  // Word numbers empty paragraphs too, but not those that only hold a break or a picture in a style without numbers.
  const marker = isEmpty && content.after.length > 0 ? null : nextMarker(story, properties, style, styleId);
  for (const [index, segment] of content.segments.entries()) {
    if (index > 0) blocks.push({ kind: "page-break" });
    const spans = signOnce(trimSpans(segment));
    const shown = index === 0 ? marker : null;
    if (spans.length > 0 || shown !== null) blocks.push(makeBlock(spans, shown, heading, properties, style));
  }
  blocks.push(...content.after);
  const section = findChild(properties, "w:sectPr");
  if (section !== undefined) story.onSection(section);
  return blocks;
}

interface Marker {
  readonly text: string;
  readonly level: number;
}

function nextMarker(
  story: Story,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  styleId: string | undefined,
): Marker | null {
  const own = findChild(properties, "w:numPr");
  const { numbering } = story.document;
  const listId = propertyValue(own, "w:numId") ?? style.numberingId;
  if (listId === undefined || listId === "0") return null;
  const isOfStyle = propertyValue(own, "w:numId") === undefined && styleId !== undefined;
  const level =
    numberAttribute(findChild(own, "w:ilvl"), "w:val") ??
    (isOfStyle ? numbering.levelOfStyle(listId, styleId) : undefined) ??
    style.numberingLevel ??
    0;
  const text = numbering.next(listId, level);
  return text === null ? null : { text, level: Math.min(Math.max(level, 0), MAX_INDENT) };
}

function headingOf(properties: XmlElement | undefined, style: ParagraphStyle): ParagraphStyle["heading"] {
  const own = readOutlineLevel(properties);
  return own === undefined ? style.heading : own;
}

function makeBlock(
  spans: readonly Span[],
  marker: Marker | null,
  heading: ParagraphStyle["heading"],
  properties: XmlElement | undefined,
  style: ParagraphStyle,
): Block {
  const length = spans.reduce((sum, { text }) => sum + text.length, 0);
  if (heading !== null && length > 0 && length <= MAX_HEADING) {
    const numbered = marker === null ? spans : [{ text: `${marker.text} ` }, ...spans];
    return { kind: "heading", level: heading, spans: numbered };
  }
  if (marker !== null) return { kind: "item", marker: marker.text, level: marker.level, spans };
  const align = readAlign(propertyValue(properties, "w:jc") ?? style.align);
  const indent = Math.round((readIndent(properties) ?? style.indent ?? 0) / INDENT_STEP);
  return {
    kind: "paragraph",
    spans,
    ...(align !== undefined && { align }),
    ...(indent > 0 && { indent: Math.min(indent, MAX_INDENT) }),
  };
}

/** `w:jc` (ECMA-376 part 1, 17.18.44; `left` and `right` in its transitional form). */
export function readAlign(value: string | undefined): "start" | "center" | "end" | "justify" | undefined {
  switch (value) {
    case "center":
      return "center";
    case "right":
    case "end":
      return "end";
    case "both":
    case "distribute":
      return "justify";
    default:
      return undefined;
  }
}
