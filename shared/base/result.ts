/**
 * The outcome of an operation whose failure is an ordinary state for its caller, not an exception.
 * Exceptions (`ProbativeError`) are for failures that end the whole request.
 */
export type Result<Value, Failure> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "failure"; readonly failure: Failure };

/** Wraps a value as a success. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { kind: "ok", value };
}

/** Wraps a reason as a failure. */
export function failure<Failure>(reason: Failure): Result<never, Failure> {
  return { kind: "failure", failure: reason };
}
