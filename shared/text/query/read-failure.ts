import { failure, ok, type Result } from "../../base/result.ts";
import type { QuerySyntaxError } from "./query-node.ts";

/** Carries a syntax error out of a descent; never leaves `readOrFail`. */
class SyntaxFailure extends Error {
  readonly details: QuerySyntaxError;
  constructor(details: QuerySyntaxError) {
    super(details.message);
    this.details = details;
  }
}

/**
 * Ends the reading of a search.
 *
 * @param message what to do, in plain words
 * @param offset code units into the search
 */
export function fail(message: string, offset: number): never {
  throw new SyntaxFailure({ message, offset });
}

/** Reads, and makes an ordinary failure of what `fail` was told. */
export function readOrFail<Value>(read: () => Value): Result<Value, QuerySyntaxError> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof SyntaxFailure) return failure(error.details);
    throw error;
  }
}
