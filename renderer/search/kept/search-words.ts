import type { SearchOptions } from "#shared/model/search.ts";
import { say } from "../../messages/say.ts";
import { filterWords } from "../search-request.ts";

/** How a search is read, where that is not as usual: `as typed, without other forms · kind: order`. Empty when it is. */
export function optionWords(options: SearchOptions): string {
  const { stemming, synonyms, confident, without, filters } = options;
  return [
    stemming ? null : say("kept.withoutOtherForms"),
    synonyms ? null : say("kept.withoutSynonyms"),
    confident ? say("kept.withoutDoubtful") : null,
    without.length === 0 ? null : say("kept.formsTakenOut", { count: without.length }),
    ...filters.map(filterWords),
  ]
    .filter((words) => words !== null)
    .join(" · ");
}

/** `40 hits in 12 documents`. */
export function resultWords({ documents, hits }: { readonly documents: number; readonly hits: number }): string {
  return say("kept.hitsInDocuments", { hits, documents });
}
