import type { TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CodebookEntry, CodebookReport, LineRemark } from "#shared/model/exchange.ts";
import { type Tag, tagNameSchema, tagTextSchema } from "#shared/model/tag.ts";
import { cleanPath, pathKey } from "#shared/text/tag-path.ts";
import type { CasePorts } from "../backend-context.ts";
import { insertTag } from "../passages/edit-tag.ts";
import type { CodebookReader } from "../ports/codebook-reader.ts";
import { readCodebookTable } from "./codebook-csv.ts";
import { guidOfTag, tagOfGuid } from "./codebook-guid.ts";
import type { CodebookLine, ReadCodebook } from "./codebook-line.ts";
import { readCodebookCodes } from "./codebook-xml.ts";

/** Problems that an error names. */
const NAMED_PROBLEMS = 5;

/** A line with the tag that it is about. */
interface PlannedLine {
  readonly entry: CodebookEntry;
  readonly tag: Tag | null;
  readonly line: CodebookLine;
  readonly change: Partial<Omit<Tag, "tagId" | "passages">>;
}

interface Plan {
  readonly lines: readonly PlannedLine[];
  readonly remarks: readonly LineRemark[];
}

function problemsOf(line: CodebookLine, firstOfPath: number | undefined): readonly string[] {
  const problems: string[] = [];
  if (line.path === "") problems.push("It has no name.");
  else if (!tagNameSchema.safeParse(line.path).success) problems.push("Its path is longer than 200 characters.");
  for (const field of ["description", "examples"] as const) {
    const isFine = tagTextSchema.safeParse(line[field] ?? "").success;
    if (!isFine) problems.push(`Its ${field} ${field === "examples" ? "are" : "is"} longer than 4,000 characters.`);
  }
  if (firstOfPath !== undefined) problems.push(`Line ${firstOfPath} has the same path.`);
  return problems;
}

/** The tag that another program knows under a GUID. */
function findByGuid(tags: readonly Tag[], guids: Readonly<Record<string, string>>, guid: string | null): Tag | null {
  if (guid === null) return null;
  const own = tagOfGuid(guid);
  return tags.find((tag) => tag.tagId === own || guids[tag.tagId]?.toLowerCase() === guid) ?? null;
}

function changeOf(tag: Tag | null, line: CodebookLine, key: number | null | undefined): PlannedLine["change"] {
  const wanted = {
    name: line.path,
    color: line.color,
    key,
    archived: line.archived,
    description: line.description,
    examples: line.examples,
  };
  const isNew = (field: keyof typeof wanted) => wanted[field] !== undefined && wanted[field] !== tag?.[field];
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => isNew(field as keyof typeof wanted)));
}

/** Which tag each line is about, and what it changes. Nothing is written. */
function planCodebook(ports: Pick<CasePorts, "tags" | "settings">, read: ReadCodebook): Plan {
  const remarks: LineRemark[] = [...read.remarks];
  const tags = ports.tags.list();
  const { codebookGuids } = ports.settings.read();
  const byPath = new Map(tags.map((tag) => [pathKey(tag.name), tag]));
  const lineOfPath = new Map<string, number>();
  const met = new Set<TagId>();
  const found = read.lines.map((written) => {
    const line = { ...written, path: cleanPath(written.path) };
    const key = pathKey(line.path);
    for (const message of problemsOf(line, lineOfPath.get(key))) {
      remarks.push({ line: line.line, severity: "problem", message });
    }
    if (!lineOfPath.has(key)) lineOfPath.set(key, line.line);
    const tag = byPath.get(key) ?? null;
    if (tag !== null) met.add(tag.tagId);
    return { line, tag };
  });
  const matched = found.map(({ line, tag }) => {
    if (tag !== null) return { line, tag };
    const renamed = findByGuid(tags, codebookGuids, line.guid);
    if (renamed === null || met.has(renamed.tagId)) return { line, tag: null };
    met.add(renamed.tagId);
    remarks.push({ line: line.line, severity: "note", message: `Renames the tag “${renamed.name}”.` });
    return { line, tag: renamed };
  });
  const lines = assignKeys(tags, matched, met, remarks).map(({ line, tag, key }): PlannedLine => {
    const change = changeOf(tag, line, key);
    const action = tag === null ? "add" : Object.keys(change).length === 0 ? "same" : "change";
    return { line, tag, change, entry: { line: line.line, path: line.path, action } };
  });
  return { lines, remarks: remarks.toSorted((one, other) => one.line - other.line) };
}

/** Number keys apply one tag each: one that a tag outside of the file has, or an earlier line, is left to it. */
function assignKeys(
  tags: readonly Tag[],
  matched: readonly { readonly line: CodebookLine; readonly tag: Tag | null }[],
  met: ReadonlySet<TagId>,
  remarks: LineRemark[],
) {
  const isKept = (tagId: TagId) =>
    !met.has(tagId) || matched.some(({ line, tag }) => tag?.tagId === tagId && line.key === undefined);
  const taken = new Map<number, string>();
  for (const { tagId, key, name } of tags) if (key !== null && isKept(tagId)) taken.set(key, name);
  return matched.map(({ line, tag }) => {
    if (line.key === undefined || line.key === null) return { line, tag, key: line.key };
    const owner = taken.get(line.key);
    if (owner === undefined) {
      taken.set(line.key, line.path);
      return { line, tag, key: line.key };
    }
    const message = `Number key ${line.key} applies “${owner}”; this tag gets none.`;
    remarks.push({ line: line.line, severity: "note", message });
    return { line, tag, key: null };
  });
}

/** Writes the lines; to be called inside a step. Returns the GUIDs of other programs by tag. */
function applyCodebook(ports: CasePorts, lines: readonly PlannedLine[]): Readonly<Record<string, string>> {
  const guids: Record<string, string> = {};
  // Keys and names may go from one tag to another of the file.
  for (const { tag, change } of lines) {
    if (tag !== null && change.key !== undefined && tag.key !== null) ports.tags.update(tag.tagId, { key: null });
  }
  for (const { tag, line, change } of lines) {
    const { name: _, color, ...rest } = change;
    const tagId = tag?.tagId ?? insertTag(ports, { name: line.path, color, key: change.key ?? null });
    if (tag === null) ports.tags.update(tagId, rest);
    else if (Object.keys(change).length > 0) ports.tags.update(tagId, change);
    if (line.guid !== null && line.guid !== guidOfTag(tagId)) guids[tagId] = line.guid;
  }
  return guids;
}

function requireNoProblems(remarks: readonly LineRemark[]): void {
  const problems = remarks.filter((remark) => remark.severity === "problem");
  if (problems.length === 0) return;
  const named = problems.slice(0, NAMED_PROBLEMS).map(({ line, message }) => `Line ${line}: ${message}`);
  const more = problems.length - named.length;
  throw new ProbativeError("exchange/bad-lines", [...named, ...(more > 0 ? [`And ${more} more.`] : [])].join(" "), {
    problems: problems.length,
  });
}

/**
 * Reads a codebook into the case, in one step: tags of its paths are made or changed, others stay as they are. What a file
 * does not say of a tag stays. With a problem in any line nothing is changed.
 *
 * @param format null to tell it from the content
 * @throws ProbativeError `exchange/not-readable`; `exchange/bad-lines` unless it is only looked at
 */
export function importCodebook(
  ports: CasePorts,
  reader: CodebookReader,
  text: string,
  format: "csv" | "qdc" | null,
  preview: boolean,
): CodebookReport {
  const isXml = format === "qdc" || (format === null && /^\uFEFF?\s*</u.test(text));
  const read = isXml ? readCodebookCodes(reader.readCodes(text)) : readCodebookTable(reader.readTable(text));
  const { lines, remarks } = planCodebook(ports, read);
  const entries = lines.map((line) => line.entry);
  if (preview) return { done: false, entries, remarks };
  requireNoProblems(remarks);
  if (entries.some((entry) => entry.action !== "same")) {
    const guids = ports.edits.perform("Import codebook", () => applyCodebook(ports, lines));
    if (Object.keys(guids).length > 0) {
      ports.settings.write({ codebookGuids: { ...ports.settings.read().codebookGuids, ...guids } });
    }
    ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  }
  return { done: true, entries, remarks };
}
