import type { ChildReceiver } from "#core/ports/document-converter.ts";

/** Containers in containers that are opened (safety.md, H4). */
const DEEPEST = 3;

/** The same receiver, or at the greatest depth one that turns every child into a refusal. */
export function refuseAtDepth(children: ChildReceiver, depth: number): ChildReceiver {
  if (depth < DEEPEST) return children;
  return {
    begin({ name }) {
      children.refuse({ name, reason: "import/nested-too-deep", message: null });
    },
    write: () => {},
    end: () => {},
    refuse(child) {
      children.refuse(child);
    },
  };
}
