import {
  type BlockId,
  blockIdSchema,
  type PassageId,
  passageIdSchema,
  type SectionId,
  sectionIdSchema,
} from "#shared/base/ids.ts";

/** What is being dragged. */
export type DragData =
  | { readonly kind: "passage"; readonly passageId: PassageId }
  | { readonly kind: "block"; readonly blockId: BlockId }
  | { readonly kind: "section"; readonly sectionId: SectionId };

/** Reads what a drag carries; null when it comes from elsewhere. */
export function readDragData(data: Readonly<Record<string | symbol, unknown>>): DragData | null {
  const passage = passageIdSchema.safeParse(data["passageId"]);
  if (data["kind"] === "passage" && passage.success) return { kind: "passage", passageId: passage.data };
  const block = blockIdSchema.safeParse(data["blockId"]);
  if (data["kind"] === "block" && block.success) return { kind: "block", blockId: block.data };
  const section = sectionIdSchema.safeParse(data["sectionId"]);
  if (data["kind"] === "section" && section.success) return { kind: "section", sectionId: section.data };
  return null;
}
