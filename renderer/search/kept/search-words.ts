import type { SearchOptions } from "#shared/model/search.ts";
import { formatCount } from "../../ui/format.ts";
import { filterWords } from "../search-request.ts";

/** How a search is read, where that is not as usual: `as typed, without other forms · kind: order`. Empty when it is. */
export function optionWords(options: SearchOptions): string {
  const { stemming, synonyms, confident, without, filters } = options;
  return [
    stemming ? null : "without other forms of the words",
    synonyms ? null : "without synonyms",
    confident ? "without words that OCR was not sure of" : null,
    without.length === 0 ? null : `${formatCount(without.length, "form")} taken out`,
    ...filters.map(filterWords),
  ]
    .filter((words) => words !== null)
    .join(" · ");
}

/** `40 hits in 12 documents`. */
export function resultWords({ documents, hits }: { readonly documents: number; readonly hits: number }): string {
  return `${formatCount(hits, "hit")} in ${formatCount(documents, "document")}`;
}
