import { createHash } from "node:crypto";
import type { RefusedChild } from "#core/ports/document-converter.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { Converted, FormatInput } from "../converted.ts";
import type { Block, Cell } from "../rendition.ts";
import { describeSize } from "./describe-size.ts";
import { openSafeZip, type SafeZip } from "./open-zip.ts";
import { describeRefusal, GREATEST_DEPTH, isRefusal } from "./refuse-child.ts";
import type { SafeZipEntry } from "./zip-entry.ts";

interface ReadEntry {
  readonly entry: SafeZipEntry;
  /** Of the content, in hexadecimal; null for folders and what was refused. */
  readonly sha256: string | null;
  readonly refusal: RefusedChild["reason"] | null;
}

/**
 * Reads a ZIP archive: every file in it is handed out, also those that a system leaves behind (`__MACOSX/._*`, `.DS_Store`,
 * `Thumbs.db`), because the account lists everything that was given. The pages list what the archive holds.
 *
 * @throws ProbativeError `import/corrupt`, `import/unsafe-archive`; a damaged or forbidden entry is refused by itself
 */
export async function readZip(input: FormatInput): Promise<Converted> {
  const zip = await openSafeZip(input.path);
  try {
    const read: ReadEntry[] = [];
    for (const entry of zip.entries) {
      input.progress();
      read.push(await handOutEntry(input, zip, entry));
    }
    return {
      format: "zip",
      content: { kind: "rendition", rendition: { title: input.fileName, blocks: listContents(input.fileName, read) } },
      metadata: NO_METADATA,
      headers: null,
      notices: noteForeignBytes(zip),
    };
  } finally {
    zip.close();
  }
}

async function handOutEntry(input: FormatInput, zip: SafeZip, entry: SafeZipEntry): Promise<ReadEntry> {
  const { children, depth } = input;
  const { name } = entry;
  const refuse = (reason: RefusedChild["reason"], message: string | null): ReadEntry => {
    children.refuse({ name, reason, message });
    return { entry, sha256: null, refusal: reason };
  };
  if (entry.isDirectory) return { entry, sha256: null, refusal: null };
  if (depth >= GREATEST_DEPTH) return refuse("import/nested-too-deep", null);
  if (entry.refusal !== null) return refuse(entry.refusal.reason, entry.refusal.message);
  const hash = createHash("sha256");
  children.begin({ name });
  try {
    await zip.stream(entry, (bytes) => {
      input.progress();
      hash.update(bytes);
      children.write(bytes);
    });
  } catch (thrown) {
    if (isRefusal(thrown)) return refuse(thrown.code, thrown.what);
    throw thrown;
  }
  children.end();
  return { entry, sha256: hash.digest("hex"), refusal: null };
}

function noteForeignBytes({ foreignBytes }: SafeZip): readonly ConversionNotice[] {
  if (foreignBytes === 0) return [];
  const detail = `${describeSize(foreignBytes)} before or behind the archive do not belong to it and were not read.`;
  return [{ kind: "content-not-shown", detail }];
}

function listContents(fileName: string, read: readonly ReadEntry[]): readonly Block[] {
  const files = read.filter(({ entry }) => !entry.isDirectory);
  const refused = files.filter(({ refusal }) => refusal !== null);
  const bytes = files.reduce((sum, { entry }) => sum + entry.bytes, 0);
  return [
    { kind: "heading", level: 1, spans: [{ text: fileName }] },
    {
      kind: "facts",
      rows: [
        { label: "Archive", value: "ZIP" },
        { label: "Files", value: String(files.length) },
        { label: "Folders", value: String(read.length - files.length) },
        { label: "Unpacked size", value: describeSize(bytes) },
        ...(refused.length === 0 ? [] : [{ label: "Not taken out", value: String(refused.length) }]),
      ],
    },
    {
      kind: "table",
      headerRows: 1,
      widths: [5, 2, 3, 5],
      rows: [
        ["Name", "Size", "Modified", "CRC-32 and SHA-256"].map((text) => ({ ...cell(text), header: true })),
        ...read.map(listEntry),
      ],
    },
  ];
}

function listEntry({ entry, sha256, refusal }: ReadEntry): readonly Cell[] {
  const { name, bytes, modified, crc32 } = entry;
  const checksum = entry.isDirectory ? "" : crc32.toString(16).padStart(8, "0");
  const nameCell: Cell =
    refusal === null
      ? cell(name)
      : {
          blocks: [
            { kind: "paragraph", spans: [{ text: name }] },
            { kind: "remark", text: describeRefusal(refusal) },
          ],
        };
  return [
    nameCell,
    { ...cell(entry.isDirectory ? "folder" : describeSize(bytes)), align: "end" },
    cell(modified?.replace("T", " ").replace("Z", " UTC") ?? ""),
    {
      blocks: [checksum, sha256 ?? ""]
        .filter((text) => text !== "")
        .map((text) => ({ kind: "paragraph", spans: [{ text, monospaced: true }] })),
    },
  ];
}

function cell(text: string): Cell {
  return { blocks: [{ kind: "paragraph", spans: [{ text }] }] };
}
