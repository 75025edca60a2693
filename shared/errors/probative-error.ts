import { type ErrorCode, errorDefinition } from "./codes.ts";

/** Facts about a failure that may leave the backend: no stack, no document text. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A failure with a name. Its `message` is the code's own sentence, followed by `what` when that adds something that the
 * person needs (a path, a page, an offset).
 */
export class ProbativeError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** What the message adds to the code's own sentence; empty when it adds nothing. */
  readonly what: string;

  constructor(code: ErrorCode, what = "", details: ErrorDetails = {}, cause?: unknown) {
    const sentence = errorDefinition(code).message;
    super(what === "" ? sentence : `${sentence} ${what}`, cause === undefined ? undefined : { cause });
    this.name = "ProbativeError";
    this.code = code;
    this.details = details;
    this.what = what.trim();
  }
}
