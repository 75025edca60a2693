import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BlockId, BriefId, PassageId, SectionId } from "#shared/base/ids.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import { describeError } from "../ui/describe-error.ts";
import { type BlockPlace, withBlockMoved, withBlockText, withSectionMoved } from "./brief-order.ts";

/**
 * The commands on one brief. They are sent one after the other in the order of the person's acts; what can be foreseen
 * is drawn at once. Each resolves to the brief as the backend has it, or to null when it failed (which is announced).
 */
export interface BriefEdits {
  readonly rename: (title: string) => Promise<BriefDetail | null>;
  readonly addSection: (position?: number) => Promise<BriefDetail | null>;
  readonly setHeading: (section: SectionId, heading: string) => Promise<BriefDetail | null>;
  readonly moveSection: (section: SectionId, position: number) => Promise<BriefDetail | null>;
  readonly deleteSection: (section: SectionId) => Promise<BriefDetail | null>;
  readonly addText: (section: SectionId, position?: number) => Promise<BriefDetail | null>;
  readonly addPassage: (passage: PassageId, place: BlockPlace) => Promise<BriefDetail | null>;
  readonly setText: (block: BlockId, text: string) => Promise<BriefDetail | null>;
  readonly moveBlock: (block: BlockId, place: BlockPlace) => Promise<BriefDetail | null>;
  readonly deleteBlock: (block: BlockId) => Promise<BriefDetail | null>;
  /** Resolves when everything that was asked so far is stored. */
  readonly settled: () => Promise<unknown>;
}

/** Acts that wait or run, by brief: shared by every editor of the same brief, also by one that has been closed. */
const queues = new Map<BriefId, { last: Promise<unknown>; waiting: number }>();

/** The commands on a brief for its editor. */
export function useBriefEdits(briefId: BriefId): BriefEdits {
  const { transport } = useClient();
  const { announce } = useNavigation();
  const cache = useQueryClient();
  return useMemo(() => {
    const key = callKey("briefs.show", { brief: briefId });
    const queue = queues.get(briefId) ?? { last: Promise.resolve(), waiting: 0 };
    queues.set(briefId, queue);

    const run = (foreseen: (brief: BriefDetail) => BriefDetail, act: () => Promise<BriefDetail>) => {
      void cache.cancelQueries({ queryKey: key });
      cache.setQueryData<BriefDetail>(key, (before) => (before === undefined ? undefined : foreseen(before)));
      queue.waiting += 1;
      const done = queue.last.then(act).then(
        (brief) => {
          queue.waiting -= 1;
          // An answer that does not know the acts after it would make the screen jump back.
          if (queue.waiting === 0) cache.setQueryData(key, brief);
          return brief;
        },
        (error: unknown) => {
          queue.waiting -= 1;
          const { message, action } = describeError(error);
          announce(`${message} ${action}`, "bad");
          void cache.invalidateQueries({ queryKey: key });
          return null;
        },
      );
      queue.last = done;
      return done;
    };
    const { call } = transport;
    const at = (position: number | undefined) => (position === undefined ? {} : { position });
    return {
      rename: (title) =>
        run(
          (brief) => ({ ...brief, title }),
          () => call("briefs.update", { brief: briefId, title }),
        ),
      addSection: (position) =>
        run(same, () => call("briefs.add-section", { brief: briefId, heading: "", ...at(position) })),
      setHeading: (section, heading) =>
        run(
          (brief) => ({
            ...brief,
            sections: brief.sections.map((item) => (item.sectionId === section ? { ...item, heading } : item)),
          }),
          () => call("briefs.update-section", { section, heading }),
        ),
      moveSection: (section, position) =>
        run(
          (brief) => withSectionMoved(brief, section, position),
          () => call("briefs.move-section", { section, position }),
        ),
      deleteSection: (section) =>
        run(
          (brief) => ({ ...brief, sections: brief.sections.filter((item) => item.sectionId !== section) }),
          () => call("briefs.delete-section", { section }),
        ),
      addText: (section, position) => run(same, () => call("briefs.add-text", { section, text: "", ...at(position) })),
      addPassage: (passage, { sectionId, position }) =>
        run(same, () => call("briefs.add", { brief: briefId, passage, section: sectionId, position })),
      setText: (block, text) =>
        run(
          (brief) => withBlockText(brief, block, text),
          () => call("briefs.update-block", { block, text }),
        ),
      moveBlock: (block, place) =>
        run(
          (brief) => withBlockMoved(brief, block, place),
          () => call("briefs.move-block", { block, section: place.sectionId, position: place.position }),
        ),
      deleteBlock: (block) =>
        run(
          (brief) => ({
            ...brief,
            sections: brief.sections.map((section) => ({
              ...section,
              blocks: section.blocks.filter((item) => item.blockId !== block),
            })),
          }),
          () => call("briefs.delete-block", { block }),
        ),
      settled: () => queue.last,
    };
  }, [briefId, transport, announce, cache]);
}

function same(brief: BriefDetail): BriefDetail {
  return brief;
}
