import { z } from "zod";
import { type ErrorCode, errorDefinition, isErrorCode } from "./codes.ts";
import { ProbativeError } from "./probative-error.ts";

/** An error as it crosses a door: code, sentence, what to do, safe details; for an unknown one its correlation id. */
export const wireErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  action: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  correlationId: z.string().optional(),
});
export type WireError = z.infer<typeof wireErrorSchema>;

/**
 * Turns any thrown value into what may leave the backend.
 *
 * @param thrown what was caught
 * @param reportUnknown logs a failure without a name, stack included, and returns the correlation id that the person sees
 */
export function toWireError(thrown: unknown, reportUnknown: (thrown: unknown) => string): WireError {
  if (thrown instanceof ProbativeError) {
    const { action, retryable } = errorDefinition(thrown.code);
    return { code: thrown.code, message: thrown.message, action, retryable, details: thrown.details };
  }
  const correlationId = reportUnknown(thrown);
  const { message, action, retryable } = errorDefinition("internal/unknown");
  return { code: "internal/unknown", message, action, retryable, details: {}, correlationId };
}

/** An error that came through a door, on the side of the caller. */
export class RemoteError extends Error {
  readonly code: ErrorCode;
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = "RemoteError";
    this.code = isErrorCode(wire.code) ? wire.code : "internal/unknown";
    this.wire = wire;
  }
}

/** Rebuilds an error from its wire form; a shape that is not one becomes `internal/unknown`. */
export function fromWireError(value: unknown): RemoteError {
  const parsed = wireErrorSchema.safeParse(value);
  if (parsed.success) return new RemoteError(parsed.data);
  const { message, action, retryable } = errorDefinition("internal/unknown");
  return new RemoteError({ code: "internal/unknown", message, action, retryable, details: {} });
}
