import type { LineRemark } from "#shared/model/exchange.ts";
import type { Tag } from "#shared/model/tag.ts";
import { keysAlong, PATH_MARK, pathParts } from "#shared/text/tag-path.ts";
import { sha256Of } from "../custody/sha256-of.ts";
import type { WrittenCode } from "../ports/codebook-reader.ts";
import { guidOfHex, guidOfTag } from "./codebook-guid.ts";
import type { CodebookLine, ReadCodebook } from "./codebook-line.ts";
import { colorOfHex, hexOfColor } from "./tag-hex.ts";

/** Parts the examples from the description: a code of the standard has one text. */
const EXAMPLES = "Examples:";

interface Place {
  readonly name: string;
  readonly key: string;
  tag: Tag | null;
  readonly below: Map<string, Place>;
}

/** Places of the codebook, those of no tag among them. */
function treeOf(tags: readonly Tag[]): readonly Place[] {
  const root = new Map<string, Place>();
  for (const tag of tags) {
    const parts = pathParts(tag.name);
    const keys = keysAlong(tag.name);
    let siblings = root;
    for (const [index, name] of parts.entries()) {
      const key = keys[index] ?? "";
      const place: Place = siblings.get(key) ?? { name, key, tag: null, below: new Map() };
      siblings.set(key, place);
      if (index === parts.length - 1) place.tag = tag;
      siblings = place.below;
    }
  }
  return [...root.values()];
}

/** Characters that XML 1.0 does not know, which no reader would take. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function textOf({ description, examples }: Tag): string {
  if (examples === "") return description;
  return description === "" ? `${EXAMPLES}\n${examples}` : `${description}\n\n${EXAMPLES}\n${examples}`;
}

async function writePlace(place: Place, guids: Readonly<Record<string, string>>, indent: string): Promise<string> {
  const { tag } = place;
  // What only holds others is known by its path: it has no identifier.
  const guid =
    tag === null ? guidOfHex((await sha256Of(place.key)).slice(0, 15)) : (guids[tag.tagId] ?? guidOfTag(tag.tagId));
  const color = tag === null ? "" : ` color="${hexOfColor(tag.color)}"`;
  const head = `<Code guid="${guid}" name="${escapeXml(place.name)}" isCodable="${tag !== null}"${color}`;
  const text = tag === null ? "" : textOf(tag);
  const description = text === "" ? "" : `${indent}  <Description>${escapeXml(text)}</Description>\n`;
  let below = "";
  for (const lower of place.below.values()) below += await writePlace(lower, guids, `${indent}  `);
  const content = description + below;
  return content === "" ? `${indent}${head}/>\n` : `${indent}${head}>\n${content}${indent}</Code>\n`;
}

/**
 * The codebook as REFI-QDA codebook (.qdc), in its order. Number keys and the archive are no part of the standard.
 *
 * @param guids GUIDs under which other programs know tags, by tag
 * @see https://www.qdasoftware.org
 */
export async function codebookToXml(tags: readonly Tag[], guids: Readonly<Record<string, string>>): Promise<string> {
  let codes = "";
  for (const place of treeOf(tags)) codes += await writePlace(place, guids, "    ");
  return `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="Probative">
  <Codes>
${codes}  </Codes>
</CodeBook>
`;
}

/** Description and examples of one text, as `textOf` puts them together. */
function splitText(text: string): { readonly description: string; readonly examples: string } {
  const at = text.startsWith(`${EXAMPLES}\n`) ? 0 : text.indexOf(`\n\n${EXAMPLES}\n`);
  if (at < 0) return { description: text, examples: "" };
  const from = text.indexOf(`${EXAMPLES}\n`, at) + EXAMPLES.length + 1;
  return { description: text.slice(0, at), examples: text.slice(from).trim() };
}

/** A name of a code may hold the mark that parts paths here. */
function asPathPart(name: string): string {
  return name.replaceAll("›", ">").replaceAll(/\s+/gu, " ").trim();
}

/** Reads a codebook out of codes. One that only holds others becomes a tag where something is written about it. */
export function readCodebookCodes(codes: readonly WrittenCode[]): ReadCodebook {
  const lines: CodebookLine[] = [];
  const remarks: LineRemark[] = [];
  for (const code of codes) {
    const { line, guid, isCodable } = code;
    if (!isCodable && code.description === "") continue;
    const color = code.color === null ? null : colorOfHex(code.color);
    if (code.color !== null && color === null) {
      remarks.push({ line, severity: "note", message: `“${code.color}” is no colour of the form #RRGGBB.` });
    }
    const isNamed = [...code.above, code.name].every((name) => asPathPart(name) !== "");
    lines.push({
      line,
      path: isNamed ? [...code.above, code.name].map(asPathPart).join(PATH_MARK) : "",
      guid: guid === null ? null : guid.replaceAll(/[{}]/gu, "").toLowerCase(),
      color: color ?? undefined,
      key: undefined,
      archived: undefined,
      ...splitText(code.description),
    });
  }
  return { lines, remarks };
}
