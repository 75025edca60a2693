import { useQueryClient } from "@tanstack/react-query";
import type { BriefId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BriefDetail, BriefSummary } from "#shared/model/brief.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { describeError } from "../ui/describe-error.ts";

/** Creates a brief and makes it the active one; `done` hears of it. */
export function useNewBrief() {
  const { announce, setActiveBrief } = useNavigation();
  const cache = useQueryClient();
  const create = useCallMutation("briefs.create");
  return {
    busy: create.isPending,
    create: (title: string, done?: (briefId: BriefId) => void) =>
      create.mutate(
        { title },
        {
          onSuccess: (brief) => {
            cache.setQueryData(callKey("briefs.show", { brief: brief.briefId }), brief);
            cache.setQueryData<OutputOf<"briefs.list">>(callKey("briefs.list", {}), (before) =>
              before === undefined ? undefined : { briefs: [...before.briefs, summaryOf(brief)] },
            );
            setActiveBrief(brief.briefId);
            done?.(brief.briefId);
          },
          onError: (error) => announce(describeError(error).message, "bad"),
        },
      ),
  };
}

function summaryOf({ briefId, title, sections, updatedAt }: BriefDetail): BriefSummary {
  return { briefId, title, sections: sections.length, quotations: 0, updatedAt };
}
