import type { BlockId, BriefId, PassageId, SectionId } from "#shared/base/ids.ts";
import { sectionIdSchema } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import type { CasePorts } from "../backend-context.ts";
import { requirePassage } from "../passages/edit-passage.ts";
import type { StoredBrief } from "../ports/brief-store.ts";
import { quotationText } from "./quotation-text.ts";
import { readBrief } from "./read-brief.ts";

function requireBrief(ports: CasePorts, briefId: BriefId): StoredBrief {
  const brief = ports.briefs.find(briefId);
  if (brief === null) throw new ProbativeError("brief/not-found", briefId, { brief: briefId });
  return brief;
}

function requireBriefOfSection(ports: CasePorts, sectionId: SectionId): BriefId {
  const briefId = ports.briefs.briefOfSection(sectionId);
  if (briefId === null) throw new ProbativeError("brief/section-not-found", sectionId, { section: sectionId });
  return briefId;
}

function requirePlaceOfBlock(ports: CasePorts, blockId: BlockId) {
  const place = ports.briefs.placeOfBlock(blockId);
  if (place === null) throw new ProbativeError("brief/block-not-found", blockId, { block: blockId });
  return place;
}

/** Makes one step of a change to a brief, and answers with the brief as it stands then, checked. */
function edit(ports: CasePorts, briefId: BriefId, label: string, work: () => void): BriefDetail {
  ports.edits.perform(label, () => {
    work();
    ports.briefs.touch(briefId, ports.clock.now());
  });
  ports.publish({ kind: "changed", areas: ["briefs", "case", "edits"] });
  return readBrief(ports, briefId);
}

/** Creates a brief with one section without a heading, so that there is a place to write at once. */
export function createBrief(ports: CasePorts, title: string): BriefDetail {
  const briefId = ports.ids.next("brief");
  return edit(ports, briefId, "Create brief", () => {
    ports.briefs.insert(briefId, title, ports.clock.now());
    ports.briefs.insertSection(briefId, ports.ids.next("section"), "", null);
  });
}

/** Gives a brief another title. Throws `brief/not-found`. */
export function renameBrief(ports: CasePorts, briefId: BriefId, title: string): BriefDetail {
  requireBrief(ports, briefId);
  return edit(ports, briefId, "Rename brief", () => {
    ports.briefs.rename(briefId, title);
  });
}

/** Deletes a brief with its sections; the passages stay. Throws `brief/not-found`. */
export function deleteBrief(ports: CasePorts, briefId: BriefId): void {
  requireBrief(ports, briefId);
  ports.edits.perform("Delete brief", () => {
    ports.briefs.delete(briefId);
  });
  ports.publish({ kind: "changed", areas: ["briefs", "case", "edits"] });
}

/** What `briefs add` may be told besides brief and passage. */
export interface AddPassageOptions {
  /** Identifier or heading of a section; a heading that is new makes a new section. The last section when absent. */
  readonly section?: string | undefined;
  readonly position?: number | undefined;
}

/** Adds a passage as a quotation, word for word. */
export function addPassage(
  ports: CasePorts,
  briefId: BriefId,
  passageId: PassageId,
  options: AddPassageOptions,
): BriefDetail {
  const brief = requireBrief(ports, briefId);
  const passage = requirePassage(ports, passageId);
  return edit(ports, briefId, "Add passage to brief", () => {
    const sectionId = findOrAddSection(ports, brief, options.section);
    const blockId = ports.ids.next("block");
    const text = quotationText(passage.quote);
    ports.briefs.insertBlock(sectionId, { kind: "quotation", blockId, text, passageId }, options.position ?? null);
  });
}

function findOrAddSection(ports: CasePorts, brief: StoredBrief, wanted: string | undefined): SectionId {
  const last = brief.sections.at(-1);
  if (wanted === undefined && last !== undefined) return last.sectionId;
  const found = brief.sections.find((section) => section.sectionId === wanted || section.heading === wanted);
  if (found !== undefined) return found.sectionId;
  if (sectionIdSchema.safeParse(wanted).success) throw new ProbativeError("brief/section-not-found", wanted);
  // The empty section that every new brief has takes the first heading, instead of staying behind empty.
  const [only] = brief.sections;
  if (wanted !== undefined && only !== undefined && brief.sections.length === 1 && isUntouched(only)) {
    ports.briefs.renameSection(only.sectionId, wanted);
    return only.sectionId;
  }
  const sectionId = ports.ids.next("section");
  ports.briefs.insertSection(brief.briefId, sectionId, wanted ?? "", null);
  return sectionId;
}

function isUntouched(section: StoredBrief["sections"][number]): boolean {
  return section.heading === "" && section.blocks.length === 0;
}

/** Adds a section at a 0-based place, or at the end. Throws `brief/not-found`. */
export function addSection(
  ports: CasePorts,
  briefId: BriefId,
  heading: string,
  position: number | undefined,
): BriefDetail {
  requireBrief(ports, briefId);
  return edit(ports, briefId, "Add section", () => {
    ports.briefs.insertSection(briefId, ports.ids.next("section"), heading, position ?? null);
  });
}

/** Gives a section another heading; an empty one is allowed. Throws `brief/section-not-found`. */
export function renameSection(ports: CasePorts, sectionId: SectionId, heading: string): BriefDetail {
  return edit(ports, requireBriefOfSection(ports, sectionId), "Change heading", () => {
    ports.briefs.renameSection(sectionId, heading);
  });
}

/** Moves a section to a 0-based place in its brief. Throws `brief/section-not-found`. */
export function moveSection(ports: CasePorts, sectionId: SectionId, position: number): BriefDetail {
  return edit(ports, requireBriefOfSection(ports, sectionId), "Move section", () => {
    ports.briefs.moveSection(sectionId, position);
  });
}

/** Deletes a section with its blocks; the passages stay. Throws `brief/section-not-found`. */
export function deleteSection(ports: CasePorts, sectionId: SectionId): BriefDetail {
  return edit(ports, requireBriefOfSection(ports, sectionId), "Delete section", () => {
    ports.briefs.deleteSection(sectionId);
  });
}

/** Adds a paragraph of the writer's own text. Throws `brief/section-not-found`. */
export function addText(
  ports: CasePorts,
  sectionId: SectionId,
  text: string,
  position: number | undefined,
): BriefDetail {
  return edit(ports, requireBriefOfSection(ports, sectionId), "Add paragraph", () => {
    const blockId = ports.ids.next("block");
    ports.briefs.insertBlock(sectionId, { kind: "text", blockId, text }, position ?? null);
  });
}

/** Changes the words of a paragraph or of a quotation, which is then checked again. Throws `brief/block-not-found`. */
export function updateBlock(ports: CasePorts, blockId: BlockId, text: string): BriefDetail {
  const { briefId } = requirePlaceOfBlock(ports, blockId);
  return edit(ports, briefId, "Edit paragraph", () => {
    ports.briefs.updateBlock(blockId, text);
  });
}

/** Moves a block within its brief. Throws `brief/block-not-found`, `brief/section-not-found`. */
export function moveBlock(ports: CasePorts, blockId: BlockId, sectionId: SectionId, position: number): BriefDetail {
  const { briefId } = requirePlaceOfBlock(ports, blockId);
  // A block belongs to its brief: moving it into another one would take it out of the step that is shown.
  if (requireBriefOfSection(ports, sectionId) !== briefId) {
    throw new ProbativeError("brief/section-not-found", sectionId, { section: sectionId });
  }
  return edit(ports, briefId, "Move paragraph", () => {
    ports.briefs.moveBlock(blockId, sectionId, position);
  });
}

/** Deletes a block; the passage of a quotation stays. Throws `brief/block-not-found`. */
export function deleteBlock(ports: CasePorts, blockId: BlockId): BriefDetail {
  const { briefId } = requirePlaceOfBlock(ports, blockId);
  return edit(ports, briefId, "Delete paragraph", () => {
    ports.briefs.deleteBlock(blockId);
  });
}
