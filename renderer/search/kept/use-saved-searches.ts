import type { SavedSearchState } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { useFailure } from "./use-failure.ts";

/** What can be done with a saved search. None rejects; each says what happened. */
export interface SavedSearchActions {
  /** Shows its result; what it finds counts as seen from then on. */
  readonly run: (saved: SavedSearchState) => void;
  readonly forget: (saved: SavedSearchState) => void;
}

/** Running and deleting saved searches, the same from the list, the empty view and the palette. */
export function useSavedSearches(): SavedSearchActions {
  const { announce, openSearch } = useNavigation();
  const fail = useFailure();
  const look = useCallMutation("search.run");
  const forget = useCallMutation("search.forget");
  return {
    run: (saved) => {
      // The result view asks for itself: nobody waits for the note that it was looked at.
      openSearch(saved.search);
      look.mutate(
        { savedSearch: saved.savedSearchId, limit: 1 },
        {
          onSuccess: () => {
            const count = saved.newDocuments.length;
            if (count > 0) announce(say("kept.documentsAreNew", { name: saved.name, count }));
          },
          onError: fail,
        },
      );
    },
    forget: (saved) =>
      forget.mutate(
        { savedSearch: saved.savedSearchId },
        { onSuccess: () => announce(say("kept.deleted", { name: saved.name })), onError: fail },
      ),
  };
}
