import type { ErrorCode } from "#shared/errors/codes.ts";
import type { ErrorDetails } from "#shared/errors/probative-error.ts";

/** What a pool says to a worker: here is a task; or: one more part of its result was taken. */
export type ToWorker<Task> = { readonly kind: "task"; readonly task: Task } | { readonly kind: "taken" };

/**
 * What a worker says to its pool. A worker has one task at a time, so messages need no number.
 * `progress` and `part` prove that it is alive. `memoryBytes` is what it holds now and cannot give back. After `failed` with
 * `isSpoiled` the worker is not to be used again.
 */
export type FromWorker<Part, Value> =
  | { readonly kind: "progress" }
  | { readonly kind: "part"; readonly part: Part }
  | { readonly kind: "done"; readonly value: Value; readonly memoryBytes: number }
  | {
      readonly kind: "failed";
      readonly code: ErrorCode;
      /** Addition to the code's own sentence; never text of a document. */
      readonly what: string;
      readonly details: ErrorDetails;
      readonly isSpoiled: boolean;
      readonly memoryBytes: number;
    };

/** Parts that a worker may send before the first of them must have been taken. */
export const PARTS_UNDER_WAY = 4;
