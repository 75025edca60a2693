import { assertNever } from "#shared/base/assert-never.ts";
import type { PassageId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { PassageConditions, PassageSort } from "#shared/model/passage-browser.ts";
import type { CasePorts } from "../backend-context.ts";
import { formatSafeJson } from "../export/csv-text.ts";
import { escapeMarkdownLine, splitParagraphs } from "../export/escape-markdown.ts";
import type { ExportTarget } from "../export/export-annotated.ts";
import { exportText } from "../export/export-text.ts";
import { type TableColumn, tableToCsv } from "../export/write-table.ts";
import { choosePassages, orderPassages, rememberDocuments } from "./choose-passages.ts";
import { toListItems } from "./edit-passage.ts";

/** Which passages leave the case, in which form, and where to. */
export interface PassageExport extends PassageConditions, ExportTarget {
  /** These, in this order; else those that meet the conditions. */
  readonly passages?: readonly PassageId[] | undefined;
  readonly sort: PassageSort;
  readonly descending: boolean;
  readonly format: "csv" | "json" | "md";
}

/** A passage with the names of its tags. */
interface WrittenPassage extends PassageListItem {
  readonly tags: readonly string[];
}

function labelOf({ page, label }: PassageListItem["ranges"][number]): string {
  return label ?? String(page);
}

function addressesOf({ ranges }: PassageListItem): string {
  const all = ranges.flatMap(({ addresses }) => addresses.map(({ scheme, value }) => `${scheme} ${value}`));
  return [...new Set(all)].join("; ");
}

const COLUMNS: readonly TableColumn<WrittenPassage>[] = [
  { name: "passage", value: (passage) => passage.passageId },
  { name: "document", value: (passage) => passage.documentTitle },
  { name: "citation", value: (passage) => passage.citation },
  { name: "pages in the file", value: ({ ranges }) => [...new Set(ranges.map(({ page }) => page))].join(", ") },
  { name: "page labels", value: ({ ranges }) => [...new Set(ranges.map(labelOf))].join(", ") },
  { name: "page addresses", value: addressesOf },
  { name: "quotation", value: (passage) => passage.quote },
  { name: "tags", value: (passage) => passage.tags.join("; ") },
  { name: "marks", value: (passage) => passage.marks.join("; ") },
  { name: "note", value: (passage) => passage.note },
  { name: "author", value: (passage) => passage.author },
  { name: "created", value: (passage) => passage.createdAt },
  { name: "changed", value: (passage) => passage.updatedAt },
  { name: "place", value: (passage) => passage.state },
  { name: "region", value: ({ region }) => region?.box.join(" ") ?? null },
  { name: "links", value: (passage) => passage.links },
  { name: "document identifier", value: (passage) => passage.documentId },
];

function quoteLines(text: string): string {
  return splitParagraphs(text)
    .map((lines) => lines.map((line) => `> ${escapeMarkdownLine(line)}`).join("\n"))
    .join("\n>\n");
}

/** A note is Markdown already; what would be a heading in it is put below the headings of the file. */
function noteText(note: string): string {
  return note.replaceAll(/^(#{1,4})(?=\s)/gmu, "##$1").trim();
}

function passageToMarkdown(passage: WrittenPassage): readonly string[] {
  const facts = [
    `**${escapeMarkdownLine(passage.citation)}**`,
    ...(passage.tags.length === 0 ? [] : [`Tags: ${passage.tags.map(escapeMarkdownLine).join("; ")}`]),
    ...(passage.marks.length === 0 ? [] : [`Marks: ${passage.marks.join(", ")}`]),
    ...(passage.state === "orphaned" ? ["The quotation was not found in the text as it is read now."] : []),
  ];
  const isEmpty = passage.quote.trim() === "";
  return [
    isEmpty ? `> (a rectangle of page ${passage.region?.page ?? 1} without text)` : quoteLines(passage.quote),
    facts.join("\\\n"),
    ...(passage.note.trim() === "" ? [] : [noteText(passage.note)]),
  ];
}

/** Passages as Markdown (CommonMark): a heading wherever another document begins. Quotations show verbatim. */
function toMarkdown(passages: readonly WrittenPassage[]): string {
  const parts: string[] = [];
  let latest: string | null = null;
  for (const passage of passages) {
    if (passage.documentId !== latest) parts.push(`## ${escapeMarkdownLine(passage.documentTitle)}`);
    latest = passage.documentId;
    parts.push(...passageToMarkdown(passage));
  }
  return `${parts.join("\n\n")}\n`;
}

function writePassages(passages: readonly WrittenPassage[], links: unknown, format: PassageExport["format"]): string {
  switch (format) {
    case "csv":
      return tableToCsv({ columns: COLUMNS, rows: passages });
    case "json":
      return `${formatSafeJson({ passages, links })}\n`;
    case "md":
      return toMarkdown(passages);
    default:
      return assertNever(format);
  }
}

function chosenIds(ports: CasePorts, request: PassageExport): readonly PassageId[] {
  if (request.passages !== undefined) return request.passages;
  const find = rememberDocuments(ports);
  return orderPassages(choosePassages(ports, request, find), request, find).map(({ passageId }) => passageId);
}

/**
 * Writes passages to a file. With JSON the links between them go along; what a spreadsheet would run is neutralised.
 *
 * @throws ProbativeError `passage/not-found`, `export/…`
 */
export async function exportPassages(ports: CasePorts, request: PassageExport): Promise<ExportedFile> {
  const wanted = chosenIds(ports, request);
  const found = ports.passages.findMany(wanted);
  if (found.length < wanted.length) {
    const known = new Set(found.map(({ passageId }) => passageId));
    throw new ProbativeError("passage/not-found", wanted.find((passageId) => !known.has(passageId)) ?? "");
  }
  const names = new Map(ports.tags.list().map(({ tagId, name }) => [tagId, name]));
  const passages = toListItems(ports, found).map((item) => ({
    ...item,
    tags: item.tagIds.flatMap((tagId) => names.get(tagId) ?? []),
  }));
  const written = new Set(wanted);
  const links = ports.passageLinks.list(null).filter(({ from, to }) => written.has(from) && written.has(to));
  const { format, out, overwrite } = request;
  const text = writePassages(passages, links, format);
  return exportText(ports, text, { kind: "passages", format, at: ports.clock.now() }, { out, overwrite });
}
