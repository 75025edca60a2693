import { assertNever } from "#shared/base/assert-never.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BriefBlock, BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { plainForTerminal } from "./terminal.ts";
import { formatTable } from "./text-table.ts";

/** Tags in the order of the codebook. */
export function formatTags({ tags }: OutputOf<"tags.list">): string {
  return formatTable(tags, [
    { heading: "tag", cell: (tag) => tag.tagId },
    { heading: "name", cell: (tag) => tag.name },
    { heading: "colour", cell: (tag) => tag.color },
    { heading: "key", cell: (tag) => tag.key },
    { heading: "passages", cell: (tag) => tag.passages },
    { heading: "archived", cell: (tag) => (tag.archived ? "archived" : null) },
  ]);
}

/** The counts of every place of the codebook. */
export function formatPlaces({ counts, tagged, untagged }: OutputOf<"tags.counts">): string {
  const table = formatTable(counts, [
    { heading: "path", cell: (place) => place.path },
    { heading: "own", cell: (place) => place.own },
    { heading: "with below", cell: (place) => place.all },
    { heading: "documents", cell: (place) => place.documents },
  ]);
  return `${table}\n\n${tagged} passages have tags, ${untagged} have none.`;
}

/** Passages by document and tag, one line for each pair that has any. */
export function formatMatrix({ cells, documents, places }: OutputOf<"tags.matrix">): string {
  return formatTable(cells, [
    { heading: "document", cell: ([document]) => documents[document] ?? null },
    { heading: "tag", cell: ([, place]) => places[place]?.path ?? null },
    { heading: "passages", cell: ([, , passages]) => passages },
  ]);
}

/** Tags that stand on one passage, one line for each pair. */
export function formatTogether({ pairs, places }: OutputOf<"tags.together">): string {
  return formatTable(pairs, [
    { heading: "tag", cell: ([one]) => places[one]?.path ?? null },
    { heading: "and", cell: ([, other]) => places[other]?.path ?? null },
    { heading: "passages", cell: ([, , passages]) => passages },
  ]);
}

/** A part of the passage browser's list, each group under its name. */
export function formatBrowsed({ total, documents, groups, passages }: OutputOf<"passages.browse">): string {
  const names = new Map(groups.map((group) => [group.key, `${group.name || "(without)"}: ${group.passages}`]));
  const parts = [`${total} passages in ${documents} documents`];
  for (const [index, row] of passages.entries()) {
    const isNew = index === 0 || passages[index - 1]?.group !== row.group;
    if (groups.length > 0 && isNew) parts.push(`# ${plainForTerminal(names.get(row.group) ?? "")}`);
    parts.push(formatPassage(row));
  }
  return parts.join("\n\n");
}

/** A passage and those that it is linked to. */
export function formatLinked({ passage, links }: OutputOf<"passages.show">): string {
  const lines = links.flatMap((link) => [
    `${link.linkId}  ${link.direction === "out" ? `${link.relation} →` : `← ${link.relation}`}${
      link.reason === "" ? "" : `  ${plainForTerminal(link.reason)}`
    }`,
    `  ${link.other.passageId}  ${plainForTerminal(link.other.citation)}`,
  ]);
  return [formatPassage(passage), ...lines].join("\n");
}

/** A passage: where it stands, its words, its marks, its note. */
export function formatPassage(passage: PassageListItem): string {
  const lines = [
    `${passage.passageId}  ${plainForTerminal(passage.citation)}${passage.state === "orphaned" ? "  (place lost)" : ""}`,
    `  “${plainForTerminal(passage.quote.replace(/\s+/g, " "))}”`,
  ];
  if (passage.marks.length > 0) lines.push(`  marks: ${passage.marks.join(", ")}`);
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
