import { assertNever } from "#shared/base/assert-never.ts";
import type { BriefBlock, BriefDetail, DifferencePart, QuotationCheck } from "#shared/model/brief.ts";
import { listChanges } from "./describe-difference.ts";
import { escapeMarkdownLine, splitParagraphs } from "./escape-markdown.ts";

type Quotation = Extract<BriefBlock, { readonly kind: "quotation" }>;

/**
 * Writes a brief as Markdown (CommonMark; the last table is GFM). Quotations are block quotes followed by their
 * citation; one that is not verified says so in its own paragraph. All text shows verbatim.
 *
 * @param brief its quotations checked just now
 */
export function briefToMarkdown(brief: BriefDetail): string {
  const parts: string[] = [`# ${escapeHeading(brief.title)}`];
  for (const section of brief.sections) {
    if (section.heading.trim() !== "") parts.push(`## ${escapeHeading(section.heading)}`);
    for (const block of section.blocks) parts.push(...writeBlock(block));
  }
  parts.push(...writeCheckTable(brief.checks));
  return `${parts.join("\n\n")}\n`;
}

function writeBlock(block: BriefBlock): readonly string[] {
  switch (block.kind) {
    case "text":
      return splitParagraphs(block.text).map((lines) => lines.map(escapeMarkdownLine).join("\\\n"));
    case "quotation":
      return writeQuotation(block);
    default:
      return assertNever(block);
  }
}

function writeQuotation(block: Quotation): readonly string[] {
  const mark = describeCheck(block.check);
  return [
    ...(mark === null ? [] : [mark]),
    quoteLines(splitParagraphs(block.text)),
    ...(block.citation.trim() === "" ? [] : [escapeMarkdownLine(block.citation)]),
  ];
}

/** Lines of a quotation stay lines of the file: Markdown shows them as one flowing paragraph, as they are read. */
function quoteLines(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((lines) => lines.map((line) => `> ${escapeMarkdownLine(line)}`).join("\n")).join("\n>\n");
}

/** What stands before a quotation that is not verified; null when it is. */
function describeCheck(check: QuotationCheck): string | null {
  switch (check.kind) {
    case "verified":
      return null;
    case "altered":
      return `**Differs from source.** ${describeChanges(check.difference)}`.trimEnd();
    case "orphaned":
      return "**Not verified.** The passage has lost its place in its source.";
    case "missing":
      return "**Not verified.** The passage or its document is gone.";
    default:
      return assertNever(check);
  }
}

function describeChanges(difference: readonly DifferencePart[]): string {
  return listChanges(difference)
    .map(({ source, quotation }) => {
      if (source === "") return `Not in the source: ${inQuotes(quotation)}.`;
      if (quotation === "") return `Left out of the source: ${inQuotes(source)}.`;
      return `The source has ${inQuotes(source)}, the quotation has ${inQuotes(quotation)}.`;
    })
    .join(" ");
}

function inQuotes(text: string): string {
  return `“${escapeMarkdownLine(text.replace(/\s+/g, " "))}”`;
}

/** A closing run of `#` would be taken as part of the heading's mark-up. */
function escapeHeading(text: string): string {
  return escapeMarkdownLine(text.replace(/\s+/g, " ")).replace(/#+$/, (run) => run.replaceAll("#", "\\#"));
}

function writeCheckTable(checks: BriefDetail["checks"]): readonly string[] {
  const rows: readonly (readonly [string, number])[] = [
    ["Verified: word for word as in the source", checks.verified],
    ["Altered: differs from the source", checks.altered],
    ["Orphaned: the passage has lost its place", checks.orphaned],
    ["Missing: the passage or its document is gone", checks.missing],
  ];
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return [
    "## Check of quotations",
    [
      "| Quotations | Number |",
      "|---|---:|",
      ...rows.map(([name, count]) => `| ${name} | ${count} |`),
      `| Total | ${total} |`,
    ].join("\n"),
  ];
}
