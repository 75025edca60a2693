import type { ChildReceiver } from "#core/ports/document-converter.ts";
import { GREATEST_DEPTH } from "./archive/refuse-child.ts";

/** The same receiver, or at the greatest depth one that turns every child into a refusal. */
export function refuseAtDepth(children: ChildReceiver, depth: number): ChildReceiver {
  if (depth < GREATEST_DEPTH) return children;
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
