import { ArrowDownWideNarrow } from "lucide-react";
import type { SearchSort } from "#shared/model/search.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";

const SORTS: readonly { readonly id: SearchSort; readonly label: MessageKey }[] = [
  { id: "relevance", label: "search.sortRelevance" },
  { id: "date", label: "search.sortNewest" },
  { id: "date-oldest", label: "search.sortOldest" },
  { id: "bates", label: "search.sortBates" },
  { id: "kind", label: "search.sortKind" },
  { id: "title", label: "search.sortTitle" },
  { id: "hits", label: "search.sortHits" },
];

interface SortMenuProps {
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
}

/** The order of the result. */
export function SortMenu({ sort, onSort }: SortMenuProps) {
  const label = SORTS.find(({ id }) => id === sort)?.label;
  const current = label === undefined ? "" : say(label);
  return (
    <Menu
      placement="bottom-end"
      items={SORTS.map(({ id, label: key }) => ({
        id,
        label: say(key),
        checked: id === sort,
        onSelect: () => onSort(id),
      }))}
      trigger={(props) => (
        <Button
          {...props}
          variant="quiet"
          size="small"
          icon={<ArrowDownWideNarrow aria-hidden />}
          aria-label={say("search.order", { order: current })}
        >
          {current}
        </Button>
      )}
    />
  );
}
