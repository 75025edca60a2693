import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Most pixels of one picture: what is decoded of them must fit into a worker's memory. */
const MOST_PIXELS = 100_000_000;

/**
 * Refuses a picture by the size that its header claims, before anything is decoded.
 *
 * @throws ProbativeError `import/too-large`, `import/corrupt` for a picture without pixels
 */
export function checkSize(width: number, height: number): void {
  if (!(width >= 1 && height >= 1)) throw new ProbativeError("import/corrupt", "It claims to have no pixels.");
  if (width * height > MOST_PIXELS) {
    throw new ProbativeError("import/too-large", `It claims ${width} × ${height} pixels.`, { width, height });
  }
}

/** A picture that is damaged. */
export function damaged(what: string, cause?: unknown): ProbativeError {
  return new ProbativeError("import/corrupt", what, {}, cause);
}
