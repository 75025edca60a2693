import { assertNever } from "#shared/base/assert-never.ts";
import type { BriefBlock, BriefDetail, QuotationCheck } from "#shared/model/brief.ts";
import { breakBalancedLines } from "./break-lines.ts";
import { setDifference } from "./difference-spans.ts";
import { makeBlock, type Setting } from "./make-block.ts";
import { numberHeadings } from "./number-headings.ts";
import type { Block, SideRule } from "./paginate.ts";
import { composeNotes } from "./print-notes.ts";
import { HAIRLINE_COLOUR, PAGE, type Span, STYLES, type TextStyle, WARNING_COLOUR } from "./styles.ts";

type Quotation = Extract<BriefBlock, { readonly kind: "quotation" }>;

const QUOTATION_INDENT = 30;
const PARAGRAPH_SPACE = 10;

/**
 * Turns a brief into blocks of lines: title, numbered headings, paragraphs, quotations with their citations, notes.
 *
 * @param printedAt ISO 8601, UTC
 */
export function composeBrief(brief: BriefDetail, printedAt: string, setting: Setting): readonly Block[] {
  const headings = numberHeadings(brief.sections.map((section) => section.heading));
  const blocks = [composeTitle(brief.title, setting)];
  brief.sections.forEach((section, index) => {
    const heading = headings[index] ?? "";
    if (heading !== "") blocks.push(composeHeading(heading, setting));
    for (const block of section.blocks) blocks.push(...composeBlock(block, setting));
  });
  for (const [index, note] of composeNotes(brief.checks, printedAt, setting.printable.unprintable()).entries()) {
    const shape = { tag: "Note", leading: 13, spaceBefore: index === 0 ? 30 : 4, ruledAbove: index === 0 } as const;
    blocks.push(makeBlock([{ text: note, style: STYLES.note }], shape, setting));
  }
  return blocks.filter((block) => block.lines.length > 0);
}

function composeTitle(title: string, setting: Setting): Block {
  const spans = [{ text: setting.printable.prepare(title), style: STYLES.title }];
  const block = makeBlock(spans, { tag: "H1", leading: 26, align: "centre", keepWithNext: true }, setting);
  return { ...block, lines: breakBalancedLines(spans, PAGE.textWidth, setting.measure) };
}

function composeHeading(heading: string, setting: Setting): Block {
  const text = setting.printable.prepare(heading);
  const shape = { tag: "H2", leading: 19, spaceBefore: 24, keepWithNext: true, outline: heading } as const;
  return makeBlock([{ text, style: STYLES.heading }], shape, setting);
}

function composeBlock(block: BriefBlock, setting: Setting): readonly Block[] {
  switch (block.kind) {
    case "text":
      return splitParagraphs(block.text).map((text) => composeParagraph(text, STYLES.body, setting));
    case "quotation":
      return composeQuotation(block, setting);
    default:
      return assertNever(block);
  }
}

function composeParagraph(text: string, style: TextStyle, setting: Setting): Block {
  const spans = [{ text: setting.printable.prepare(text), style }];
  return makeBlock(spans, { tag: "P", leading: 19.5, spaceBefore: PARAGRAPH_SPACE }, setting);
}

function composeQuotation(block: Quotation, setting: Setting): readonly Block[] {
  const verified = block.check.kind === "verified";
  const sideRule: SideRule = verified
    ? { name: block.blockId, colour: HAIRLINE_COLOUR, weight: 0.6 }
    : { name: block.blockId, colour: WARNING_COLOUR, weight: 1.4 };
  const inset = { indent: QUOTATION_INDENT, sideRule, keepWithNext: true };
  const marks = describeCheck(block.check, setting).map((spans, index) =>
    makeBlock(
      spans,
      { tag: "Note", leading: index === 0 ? 14 : 14.5, spaceBefore: index === 0 ? PARAGRAPH_SPACE : 1, ...inset },
      setting,
    ),
  );
  const paragraphs = splitParagraphs(block.text).map((text, index) =>
    makeBlock(
      [{ text: setting.printable.prepare(text), style: STYLES.quotation }],
      {
        tag: "BlockQuote",
        leading: 16.5,
        spaceBefore: index === 0 && marks.length > 0 ? 4 : PARAGRAPH_SPACE,
        ...inset,
      },
      setting,
    ),
  );
  const quotation = [...marks, ...paragraphs];
  if (block.citation.trim() === "") {
    return quotation.map((part, index) => (index === quotation.length - 1 ? { ...part, keepWithNext: false } : part));
  }
  return [...quotation, { ...composeParagraph(block.citation, STYLES.body, setting), spaceBefore: 7 }];
}

/** What stands above a quotation that is not verified: a line in words, and for a difference the difference. */
function describeCheck(check: QuotationCheck, setting: Setting): readonly (readonly Span[])[] {
  const warn = (text: string): readonly Span[] => [{ text, style: STYLES.warning }];
  switch (check.kind) {
    case "verified":
      return [];
    case "altered": {
      const difference = setDifference(check.difference).map(({ text, style }) => ({
        text: setting.printable.prepare(text),
        style,
      }));
      return [warn("Differs from source (struck through: source only; underlined: quotation only)"), difference];
    }
    case "orphaned":
      return [warn("Not verified: the passage has lost its place in its source")];
    case "missing":
      return [warn("Not verified: the passage or its document is gone")];
    default:
      return assertNever(check);
  }
}

/** A blank line parts paragraphs; a single line break is a space, as on the page that a quotation comes from. */
function splitParagraphs(text: string): readonly string[] {
  return text.split(/\r?\n[ \t]*\r?\n/).filter((paragraph) => paragraph.trim() !== "");
}
