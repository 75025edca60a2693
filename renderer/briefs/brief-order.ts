import type { BlockId, SectionId } from "#shared/base/ids.ts";
import type { BriefBlock, BriefDetail, BriefSection } from "#shared/model/brief.ts";
import { say } from "../messages/say.ts";

/** Where a block stands. `position` is 0-based. */
export interface BlockPlace {
  readonly sectionId: SectionId;
  readonly position: number;
}

/** Finds a block; null when the brief does not hold it. */
export function placeOfBlock(brief: BriefDetail, blockId: BlockId): BlockPlace | null {
  for (const section of brief.sections) {
    const position = section.blocks.findIndex((block) => block.blockId === blockId);
    if (position !== -1) return { sectionId: section.sectionId, position };
  }
  return null;
}

/**
 * The place one step up or down: past the neighbour in its section, at the ends into the neighbouring section.
 * Positions are counted without the block itself. Null when there is nowhere to go.
 */
export function steppedPlace(brief: BriefDetail, blockId: BlockId, direction: 1 | -1): BlockPlace | null {
  const place = placeOfBlock(brief, blockId);
  if (place === null) return null;
  const index = brief.sections.findIndex((section) => section.sectionId === place.sectionId);
  const section = brief.sections[index];
  if (section === undefined) return null;
  const position = place.position + direction;
  if (position >= 0 && position < section.blocks.length) return { sectionId: section.sectionId, position };
  const neighbour = brief.sections[index + direction];
  if (neighbour === undefined) return null;
  return { sectionId: neighbour.sectionId, position: direction === 1 ? 0 : neighbour.blocks.length };
}

/**
 * Where a block goes that is dropped before or after another one (or into a section). Positions are counted without
 * the block itself, because it leaves its place first. Null when it would not move.
 *
 * @param gap 0 is before the first block of the section as it is on screen, `blocks.length` after its last
 */
export function droppedPlace(
  brief: BriefDetail,
  blockId: BlockId,
  sectionId: SectionId,
  gap: number,
): BlockPlace | null {
  const from = placeOfBlock(brief, blockId);
  if (from === null || from.sectionId !== sectionId) return { sectionId, position: gap };
  const position = gap > from.position ? gap - 1 : gap;
  return position === from.position ? null : { sectionId, position };
}

/** Where a section goes that is dropped into a gap between sections; null when it would not move. */
export function droppedSection(brief: BriefDetail, sectionId: SectionId, gap: number): number | null {
  const from = brief.sections.findIndex((section) => section.sectionId === sectionId);
  const position = from !== -1 && gap > from ? gap - 1 : gap;
  return position === from ? null : position;
}

/** The brief with a block moved: what the screen shows until the backend answers. */
export function withBlockMoved(brief: BriefDetail, blockId: BlockId, to: BlockPlace): BriefDetail {
  const block = findBlock(brief, blockId);
  if (block === null) return brief;
  const sections = brief.sections.map((section) => {
    const rest = section.blocks.filter((item) => item.blockId !== blockId);
    return section.sectionId === to.sectionId
      ? { ...section, blocks: rest.toSpliced(to.position, 0, block) }
      : { ...section, blocks: rest };
  });
  return { ...brief, sections };
}

/** The brief with a section moved. */
export function withSectionMoved(brief: BriefDetail, sectionId: SectionId, position: number): BriefDetail {
  const section = brief.sections.find((item) => item.sectionId === sectionId);
  if (section === undefined) return brief;
  const rest = brief.sections.filter((item) => item.sectionId !== sectionId);
  return { ...brief, sections: rest.toSpliced(position, 0, section) };
}

/** The brief with the words of a block replaced. */
export function withBlockText(brief: BriefDetail, blockId: BlockId, text: string): BriefDetail {
  const change = (section: BriefSection): BriefSection => ({
    ...section,
    blocks: section.blocks.map((block) => (block.blockId === blockId ? { ...block, text } : block)),
  });
  return { ...brief, sections: brief.sections.map(change) };
}

/** Finds a block by its identifier. */
export function findBlock(brief: BriefDetail, blockId: BlockId): BriefBlock | null {
  for (const section of brief.sections) {
    const block = section.blocks.find((item) => item.blockId === blockId);
    if (block !== undefined) return block;
  }
  return null;
}

/** What is said after a move: `Moved to 2 of 5 in The exchange of notes`. */
export function describePlace(brief: BriefDetail, blockId: BlockId): string {
  const place = placeOfBlock(brief, blockId);
  const section = brief.sections.find((item) => item.sectionId === place?.sectionId);
  if (place === null || section === undefined) return say("briefs.moved");
  return say("briefs.movedTo", {
    position: place.position + 1,
    count: section.blocks.length,
    section: headingOf(section),
  });
}

/** A section's heading, or what it is called while it has none. */
export function headingOf(section: BriefSection): string {
  return section.heading.trim() === "" ? say("briefs.untitledSection") : section.heading;
}
