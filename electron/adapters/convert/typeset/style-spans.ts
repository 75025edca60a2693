import type { Span } from "../rendition.ts";
import type { FaceName } from "./faces.ts";
import type { PrintableCharacters } from "./printable-characters.ts";
import { DELETED, INK, INSERTED, MOVED, QUIET, SMALL_SHARE, type StyledText, type TextStyle } from "./styles.ts";

/** What spans are set with. */
export interface SpanSetting {
  readonly printable: PrintableCharacters;
  readonly size: number;
  readonly colour?: string;
  /** Added to every span. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Numbers a comment and keeps its text for a remark below the block. */
  addComment(text: string, author: string | undefined): number;
}

const MARK_OF_CHANGE = { inserted: "inserted", deleted: "deleted", moved: "moved" } as const;
const COLOUR_OF_CHANGE = { inserted: INSERTED, deleted: DELETED, moved: MOVED } as const;

/**
 * Gives spans their styles, and says in words what a style alone cannot say once the text is copied or searched. All that
 * Probative adds stands small, quiet and in brackets:
 * `[inserted: text — who, when]`, likewise `deleted` and `moved`; `[comment 1]`, whose text follows below the block;
 * `[hidden: text]`; `[1]` for a call of a footnote; `<address>` behind the text of a link that is not its own address.
 */
export function* styleSpans(spans: readonly Span[], setting: SpanSetting): Generator<StyledText> {
  const styles = new Map<string, TextStyle>();
  const mark = makeMarkStyle(setting.size);
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined) continue;
    const before = spans[index - 1];
    const after = spans[index + 1];
    if (span.change === "comment") {
      if (span.text.trim() !== "")
        yield { text: `[comment ${setting.addComment(span.text, span.changedBy)}]`, style: mark };
      continue;
    }
    if (span.hidden === true && before?.hidden !== true) yield { text: "[hidden: ", style: mark };
    if (span.change !== undefined && !isSameChange(span, before))
      yield { text: `[${MARK_OF_CHANGE[span.change]}: `, style: mark };
    // Readers may give the number as the text of its call; it is said once.
    if (span.footnote === undefined || span.text.trim() !== String(span.footnote))
      yield { text: setting.printable.prepare(span.text), style: styleOf(span, setting, styles) };
    if (span.footnote !== undefined) yield { text: `[${span.footnote}]`, style: raise(mark, setting.size) };
    if (span.link !== undefined && span.link !== after?.link) {
      const shown = linkedText(spans, index);
      if (!isSameAddress(shown, span.link)) yield { text: setting.printable.prepare(` <${span.link}>`), style: mark };
    }
    if (span.change !== undefined && !isSameChange(span, after)) {
      const author = span.changedBy === undefined ? "" : ` — ${setting.printable.prepare(span.changedBy)}`;
      yield { text: `${author}]`, style: mark };
    }
    if (span.hidden === true && after?.hidden !== true) yield { text: "]", style: mark };
  }
}

/** Plain text of spans, for an outline. */
export function plainText(spans: readonly Span[]): string {
  return spans
    .filter((span) => span.change !== "comment" && span.change !== "deleted")
    .map((span) => span.text)
    .join("")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function styleOf(span: Span, setting: SpanSetting, styles: Map<string, TextStyle>): TextStyle {
  const bold = span.bold === true || setting.bold === true;
  const italic = span.italic === true || setting.italic === true;
  const change = span.change === "comment" ? undefined : span.change;
  const raised = span.superscript === true || span.subscript === true;
  const style: TextStyle = {
    face: faceOf(bold, italic, span.monospaced === true),
    size: raised ? setting.size * SMALL_SHARE : setting.size,
    colour: change !== undefined ? COLOUR_OF_CHANGE[change] : span.hidden === true ? QUIET : (setting.colour ?? INK),
    underlined: span.underlined === true || change === "inserted",
    struck: span.struck === true || change === "deleted",
    rise: span.superscript === true ? setting.size * 0.3 : span.subscript === true ? setting.size * -0.12 : 0,
  };
  // Lines join what shares one style, so equal styles must be one object.
  const key = JSON.stringify(style);
  const known = styles.get(key);
  if (known !== undefined) return known;
  styles.set(key, style);
  return style;
}

function faceOf(bold: boolean, italic: boolean, monospaced: boolean): FaceName {
  if (monospaced) return bold ? "monoBold" : "mono";
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}

function makeMarkStyle(size: number): TextStyle {
  return { face: "regular", size: size * SMALL_SHARE, colour: QUIET, underlined: false, struck: false, rise: 0 };
}

function raise(style: TextStyle, size: number): TextStyle {
  return { ...style, rise: size * 0.3 };
}

function isSameChange(span: Span, other: Span | undefined): boolean {
  return other !== undefined && other.change === span.change && other.changedBy === span.changedBy;
}

/** Text of the neighbouring spans that bear the same link and end at `index`. */
function linkedText(spans: readonly Span[], index: number): string {
  const { link } = spans[index] ?? {};
  let first = index;
  while (first > 0 && spans[first - 1]?.link === link) first -= 1;
  return spans
    .slice(first, index + 1)
    .map((span) => span.text)
    .join("");
}

/** A text that spells its address out need not be followed by it. */
function isSameAddress(text: string, address: string): boolean {
  const bare = (value: string): string =>
    value
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/|mailto:|tel:)/u, "")
      .replace(/\/$/u, "");
  return bare(text) === bare(address);
}
