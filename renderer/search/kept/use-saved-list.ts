import type { UseQueryResult } from "@tanstack/react-query";
import type { OutputOf } from "#shared/contract/contract.ts";
import { type CallQueryOptions, useCallQuery } from "../../client/use-query-call.ts";
import { keptAskerOf } from "./kept-askers.ts";

/** One question for all places of this window: each answer makes every saved search anew, and a newer one stops an older. */
const INPUT = { asker: keptAskerOf("saved-searches") };

/** The saved searches with what is new in each. */
export function useSavedList(options: CallQueryOptions = {}): UseQueryResult<OutputOf<"search.list">, Error> {
  return useCallQuery("search.list", INPUT, options);
}
