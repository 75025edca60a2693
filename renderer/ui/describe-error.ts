import { errorDefinition } from "#shared/errors/codes.ts";
import { RemoteError } from "#shared/errors/wire.ts";
import { sayFailure } from "../messages/say-failure.ts";

/** A failure in the words that people read. */
export interface ErrorWords {
  /** What happened. */
  readonly message: string;
  /** What the person can do. */
  readonly action: string;
  /** Number under which the log has the details; only for a failure without a name. */
  readonly correlationId: string | null;
  readonly retryable: boolean;
}

/** Puts any thrown value into words; what is not a `RemoteError` is a defect and says nothing about its insides. */
export function describeError(error: unknown): ErrorWords {
  if (error instanceof RemoteError) {
    const { message, action, correlationId, retryable, details } = error.wire;
    const words = sayFailure({ code: error.code, message, action, details });
    return { message: words.message, action: words.action, correlationId: correlationId ?? null, retryable };
  }
  const { message, action, retryable } = errorDefinition("internal/unknown");
  const words = sayFailure({ code: "internal/unknown", message, action, details: {} });
  return { message: words.message, action: words.action, correlationId: null, retryable };
}
