import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { findAsset } from "./asset-path.ts";
import { HttpError } from "./http-reply.ts";
import { mediaTypeOf } from "./media-types.ts";

/**
 * `GET` or `HEAD` of the page and its parts. They are the program, not the case, so they need no session: the page has
 * to be there before it can exchange its token.
 */
export async function answerAsset(
  request: IncomingMessage,
  response: ServerResponse,
  assetsDirectory: string,
  pathname: string,
): Promise<void> {
  const file = await findAsset(assetsDirectory, pathname);
  const stats = file === null ? null : await stat(file);
  if (file === null || stats === null || !stats.isFile()) throw new HttpError(404, "There is nothing at this address.");
  const entityTag = `"${stats.size}-${Math.round(stats.mtimeMs)}"`;
  const headers = { "Cache-Control": "no-cache", ETag: entityTag, "Content-Type": mediaTypeOf(file) };
  if (request.headers["if-none-match"] === entityTag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "Content-Length": stats.size });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response).catch((error) => ignoreDeparture(response, error));
}

function ignoreDeparture(response: ServerResponse, error: unknown): void {
  if (!response.destroyed) throw error;
}
