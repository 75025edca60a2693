import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem, ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import type { Extent } from "../reader/reader-types.ts";
import { describeError } from "../ui/describe-error.ts";
import { draftPassage, type NewPassage, placeOf, tagIdsOf, withoutPassage, withPassage } from "./passage-changes.ts";

/** What can be done to passages. Failures are announced, and the promise then gives null. */
export interface PassageEdits {
  readonly create: (wanted: NewPassage, tags: readonly Tag[]) => Promise<PassageListItem | null>;
  readonly setNote: (passage: PassageListItem, note: string) => Promise<PassageListItem | null>;
  readonly setTags: (
    passage: PassageListItem,
    names: readonly string[],
    tags: readonly Tag[],
  ) => Promise<PassageListItem | null>;
  readonly setMarks: (passage: PassageListItem, marks: readonly ReviewMark[]) => Promise<PassageListItem | null>;
  /** Gives it another extent: its quotation and citation follow. */
  readonly adjust: (passage: PassageListItem, extent: Extent) => Promise<PassageListItem | null>;
  /** Returns true when it is gone. */
  readonly remove: (passageIds: readonly PassageId[]) => Promise<boolean>;
  readonly addToBrief: (briefId: BriefId, passageIds: readonly PassageId[]) => Promise<BriefDetail | null>;
}

type List = OutputOf<"passages.list">;

let drafts = 0;

/**
 * The commands on passages. What was asked for is drawn at once in the document's list, put right by what the backend
 * answers, and taken back when it refuses.
 */
export function usePassageEdits(): PassageEdits {
  const { transport } = useClient();
  const { announce } = useNavigation();
  const cache = useQueryClient();
  return useMemo(() => {
    const attempt = async <Value>(run: () => Promise<Value>): Promise<Value | null> => {
      try {
        return await run();
      } catch (error) {
        const { message, action } = describeError(error);
        announce(`${message} ${action}`, "bad");
        return null;
      }
    };
    const draw = (documentId: DocumentId, change: (passages: List["passages"]) => List["passages"]): void => {
      const key = callKey("passages.list", { document: documentId });
      // An answer that is on its way was asked for before this change, and would undo it.
      void cache.cancelQueries({ queryKey: key, exact: true });
      cache.setQueryData<List>(key, (before) =>
        before === undefined ? undefined : { passages: change(before.passages) },
      );
    };
    /** Draws a passage as it will be; then as it is stored, or as it was when that failed. */
    const redraw = async (
      before: PassageListItem,
      after: PassageListItem,
      run: () => Promise<PassageListItem>,
    ): Promise<PassageListItem | null> => {
      draw(before.documentId, (list) => withPassage(list, after));
      const stored = await attempt(run);
      draw(before.documentId, (list) => withPassage(list, stored ?? before));
      return stored;
    };
    return {
      create: async (wanted, tags) => {
        drafts += 1;
        const { documentId, extent, tagNames, note, marks } = wanted;
        const draft = draftPassage(wanted, tags, drafts);
        draw(documentId, (list) => withPassage(list, draft));
        const ranges = extent.ranges.map(({ page, start, end }) => ({ page, start, end }));
        const stored = await attempt(() =>
          transport.call("passages.create", {
            document: documentId,
            ...(extent.region === null ? { ranges } : { region: extent.region }),
            tag: [...tagNames],
            note,
            marks: [...marks],
          }),
        );
        draw(documentId, (list) => {
          const others = withoutPassage(list, draft.passageId);
          return stored === null ? others : withPassage(others, stored);
        });
        return stored;
      },
      setNote: (passage, note) =>
        redraw(passage, { ...passage, note }, () =>
          transport.call("passages.update", { passage: passage.passageId, note }),
        ),
      setTags: (passage, names, tags) =>
        redraw(passage, { ...passage, tagIds: [...tagIdsOf(names, tags)] }, () =>
          transport.call("passages.update", { passage: passage.passageId, tag: [...names] }),
        ),
      setMarks: (passage, marks) =>
        redraw(passage, { ...passage, marks: [...marks] }, () =>
          transport.call("passages.update", { passage: passage.passageId, marks: [...marks] }),
        ),
      adjust: (passage, extent) =>
        redraw(passage, { ...passage, ...placeOf(extent) }, () =>
          transport.call("passages.adjust", {
            passage: passage.passageId,
            ...(extent.region === null
              ? { ranges: extent.ranges.map(({ page, start, end }) => ({ page, start, end })) }
              : { region: extent.region }),
          }),
        ),
      remove: async (passageIds) => {
        const done = await attempt(async () => {
          for (const passage of passageIds) await transport.call("passages.delete", { passage });
          return true;
        });
        if (done === null) return false;
        announce(say("passages.deleted", { count: passageIds.length }));
        return true;
      },
      addToBrief: (briefId, passageIds) =>
        attempt(async () => {
          let detail: BriefDetail | null = null;
          for (const passage of passageIds) detail = await transport.call("briefs.add", { brief: briefId, passage });
          if (detail !== null) {
            cache.setQueryData(callKey("briefs.show", { brief: briefId }), detail);
            announce(say("passages.addedTo", { count: passageIds.length, title: detail.title }));
          }
          return detail;
        }),
    };
  }, [transport, announce, cache]);
}
