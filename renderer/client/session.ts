import { postJson } from "./http-transport.ts";
import { openReply } from "./wire-reply.ts";

/** What opening a session needs of the browser; replaced in tests. */
export interface SessionEnvironment {
  readonly fetch: typeof fetch;
  /** The part of the address after `#`, with it. */
  readonly hash: string;
  /** Takes the token out of the address and out of the window's history. */
  forgetHash(): void;
}

/** The one-time token of the link that Probative printed, or null. */
export function tokenOfHash(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("token");
  return token === null || token === "" ? null : token;
}

/**
 * Exchanges the token of the launch link for the session cookie. Without a token there is nothing to do: the window may
 * have its session already. A token that is refused (used before, or of an earlier start) is no failure by itself
 * either: the first call tells whether there is a session.
 */
export async function openSession(environment: SessionEnvironment): Promise<void> {
  const token = tokenOfHash(environment.hash);
  if (token === null) return;
  environment.forgetHash();
  try {
    openReply(await postJson(environment.fetch, "/session", { token }));
  } catch {
    // The workbench asks `case.current` next and shows what is wrong.
  }
}
