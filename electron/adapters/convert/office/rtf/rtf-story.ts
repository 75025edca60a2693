import type { Block, Span } from "../../rendition.ts";
import { appendSpan, signOnce, trimSpans } from "../spans.ts";
import { type CellDefinition, createTableBuilder, type TableBuilder } from "./table-builder.ts";

/** How a paragraph is set. */
export interface ParagraphState {
  readonly align?: "center" | "end" | "justify";
  /** Twentieths of a point. */
  readonly indent: number;
  /** Tables around it. */
  readonly tables: number;
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly listLevel: number;
}

export const PLAIN_PARAGRAPH: ParagraphState = { indent: 0, tables: 0, heading: null, listLevel: 0 };

/** One step of indentation: half an inch in twentieths of a point. */
const INDENT_STEP = 720;
const MAX_INDENT = 8;
const MAX_HEADING = 250;

/** Tables in tables beyond this are set in the innermost of them. */
const MAX_TABLES = 12;

/** A stream of text (the body, a note, a header) that becomes blocks. */
export interface RtfStory {
  addSpan(span: Span): void;
  /** Shown behind the paragraph that is open. */
  addAfter(block: Block): void;
  setMarker(marker: string): void;
  endParagraph(paragraph: ParagraphState): void;
  breakPage(paragraph: ParagraphState): void;
  endCell(paragraph: ParagraphState, level: number): void;
  endRow(definitions: readonly CellDefinition[], isHeader: boolean, level: number): void;
  /** Ends what is open. To be called once. */
  finish(paragraph: ParagraphState): Block[];
  countBlocks(): number;
}

/** An empty story. */
export function createRtfStory(): RtfStory {
  const body: Block[] = [];
  const tables: TableBuilder[] = [];
  let spans: Span[] = [];
  let after: Block[] = [];
  let marker = "";
  let count = 0;

  function container(level: number): Block[] {
    const depth = Math.min(level, MAX_TABLES);
    while (tables.length > depth) closeTable();
    while (tables.length < depth) tables.push(createTableBuilder());
    return tables.at(-1)?.cell ?? body;
  }
  function closeTable(): void {
    const table = tables.pop()?.finish() ?? null;
    if (table !== null) (tables.at(-1)?.cell ?? body).push(table);
  }
  function flush(paragraph: ParagraphState, level: number): void {
    const shown = signOnce(trimSpans(spans));
    const isEmpty = shown.length === 0 && marker === "" && after.length === 0;
    // An empty paragraph behind a table ends it all the same.
    const target = container(level);
    if (!isEmpty) {
      if (shown.length > 0 || marker !== "") target.push(makeBlock(shown, marker, paragraph));
      target.push(...after);
      count += 1;
    }
    spans = [];
    after = [];
    marker = "";
  }

  return {
    addSpan: (span) => appendSpan(spans, span),
    addAfter: (block) => after.push(block),
    setMarker(text) {
      marker = text.replaceAll(/\s+/gu, " ").trim();
    },
    endParagraph: (paragraph) => flush(paragraph, paragraph.tables),
    breakPage(paragraph) {
      if (paragraph.tables > 0) {
        appendSpan(spans, { text: "\n" });
        return;
      }
      flush(paragraph, 0);
      body.push({ kind: "page-break" });
    },
    endCell(paragraph, level) {
      flush(paragraph, level);
      tables.at(-1)?.endCell();
    },
    endRow(definitions, isHeader, level) {
      container(level);
      tables.at(-1)?.endRow(definitions, isHeader);
    },
    finish(paragraph) {
      flush(paragraph, spans.length === 0 && after.length === 0 ? 0 : paragraph.tables);
      container(0);
      return body;
    },
    countBlocks: () => count,
  };
}

function makeBlock(spans: readonly Span[], marker: string, paragraph: ParagraphState): Block {
  const length = spans.reduce((sum, { text }) => sum + text.length, 0);
  if (paragraph.heading !== null && length > 0 && length <= MAX_HEADING)
    return {
      kind: "heading",
      level: paragraph.heading,
      spans: marker === "" ? spans : [{ text: `${marker} ` }, ...spans],
    };
  if (marker !== "")
    return { kind: "item", marker, level: Math.min(Math.max(paragraph.listLevel, 0), MAX_INDENT), spans };
  const indent = Math.min(Math.round(paragraph.indent / INDENT_STEP), MAX_INDENT);
  return {
    kind: "paragraph",
    spans,
    ...(paragraph.align !== undefined && { align: paragraph.align }),
    ...(indent > 0 && { indent }),
  };
}
