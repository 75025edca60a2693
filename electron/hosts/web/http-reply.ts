import type { ServerResponse } from "node:http";
import { errorDefinition, isErrorCode } from "#shared/errors/codes.ts";
import { type ErrorDetails, ProbativeError } from "#shared/errors/probative-error.ts";
import { toWireError, type WireError } from "#shared/errors/wire.ts";
import { DATA_HEADERS } from "./security-headers.ts";

/** A failure of the request itself whose HTTP status is more exact than that of its error code. */
export class HttpError extends ProbativeError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    what: string,
    headers: Readonly<Record<string, string>> = {},
    details: ErrorDetails = {},
  ) {
    super("input/invalid", what, details);
    this.status = status;
    this.headers = headers;
  }
}

/** Answers `{ ok: true, value }`. */
export function replyWithValue(response: ServerResponse, value: unknown): void {
  sendJson(response, 200, { ok: true, value });
}

/** Answers `{ ok: false, error }` with the status of the error table. A reply that has begun is cut off instead. */
export function replyWithError(
  response: ServerResponse,
  thrown: unknown,
  reportUnknown: (thrown: unknown) => string,
): void {
  const error = toWireError(thrown, reportUnknown);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (thrown instanceof HttpError) {
    for (const [name, value] of Object.entries(thrown.headers)) response.setHeader(name, value);
  }
  sendJson(response, thrown instanceof HttpError ? thrown.status : statusOf(error), { ok: false, error });
}

function statusOf(error: WireError): number {
  return isErrorCode(error.code) ? errorDefinition(error.code).status : 500;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...DATA_HEADERS,
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
  });
  response.end(bytes);
}
