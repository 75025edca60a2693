import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { CustomScheme } from "electron";
import { assertNever } from "#shared/base/assert-never.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import { RemoteError } from "#shared/errors/wire.ts";
import type { ServedFile } from "../backend.ts";
import { findAsset } from "../web/asset-path.ts";
import { type FileReply, prepareFileReply } from "../web/file-reply.ts";
import { mediaTypeOf } from "../web/media-types.ts";
import { SECURITY_HEADERS } from "../web/security-headers.ts";
import type { FileKey } from "./messages.ts";

/** Our own scheme behaves like https: an origin of its own, fetch, streams. Registered before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: "probative",
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

const APP_HOST = "app";

/**
 * Makes the handler of the scheme: `probative://app/…` is the page and its parts, `probative://app/files/…` the files
 * of the case, with byte ranges and the same headers as on the loopback host.
 *
 * @param assetsDirectory folder of the built renderer
 * @param findFile asks the backend process; rejects with `RemoteError`
 */
export function createSchemeHandler(
  assetsDirectory: string,
  findFile: (key: FileKey) => Promise<ServedFile>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST) return plainReply(404);
    if (request.method !== "GET" && request.method !== "HEAD") return plainReply(405);
    try {
      const key = fileKeyOf(url.pathname);
      return key === null ? await answerAsset(assetsDirectory, url.pathname) : await answerFile(request, key, findFile);
    } catch (error) {
      return plainReply(error instanceof RemoteError ? errorDefinition(error.code).status : 500);
    }
  };
}

function fileKeyOf(pathname: string): FileKey | null {
  const match = /^\/files\/(documents|exports)\/([^/]+)(\/original)?$/.exec(pathname);
  if (match === null) return null;
  const name = decodeURIComponent(match[2] ?? "");
  if (match[1] === "documents") return { kind: match[3] === undefined ? "document" : "original", id: name };
  return match[3] === undefined ? { kind: "export", name } : null;
}

async function answerAsset(assetsDirectory: string, pathname: string): Promise<Response> {
  const file = await findAsset(assetsDirectory, pathname);
  if (file === null || !(await stat(file)).isFile()) return plainReply(404);
  // Read as a whole: opening a file inside an archive for a stream would first copy it out to a temporary folder.
  const bytes = await readFile(file);
  return reply(200, { "Content-Type": mediaTypeOf(file), "Content-Length": String(bytes.length) }, bytes);
}

async function answerFile(
  request: Request,
  key: FileKey,
  findFile: (key: FileKey) => Promise<ServedFile>,
): Promise<Response> {
  const prepared = await prepareFileReply(await findFile(key), purposeOf(key), {
    range: request.headers.get("range") ?? undefined,
    ifRange: request.headers.get("if-range") ?? undefined,
    ifNoneMatch: request.headers.get("if-none-match") ?? undefined,
  });
  if (request.method === "HEAD" || prepared.body === null) {
    await prepared.handle.close();
    return reply(prepared.status, prepared.headers, null);
  }
  return reply(prepared.status, prepared.headers, streamOf(prepared, prepared.body));
}

function purposeOf(key: FileKey): Parameters<typeof prepareFileReply>[1] {
  switch (key.kind) {
    case "document":
    case "original":
      return { kind: key.kind, id: key.id };
    case "export":
      return { kind: "export" };
    default:
      return assertNever(key);
  }
}

/** The stream closes the handle when it ends or is cancelled. */
function streamOf({ handle }: FileReply, { first, last }: NonNullable<FileReply["body"]>) {
  return Readable.toWeb(handle.createReadStream({ start: first, end: last, highWaterMark: 256 * 1024 }));
}

function plainReply(status: number): Response {
  return reply(status, {}, null);
}

function reply(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: ReturnType<typeof Readable.toWeb> | Uint8Array<ArrayBuffer> | null,
): Response {
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    status,
    headers: { ...SECURITY_HEADERS, ...headers },
  });
}
