import { expect } from "vitest";
import type { ErrorCode } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Runs what must fail with a named error; returns the error. */
export async function failureOf(work: () => unknown): Promise<ProbativeError> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof ProbativeError) return thrown;
    throw thrown;
  }
  return expect.unreachable("it did not fail");
}

/** Expects that `work` fails with `code`; returns the error. */
export async function expectFailure(code: ErrorCode, work: () => unknown): Promise<ProbativeError> {
  const failure = await failureOf(work);
  expect(failure.code).toBe(code);
  return failure;
}
