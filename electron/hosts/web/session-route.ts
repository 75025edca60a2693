import type { IncomingMessage, ServerResponse } from "node:http";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type GuardedOrigin, hasSession } from "./guard.ts";
import { replyWithValue } from "./http-reply.ts";
import { readJson } from "./read-json.ts";

/**
 * `POST /session {token}`: exchanges the launch token for the session cookie. A browser that has a session already
 * keeps it, so that opening the printed link a second time works there and nowhere else.
 *
 * @throws ProbativeError `session/refused`
 */
export async function answerSession(
  request: IncomingMessage,
  response: ServerResponse,
  guarded: GuardedOrigin,
): Promise<void> {
  const body = await readJson(request);
  const token = typeof body === "object" && body !== null && "token" in body ? body.token : undefined;
  const secret = typeof token === "string" ? guarded.sessions.exchange(token) : null;
  if (secret !== null) {
    response.setHeader("Set-Cookie", `${guarded.cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`);
  } else if (!hasSession(request, guarded)) {
    throw new ProbativeError("session/refused");
  }
  replyWithValue(response, {});
}
