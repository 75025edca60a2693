import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Backend, ServedFile } from "../backend.ts";
import { type FileReply, prepareFileReply } from "./file-reply.ts";

/** `GET` or `HEAD /files/documents/<id>`: the PDF of a document. */
export async function answerDocument(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
  id: string,
): Promise<void> {
  await sendFile(request, response, await backend.documentFile(requireId(id)), { kind: "document", id });
}

/** `GET` or `HEAD /files/documents/<id>/original`: the file itself, as a download that nothing tries to show. */
export async function answerOriginal(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
  id: string,
): Promise<void> {
  await sendFile(request, response, await backend.originalFile(requireId(id)), { kind: "original", id });
}

/** `GET` or `HEAD /files/exports/<name>`: a file that was exported, as a download. */
export async function answerExport(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
  name: string,
): Promise<void> {
  await sendFile(request, response, await backend.exportedFile(name), { kind: "export" });
}

function requireId(id: string): DocumentId {
  const parsed = documentIdSchema.safeParse(id);
  if (!parsed.success) throw new ProbativeError("document/not-found");
  return parsed.data;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  purpose: Parameters<typeof prepareFileReply>[1],
): Promise<void> {
  const { headers } = request;
  const ifRange = headers["if-range"];
  const reply = await prepareFileReply(file, purpose, {
    range: headers.range,
    ifRange: typeof ifRange === "string" ? ifRange : undefined,
    ifNoneMatch: headers["if-none-match"],
  });
  try {
    response.writeHead(reply.status, { ...reply.headers });
    if (request.method === "HEAD" || reply.body === null) response.end();
    else await pipeline(reply.handle.createReadStream(streamOptions(reply.body)), response);
  } catch (error) {
    // The window went away while it was being served (a reader that was scrolled on): nothing is wrong.
    if (!response.destroyed) throw error;
  } finally {
    await reply.handle.close();
  }
}

function streamOptions({ first, last }: NonNullable<FileReply["body"]>) {
  return { start: first, end: last, autoClose: false, highWaterMark: 256 * 1024 };
}
