import { useCallback, useMemo } from "react";
import { type TagId, tagIdSchema } from "#shared/base/ids.ts";
import { usePanelMemory } from "../ui/panel-memory.ts";

/** Tags that are remembered: more than number keys can be lent to. */
const MOST = 12;

const NAME = "recent-tags";

/** The tags that were given last in this case, the latest first, and the way to add one. */
export function useRecentTags(): readonly [readonly TagId[], (tagIds: readonly TagId[]) => void] {
  const [stored, memory] = usePanelMemory(NAME);
  const recent = useMemo(
    () =>
      (stored ?? "").split(" ").flatMap((each) => {
        const tagId = tagIdSchema.safeParse(each);
        return tagId.success ? [tagId.data] : [];
      }),
    [stored],
  );
  const use = useCallback(
    (tagIds: readonly TagId[]) => {
      const before = (memory.read(NAME) ?? "")
        .split(" ")
        .filter((each) => each !== "" && !tagIds.some((id) => id === each));
      memory.write(NAME, [...tagIds, ...before].slice(0, MOST).join(" "));
    },
    [memory],
  );
  return [recent, use];
}
