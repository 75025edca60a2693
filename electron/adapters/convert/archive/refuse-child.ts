import type { ChildReceiver, RefusedChild } from "#core/ports/document-converter.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Containers around a file at which those inside of it are no longer opened (H4). */
export const GREATEST_DEPTH = 3;

const REASONS: Readonly<Record<RefusedChild["reason"], string>> = {
  "import/unsafe-archive": "not taken out: it breaks a limit that keeps the machine safe",
  "import/encrypted": "not taken out: it asks for a password",
  "import/corrupt": "not taken out: it is damaged",
  "import/nested-too-deep": `not taken out: more than ${GREATEST_DEPTH} containers lie around it`,
  "import/not-a-regular-file": "not taken out: it is a link or a device, not a file",
  "import/unsupported-kind": "not taken out: it is packed in a way that is not read",
};

/** Whether a failure is one of the child's own, so that its siblings can still be taken out. */
export function isRefusal(thrown: unknown): thrown is ProbativeError & { readonly code: RefusedChild["reason"] } {
  return thrown instanceof ProbativeError && Object.hasOwn(REASONS, thrown.code);
}

/** Why a child was not taken out, for the page that lists it. */
export function describeRefusal(reason: RefusedChild["reason"]): string {
  return REASONS[reason];
}

/**
 * Hands out a child that is held in memory, or refuses it at the greatest depth.
 *
 * @returns null, or the reason why it was refused
 */
export function handOut(
  children: ChildReceiver,
  depth: number,
  name: string,
  bytes: Uint8Array,
): RefusedChild["reason"] | null {
  if (depth >= GREATEST_DEPTH) {
    children.refuse({ name, reason: "import/nested-too-deep", message: null });
    return "import/nested-too-deep";
  }
  children.begin({ name });
  children.write(bytes);
  children.end();
  return null;
}
