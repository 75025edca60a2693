import { assertNever } from "#shared/base/assert-never.ts";
import type { BriefBlock, BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { plainForTerminal } from "./terminal.ts";

/** A passage: where it stands, its words, its note. */
export function formatPassage(passage: PassageListItem): string {
  const lines = [
    `${passage.passageId}  ${plainForTerminal(passage.citation)}${passage.state === "orphaned" ? "  (place lost)" : ""}`,
    `  “${plainForTerminal(passage.quote.replace(/\s+/g, " "))}”`,
  ];
  if (passage.note !== "") lines.push(`  ${plainForTerminal(passage.note)}`);
  return lines.join("\n");
}

/** A brief with the identifiers that other commands take, each quotation with the outcome of its check. */
export function formatBrief(brief: BriefDetail): string {
  const { verified, altered, orphaned, missing } = brief.checks;
  return [
    `${brief.briefId}  ${plainForTerminal(brief.title)}`,
    `quotations: ${verified} verified, ${altered} altered, ${orphaned} orphaned, ${missing} missing`,
    ...brief.sections.flatMap((section) => [
      "",
      `${section.sectionId}  ${plainForTerminal(section.heading)}`,
      ...section.blocks.map(formatBlock),
    ]),
  ].join("\n");
}

function formatBlock(block: BriefBlock): string {
  switch (block.kind) {
    case "text":
      return `  ${block.blockId}  ${plainForTerminal(block.text)}`;
    case "quotation":
      return `  ${block.blockId}  “${plainForTerminal(block.text)}” ${plainForTerminal(block.citation)} [${block.check.kind}]`;
    default:
      return assertNever(block);
  }
}
