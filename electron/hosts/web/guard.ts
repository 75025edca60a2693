import type { IncomingMessage } from "node:http";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Sessions } from "./session.ts";

/** What the guard compares a request with. */
export interface GuardedOrigin {
  /** `127.0.0.1:PORT`, exactly as a browser sends it in `Host`. */
  readonly host: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Cookies do not know ports, so the name does: two hosts on one machine must not overwrite each other's. */
  readonly cookieName: string;
  readonly sessions: Sessions;
}

/** How much a request must prove about where it comes from, besides `Host`. */
export type OriginDemand = "read" | "stream" | "write";

/**
 * Refuses a request that was sent to another name than ours: a web page can point its own name at 127.0.0.1 (DNS
 * rebinding), but its browser then sends that name.
 *
 * @throws ProbativeError `session/forbidden`
 */
export function requireHost(request: IncomingMessage, guarded: GuardedOrigin): void {
  const hosts = request.headersDistinct["host"] ?? [];
  if (hosts.length !== 1 || hosts[0] !== guarded.host) throw new ProbativeError("session/forbidden");
}

/**
 * Refuses a request that another page caused. A write must carry our `Origin`. A stream is read by GET, to which
 * browsers add no `Origin` on their own page, so there `Sec-Fetch-Site` may stand in. What is sent must be right always.
 *
 * @throws ProbativeError `session/forbidden`
 */
export function requireOwnOrigin(request: IncomingMessage, guarded: GuardedOrigin, demand: OriginDemand): void {
  const origin = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  const originIsWrong = origin !== undefined && origin !== guarded.origin;
  // "none" is a person who typed the address or opened a link in a new tab: harmless for a read, never a write of ours.
  const siteIsWrong = site !== undefined && site !== "same-origin" && !(demand === "read" && site === "none");
  const proofIsMissing =
    (demand === "write" && origin === undefined) || (demand === "stream" && origin === undefined && site === undefined);
  if (originIsWrong || siteIsWrong || proofIsMissing) throw new ProbativeError("session/forbidden");
}

/**
 * Refuses a request without the cookie of a session.
 *
 * @throws ProbativeError `session/refused`
 */
export function requireSession(request: IncomingMessage, guarded: GuardedOrigin): void {
  if (!hasSession(request, guarded)) throw new ProbativeError("session/refused");
}

/** True when the request carries the cookie of a session. */
export function hasSession(request: IncomingMessage, guarded: GuardedOrigin): boolean {
  const prefix = `${guarded.cookieName}=`;
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.some((pair) => pair.startsWith(prefix) && guarded.sessions.isKnown(pair.slice(prefix.length)));
}
