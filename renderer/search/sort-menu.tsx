import { ArrowDownWideNarrow } from "lucide-react";
import type { SearchSort } from "#shared/model/search.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";

const SORTS: readonly { readonly id: SearchSort; readonly label: string }[] = [
  { id: "relevance", label: "Relevance" },
  { id: "date", label: "Newest" },
  { id: "date-oldest", label: "Oldest" },
  { id: "bates", label: "Bates number" },
  { id: "kind", label: "Kind" },
  { id: "title", label: "Title" },
  { id: "hits", label: "Most hits" },
];

interface SortMenuProps {
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
}

/** The order of the result. */
export function SortMenu({ sort, onSort }: SortMenuProps) {
  const current = SORTS.find(({ id }) => id === sort)?.label ?? "";
  return (
    <Menu
      placement="bottom-end"
      items={SORTS.map(({ id, label }) => ({ id, label, checked: id === sort, onSelect: () => onSort(id) }))}
      trigger={(props) => (
        <Button
          {...props}
          variant="quiet"
          size="small"
          icon={<ArrowDownWideNarrow aria-hidden />}
          aria-label={`Order: ${current}`}
        >
          {current}
        </Button>
      )}
    />
  );
}
