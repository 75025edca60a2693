import { ProbativeError } from "#shared/errors/probative-error.ts";

/**
 * The value that a JSON text stands for; a byte order mark before it is passed over.
 *
 * @throws ProbativeError `exchange/not-readable`
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, "")) as unknown;
  } catch {
    throw new ProbativeError("exchange/not-readable", "It is not JSON.");
  }
}
