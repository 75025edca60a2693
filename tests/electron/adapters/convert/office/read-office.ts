import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Converted, FormatReader } from "#adapters/convert/converted.ts";
import type { Block } from "#adapters/convert/rendition.ts";
import type { RefusedChild } from "#core/ports/document-converter.ts";
import { setUpTempFolder } from "../../../../support/temp-folder.ts";
import { buildZip } from "../archive/build-zip.ts";
import { type CollectedChild, collectChildren } from "../collected-children.ts";

/** What a reader gave, and the files that it handed out. */
export interface ReadResult {
  readonly converted: Converted;
  readonly blocks: readonly Block[];
  readonly lines: readonly string[];
  readonly children: readonly CollectedChild[];
  readonly refused: readonly RefusedChild[];
}

/** Runs a reader on bytes, which are also written to a file, within a test. */
export async function readBytes(reader: FormatReader, bytes: Uint8Array | string, depth = 0): Promise<ReadResult> {
  const path = join(setUpTempFolder(), "input");
  writeFileSync(path, bytes);
  const children = collectChildren();
  const converted = await reader({
    bytes: Buffer.from(bytes),
    path,
    fileName: "input",
    depth,
    progress: () => undefined,
    children,
  });
  const blocks = converted.content.kind === "rendition" ? converted.content.rendition.blocks : [];
  return { converted, blocks, lines: linesOf(blocks), children: children.files, refused: children.refused };
}

/** An office file of these parts. */
export function writeParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return buildZip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}

/** Text of blocks, a line each, for assertions that do not look at styles. */
function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [block.spans.map(({ text }) => text).join("")];
      case "item":
        return [`${block.marker} ${block.spans.map(({ text }) => text).join("")}`];
      case "table":
        return block.rows.map((row) => row.map((cell) => linesOf(cell.blocks).join("/")).join("|"));
      case "footnote":
        return [`${block.number}: ${linesOf(block.blocks).join("/")}`];
      case "remark":
        return [`[${block.text}]`];
      default:
        return [`<${block.kind}>`];
    }
  });
}
