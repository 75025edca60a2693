import { assertNever } from "#shared/base/assert-never.ts";
import type { SavedSearchState } from "#shared/model/search-report.ts";
import { byLocale } from "../../messages/by-locale.ts";
import { say } from "../../messages/say.ts";
import type { TableSort } from "../../ui/data-table.tsx";

/** Columns of the table of saved searches. */
export type SavedColumn = "name" | "query" | "new" | "documents" | "hits" | "looked";

const collators = byLocale((locale) => new Intl.Collator(locale, { sensitivity: "base", numeric: true }));

/** Saved searches in the order of a column; those that are equal in it by name. */
export function sortSaved(
  searches: readonly SavedSearchState[],
  { column, descending }: TableSort<SavedColumn>,
): readonly SavedSearchState[] {
  const turn = descending ? -1 : 1;
  const collator = collators();
  return searches.toSorted(
    (left, right) => turn * compareBy(column, left, right, collator) || collator.compare(left.name, right.name),
  );
}

function compareBy(
  column: SavedColumn,
  left: SavedSearchState,
  right: SavedSearchState,
  collator: Intl.Collator,
): number {
  switch (column) {
    case "name":
      return collator.compare(left.name, right.name);
    case "query":
      return collator.compare(left.search.query, right.search.query);
    case "new":
      return left.newDocuments.length - right.newDocuments.length;
    case "documents":
      return (left.now?.documents ?? -1) - (right.now?.documents ?? -1);
    case "hits":
      return (left.now?.hits ?? -1) - (right.now?.hits ?? -1);
    case "looked":
      return (left.lookedAt ?? "").localeCompare(right.lookedAt ?? "");
    default:
      return assertNever(column);
  }
}

/** What changed since the result was last looked at: `3 new`, `1 gone`; null when nothing did, or nobody looked yet. */
export function newsOf({ newDocuments, lostDocuments }: SavedSearchState): string | null {
  const words = [
    newDocuments.length === 0 ? null : say("kept.newCount", { count: newDocuments.length }),
    lostDocuments.length === 0 ? null : say("kept.goneCount", { count: lostDocuments.length }),
  ].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(", ");
}
