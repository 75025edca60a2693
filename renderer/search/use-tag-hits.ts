import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BriefId, DocumentId, SectionId, TagId } from "#shared/base/ids.ts";
import type { InputOf, OutputOf } from "#shared/contract/contract.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { TaggedHits } from "#shared/model/search-report.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import { requestKey } from "./search-request.ts";

/** Which hits: those of a search, in some documents or (null) in all that it finds. */
export interface HitsInHand {
  readonly request: SearchRequest;
  readonly documents: readonly DocumentId[] | null;
}

export type HitExtent = NonNullable<InputOf<"search.tag">["extent"]>;

/** What is to be made of the hits. Tags by identifier, new ones by name. */
export interface TaggingPlan {
  readonly extent: HitExtent;
  readonly tagIds: readonly TagId[];
  readonly newTags: readonly string[];
  readonly note: string;
  readonly brief: BriefId | null;
  readonly section: SectionId | null;
}

/** What was made, and the step that undoes it. */
export interface TaggingDone {
  readonly made: TaggedHits;
  readonly briefTitle: string | null;
  readonly tagNames: readonly string[];
  /** Null when it is not known; then only the general undo of the case is left. */
  readonly step: number | null;
}

/** What tagging the hits would make; asked anew when the extent changes. */
export function useTaggingPreview({ request, documents }: HitsInHand, extent: HitExtent) {
  const { transport } = useClient();
  return useQuery({
    queryKey: ["search.tag", { key: requestKey(request), documents, extent }, "preview"],
    queryFn: async () => {
      const answer = await transport.call("search.tag", { ...inputOf({ request, documents }), extent, preview: true });
      return answer.made;
    },
    // Passages may have been made meanwhile.
    staleTime: 0,
    placeholderData: (before) => before,
  });
}

/** Makes the passages. New tags are created first; making the passages is one step to undo. */
export function useTagHits() {
  const { transport } = useClient();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (hits: HitsInHand, plan: TaggingPlan): Promise<OutputOf<"search.tag">["made"]> => {
    setBusy(true);
    try {
      const tags = [...plan.tagIds];
      for (const name of plan.newTags) tags.push((await transport.call("tags.create", { name })).tagId);
      const { extent, note, brief, section } = plan;
      const answer = await transport.call("search.tag", {
        ...inputOf(hits),
        tags,
        note,
        extent,
        ...(brief === null ? {} : { brief }),
        ...(brief === null || section === null ? {} : { section }),
      });
      return answer.made;
    } finally {
      setBusy(false);
    }
  };
  /** The latest step of the case, asked right after it was made. */
  const latestStep = async (): Promise<number | null> => {
    const history = await cache.fetchQuery({
      queryKey: callKey("edits.history", {}),
      queryFn: () => transport.call("edits.history", {}),
      staleTime: 0,
    });
    return history.undo[0]?.sequence ?? null;
  };
  return { busy, run, latestStep };
}

function inputOf({ request, documents }: HitsInHand) {
  return documents === null ? request : { ...request, documents: [...documents] };
}
