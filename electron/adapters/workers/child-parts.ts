import type { ChildFile, ChildReceiver, RefusedChild } from "#core/ports/document-converter.ts";
import { assertNever } from "#shared/base/assert-never.ts";

/** What is inside of a file, as a worker sends it: each child begins, goes on in pieces, and ends or is refused. */
export type ChildPart =
  | { readonly kind: "begin"; readonly child: ChildFile }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  | { readonly kind: "refuse"; readonly child: RefusedChild };

/** Hands a part on. Throws what the receiver throws. */
export function handOver(part: ChildPart, children: ChildReceiver): void {
  switch (part.kind) {
    case "begin":
      children.begin(part.child);
      return;
    case "bytes":
      children.write(part.bytes);
      return;
    case "end":
      children.end();
      return;
    case "refuse":
      children.refuse(part.child);
      return;
    default:
      assertNever(part);
  }
}
