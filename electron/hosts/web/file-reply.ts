import { type FileHandle, open } from "node:fs/promises";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ServedFile } from "../backend.ts";
import { parseByteRange } from "./byte-range.ts";
import { DATA_HEADERS } from "./security-headers.ts";

/** Request headers that decide which part of a file is sent. */
export interface FileRequest {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** The head of a reply, and the part of the file that is its body. Whoever takes it closes `handle`. */
export interface FileReply {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Inclusive byte offsets; null when there is no body. */
  readonly body: { readonly first: number; readonly last: number } | null;
  readonly handle: FileHandle;
}

/**
 * Prepares the reply to a request for a file of the case. The file is opened once and its size read from what was
 * opened, so that head and body are of the same file.
 *
 * @param purpose `document`: shown; it changes with its size only. `original`: saved; it never changes under its id.
 *   `export`: saved; it can be written again under its name
 * @throws ProbativeError `document/original-missing`
 */
export async function prepareFileReply(
  file: ServedFile,
  purpose: { readonly kind: "document" | "original"; readonly id: string } | { readonly kind: "export" },
  request: FileRequest,
): Promise<FileReply> {
  const handle = await open(file.path, "r").catch((error: unknown) => {
    throw new ProbativeError("document/original-missing", "", {}, error);
  });
  const { size, mtimeMs } = await handle.stat();
  const entityTag = purpose.kind === "export" ? `"${size}-${Math.round(mtimeMs)}"` : `"${purpose.id}-${size}"`;
  const headers = {
    ...DATA_HEADERS,
    ETag: entityTag,
    "Accept-Ranges": "bytes",
    "Content-Type": file.mediaType,
    "Content-Disposition": disposition(purpose.kind === "document" ? "inline" : "attachment", file.name),
  };
  if (request.ifNoneMatch === entityTag) return { status: 304, headers, body: null, handle };
  const isOtherVersion = request.ifRange !== undefined && request.ifRange !== entityTag;
  const range = parseByteRange(isOtherVersion ? undefined : request.range, size);
  if (range.kind === "unsatisfiable") {
    return { status: 416, headers: { ...headers, "Content-Range": `bytes */${size}` }, body: null, handle };
  }
  if (range.kind === "whole") {
    const body = size === 0 ? null : { first: 0, last: size - 1 };
    return { status: 200, headers: { ...headers, "Content-Length": String(size) }, body, handle };
  }
  const { first, last } = range;
  const partHeaders = { "Content-Length": String(last - first + 1), "Content-Range": `bytes ${first}-${last}/${size}` };
  return { status: 206, headers: { ...headers, ...partHeaders }, body: { first, last }, handle };
}

/** RFC 6266: a plain name for old readers, the exact one in UTF-8 for the others. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
