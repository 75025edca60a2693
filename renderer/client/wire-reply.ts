import { z } from "zod";
import { fromWireError, RemoteError } from "#shared/errors/wire.ts";
import { sayFailure, UNREACHABLE } from "../messages/say-failure.ts";

const replySchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.unknown() }),
]);

/**
 * Takes the value out of a reply. The value itself is trusted: it comes from the backend of the same version, which
 * checked it.
 *
 * @throws RemoteError for a failure, also for a reply of an unknown shape
 */
export function openReply(reply: unknown): unknown {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw fromWireError(undefined);
  if (parsed.data.ok) return parsed.data.value;
  throw fromWireError(parsed.data.error);
}

/** The failure of a backend that gives no reply at all: it ended, or it is being started anew. */
export function unreachable(): RemoteError {
  const words = sayFailure({ code: "internal/unknown", message: "", action: "", details: UNREACHABLE });
  return new RemoteError({ ...words, code: "internal/unknown", retryable: true, details: UNREACHABLE });
}
