import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-reply.ts";

/** The longest text block is a million characters; this leaves room for its escapes and for long lists of paths. */
const LARGEST_BODY = 16 * 1024 * 1024;

/**
 * Reads a JSON body. Only `application/json` is taken: a form on another page can send anything else without asking.
 *
 * @throws HttpError 415, 413 or 400
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [mediaType] = (request.headers["content-type"] ?? "").split(";", 1);
  if (mediaType?.trim().toLowerCase() !== "application/json") {
    throw new HttpError(415, "The body must be application/json.");
  }
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > LARGEST_BODY) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LARGEST_BODY) throw tooLarge();
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new HttpError(400, "The body is not JSON.");
  }
}

function tooLarge(): HttpError {
  // The rest of the body is not read, so this connection cannot carry another request.
  return new HttpError(413, "The body is too large.", { Connection: "close" });
}
