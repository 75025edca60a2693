import type { Block } from "../rendition.ts";

/** Deepest level of quotation that is told apart. */
const DEEPEST_QUOTE = 8;
/** Columns made with spaces or tabs: setting them as running text would tear them apart. */
const COLUMNS = /\S(?: {3,}|\t+ *)\S/u;

/** How the lines of a text are joined (RFC 3676). */
export interface FlowedFormat {
  readonly isFlowed: boolean;
  /** Whether the space that marks a soft break is no part of the text. */
  readonly deletesSpace: boolean;
}

interface Line {
  readonly level: number;
  readonly text: string;
}

/**
 * Sets the plain text of a message: paragraphs at empty lines, one level of quotation for each `>` at the start of a line,
 * line breaks as they are, and text in columns preformatted.
 */
export function quoteText(text: string, format: FlowedFormat): readonly Block[] {
  const lines = text
    .replaceAll(/\r\n?/gu, "\n")
    .split("\n")
    .map((line) => readLine(line, format.isFlowed));
  const blocks: Block[] = [];
  let group: Line[] = [];
  const flush = (): void => {
    const block = setGroup(group);
    if (block !== null) blocks.push(block);
    group = [];
  };
  for (const line of format.isFlowed ? unflow(lines, format.deletesSpace) : lines) {
    if (line.text.trim() === "" || (group[0] !== undefined && group[0].level !== line.level)) flush();
    if (line.text.trim() !== "") group.push(line);
  }
  flush();
  return blocks;
}

/** `> > text` and `>> text` are both of level 2; in flowed text only unspaced marks count, and one space is stuffing. */
function readLine(source: string, isFlowed: boolean): Line {
  const marks = (isFlowed ? /^>+/u : /^(?: ?>)+/u).exec(source)?.[0] ?? "";
  const level = marks.replaceAll(" ", "").length;
  const rest = source.slice(marks.length);
  return { level, text: rest.startsWith(" ") && (isFlowed || level > 0) ? rest.slice(1) : rest };
}

function unflow(lines: readonly Line[], deletesSpace: boolean): readonly Line[] {
  const joined: Line[] = [];
  let open: { level: number; parts: string[] } | null = null;
  const close = (): void => {
    if (open !== null) joined.push({ level: open.level, text: open.parts.join("") });
    open = null;
  };
  for (const { level, text } of lines) {
    const before: { level: number; parts: string[] } | null = open;
    if (before !== null && before.level !== level) close();
    const isSoft = text.endsWith(" ") && text !== "-- ";
    const part = isSoft && deletesSpace ? text.slice(0, -1) : text;
    const current: { level: number; parts: string[] } = open ?? { level, parts: [] };
    current.parts.push(part);
    open = current;
    if (!isSoft) close();
  }
  close();
  return joined;
}

function setGroup(group: readonly Line[]): Block | null {
  const first = group[0];
  if (first === undefined) return null;
  const level = Math.min(first.level, DEEPEST_QUOTE);
  if (level === 0 && group.filter(({ text }) => COLUMNS.test(text)).length >= 2)
    return { kind: "preformatted", text: group.map(({ text }) => text.trimEnd()).join("\n") };
  const text = group.map((line) => line.text.trimEnd()).join("\n");
  return { kind: "paragraph", spans: [{ text }], ...(level > 0 ? { quoted: level } : {}) };
}
