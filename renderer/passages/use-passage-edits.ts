import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem, TextRange } from "#shared/model/passage.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { withPassage } from "./passage-changes.ts";

/** What can be done to passages. Failures are announced, and the promise then gives null. */
export interface PassageEdits {
  readonly create: (input: {
    readonly documentId: DocumentId;
    readonly ranges: readonly TextRange[];
    readonly tagNames: readonly string[];
    readonly note: string;
  }) => Promise<PassageListItem | null>;
  readonly setNote: (passageId: PassageId, note: string) => Promise<PassageListItem | null>;
  readonly setTags: (passageId: PassageId, names: readonly string[]) => Promise<PassageListItem | null>;
  /** Returns true when it is gone. */
  readonly remove: (passageIds: readonly PassageId[]) => Promise<boolean>;
  readonly addToBrief: (briefId: BriefId, passageIds: readonly PassageId[]) => Promise<BriefDetail | null>;
}

/** The commands on passages. What the backend answers is drawn at once, before its event makes lists be read anew. */
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
    const draw = (passage: PassageListItem) => {
      cache.setQueryData<OutputOf<"passages.list">>(
        callKey("passages.list", { document: passage.documentId }),
        (before) => (before === undefined ? undefined : { passages: withPassage(before.passages, passage) }),
      );
      return passage;
    };
    return {
      create: ({ documentId, ranges, tagNames, note }) =>
        attempt(async () =>
          draw(
            await transport.call("passages.create", {
              document: documentId,
              ranges: [...ranges],
              tag: [...tagNames],
              note,
            }),
          ),
        ),
      setNote: (passageId, note) =>
        attempt(async () => draw(await transport.call("passages.update", { passage: passageId, note }))),
      setTags: (passageId, names) =>
        attempt(async () => draw(await transport.call("passages.update", { passage: passageId, tag: [...names] }))),
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
