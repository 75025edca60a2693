import { useEffect } from "react";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";

/** While no brief of the case is the active one, the first takes that place: there is always one to add to. */
export function useFirstBrief(): void {
  const { activeBrief, setActiveBrief } = useNavigation();
  const briefs = useCallQuery("briefs.list", {}).data?.briefs;
  const first = briefs?.[0]?.briefId ?? null;
  const known = briefs === undefined || briefs.some((brief) => brief.briefId === activeBrief);
  useEffect(() => {
    if (!known && activeBrief !== first) setActiveBrief(first);
  }, [known, activeBrief, first, setActiveBrief]);
}
