import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import {
  describePlace,
  droppedPlace,
  droppedSection,
  findBlock,
  headingOf,
  steppedPlace,
  withBlockMoved,
} from "./brief-order.ts";
import type { SectionActions } from "./brief-section.tsx";
import type { BriefEdits } from "./use-brief.ts";

/**
 * Joins what sections ask for with the commands of the brief: works out places, says what happened, and keeps the
 * keyboard on what was moved or added.
 *
 * @param root the editor's element, in which focus is placed
 * @param passages those of the case, to open a quotation's source at its very words
 */
export function useSectionActions(
  brief: BriefDetail,
  edits: BriefEdits,
  passages: ReadonlyMap<PassageId, PassageListItem>,
  root: RefObject<HTMLElement | null>,
): SectionActions {
  const { announce, openDocument } = useNavigation();
  const focusNext = useFocusAfterChange(brief, root);
  return useMemo(() => {
    const moveBlock: SectionActions["moveBlock"] = (blockId, direction) => {
      const place = steppedPlace(brief, blockId, direction);
      if (place === null) {
        announce(say(direction === 1 ? "briefs.lastPlace" : "briefs.firstPlace"));
        return;
      }
      focusNext(`[data-block="${blockId}"] textarea`);
      announce(describePlace(withBlockMoved(brief, blockId, place), blockId));
      void edits.moveBlock(blockId, place);
    };
    const sectionIndex = (sectionId: string) => brief.sections.findIndex((item) => item.sectionId === sectionId);
    return {
      moveBlock,
      setHeading: (section, heading) => edits.setHeading(section.sectionId, heading),
      setText: edits.setText,
      moveSection: (section, direction) => {
        const position = sectionIndex(section.sectionId) + direction;
        if (position < 0 || position >= brief.sections.length) return;
        focusNext(`[data-section="${section.sectionId}"] textarea`);
        announce(
          say("briefs.sectionMoved", {
            section: headingOf(section),
            position: position + 1,
            count: brief.sections.length,
          }),
        );
        void edits.moveSection(section.sectionId, position);
      },
      deleteSection: (section) => {
        void edits.deleteSection(section.sectionId).then((done) => done && announce(say("briefs.sectionDeleted")));
      },
      addSectionAfter: (section) => {
        const position = sectionIndex(section.sectionId) + 1;
        void edits.addSection(position).then((done) => {
          const added = done?.sections[position];
          if (added !== undefined) focusNext(`[data-section="${added.sectionId}"] textarea`);
        });
      },
      dropSection: (section, data, side) => {
        if (data.kind !== "section") return;
        const gap = sectionIndex(section.sectionId) + (side === "after" ? 1 : 0);
        const position = droppedSection(brief, data.sectionId, gap);
        if (position !== null) void edits.moveSection(data.sectionId, position);
      },
      dropOnSection: (section, data, gap) => {
        if (data.kind === "passage") {
          void edits
            .addPassage(data.passageId, { sectionId: section.sectionId, position: gap })
            .then((done) => done && announce(say("briefs.addedTo", { section: headingOf(section) })));
        } else if (data.kind === "block" && findBlock(brief, data.blockId) !== null) {
          const place = droppedPlace(brief, data.blockId, section.sectionId, gap);
          if (place !== null) void edits.moveBlock(data.blockId, place);
        }
      },
      addText: (section, position) => {
        void edits.addText(section.sectionId, position).then((done) => {
          const added = done?.sections.find((item) => item.sectionId === section.sectionId)?.blocks[position];
          if (added !== undefined) focusNext(`[data-block="${added.blockId}"] textarea`);
        });
      },
      deleteBlock: (blockId) => {
        void edits.deleteBlock(blockId).then((done) => done && announce(say("briefs.deleted")));
      },
      openSource: (block) => {
        if (block.documentId === null || block.page === null) return;
        const quads = passages.get(block.passageId)?.ranges[0]?.quads;
        const place = { page: block.page, passageId: block.passageId };
        openDocument(block.documentId, quads === undefined ? place : { ...place, quads });
      },
    };
  }, [brief, edits, passages, announce, openDocument, focusNext]);
}

/** Puts the keyboard on an element as soon as the changed brief is on screen. */
function useFocusAfterChange(brief: BriefDetail, root: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  const focus = useRef(() => {
    if (wanted.current === null) return;
    const element = root.current?.querySelector<HTMLElement>(wanted.current);
    if (element === null || element === undefined) return;
    wanted.current = null;
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  }).current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after every change of the brief.
  useEffect(focus, [brief]);
  return useRef((selector: string) => {
    wanted.current = selector;
    requestAnimationFrame(focus);
  }).current;
}
