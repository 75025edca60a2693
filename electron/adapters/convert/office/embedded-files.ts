import { posix } from "node:path";
import { CFB } from "@e965/xlsx";
import type { ChildReceiver } from "#core/ports/document-converter.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { handOut, isRefusal } from "../archive/refuse-child.ts";
import { visibleName } from "../archive/visible-name.ts";
import { countOf, type NoticeCollector } from "./notices.ts";
import { isCompoundFile, type OfficePackage } from "./office-package.ts";

const describeObjects = (count: number): string => `${countOf(count, "embedded object")} could not be taken out.`;

/** A file that an embedded object holds. */
interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Hands out the files that are embedded in an office file.
 *
 * @param isEmbedded tells the parts that hold one (`word/embeddings/…`)
 * @returns names of the files by the part that held them
 */
export async function handOutEmbedded(
  office: OfficePackage,
  isEmbedded: (part: string) => boolean,
  receiver: { readonly children: ChildReceiver; readonly depth: number },
  notices: NoticeCollector,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for (const entry of office.entries) {
    if (entry.isDirectory || !isEmbedded(entry.name)) continue;
    const partName = visibleName(posix.basename(entry.name));
    try {
      const bytes = await office.read(entry.name);
      const file = entry.name.toLowerCase().endsWith(".bin")
        ? unwrapObject(bytes, partName)
        : { name: partName, bytes };
      if (file === null) {
        notices.count("content-not-shown", describeObjects);
        continue;
      }
      handOut(receiver.children, receiver.depth, file.name, file.bytes);
      names.set(entry.name, [file.name]);
    } catch (thrown) {
      if (isRefusal(thrown)) receiver.children.refuse({ name: partName, reason: thrown.code, message: thrown.what });
      else if (thrown instanceof ProbativeError && thrown.code === "import/too-large")
        notices.count("content-not-shown", describeObjects);
      else throw thrown;
    }
  }
  return names;
}

/** Streams of an object that hold a file as it is: an office file, and what Acrobat embeds. */
const FILE_STREAMS: Readonly<Record<string, string>> = { package: "", contents: ".pdf" };

/** Streams that make the object itself a document of an older program. */
const OWN_DOCUMENTS: Readonly<Record<string, string>> = {
  worddocument: ".doc",
  workbook: ".xls",
  book: ".xls",
  "powerpoint document": ".ppt",
  __properties_version1: ".msg",
};

/**
 * Takes the file out of an OLE object (MS-OLEDS 2.3): a compound file with a stream that holds it.
 *
 * @returns null when it holds none that can be told
 */
function unwrapObject(bytes: Uint8Array, name: string): EmbeddedFile | null {
  const stem = name.replace(/\.bin$/iu, "");
  if (!isCompoundFile(bytes)) {
    const ending = endingOf(bytes);
    return ending === "" ? null : { name: `${stem}${ending}`, bytes };
  }
  const streams = listStreams(bytes);
  for (const [stream, content] of streams) {
    if (stream === "\x01ole10native") {
      const native = readNative(content);
      if (native !== null) return { name: native.name === "" ? stem : visibleName(native.name), bytes: native.bytes };
    }
    const ending = FILE_STREAMS[stream];
    if (ending !== undefined && endingOf(content) !== "")
      return { name: `${stem}${endingOf(content)}`, bytes: content };
  }
  for (const [stream] of streams) {
    const ending = OWN_DOCUMENTS[stream.split(".")[0] ?? ""];
    if (ending !== undefined) return { name: `${stem}${ending}`, bytes };
  }
  return null;
}

/** As the library gives it, which declares no types. */
interface CompoundFile {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly name: string; readonly type: number; readonly content: ArrayLike<number> }[];
}

/** Streams in the root of a compound file, by lower-case name; none when it is damaged. */
function listStreams(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const streams = new Map<string, Uint8Array>();
  try {
    const file: CompoundFile = CFB.read(bytes, { type: "array" });
    for (const [index, entry] of file.FileIndex.entries()) {
      const path = file.FullPaths[index] ?? "";
      if (entry.type === 2 && path.split("/").length === 2)
        streams.set(entry.name.toLowerCase(), Uint8Array.from(entry.content));
    }
  } catch {
    // The library throws plain errors at whatever does not fit; the object counts as one that cannot be taken out.
    return new Map();
  }
  return streams;
}

/** MS-OLEDS 2.3.6 and what the object packager writes into it: label, path, command, then length and bytes. */
function readNative(stream: Uint8Array): EmbeddedFile | null {
  const view = Buffer.from(stream);
  let at = 6;
  const readText = (): string => {
    const end = view.indexOf(0, at);
    const text = view.toString("latin1", at, end === -1 ? view.length : end);
    at = end === -1 ? view.length : end + 1;
    return text;
  };
  if (view.length < 16) return null;
  const label = readText();
  readText();
  at += 4;
  if (at + 4 > view.length) return null;
  at += 4 + view.readUInt32LE(at);
  if (at + 4 > view.length) return null;
  const length = view.readUInt32LE(at);
  if (at + 4 + length > view.length) return null;
  const name = label.replaceAll("\\", "/").split("/").at(-1) ?? "";
  return { name, bytes: view.subarray(at + 4, at + 4 + length) };
}

/** Ending for the kinds of files that are embedded mostly; empty when it is none of them. */
function endingOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (head.includes("%PDF-")) return ".pdf";
  if (head.startsWith("PK\x03\x04")) return ".zip";
  if (head.startsWith("{\\rtf")) return ".rtf";
  return isCompoundFile(bytes) ? ".ole" : "";
}
