import { documentKindSchema } from "#shared/model/detection.ts";
import type { SearchFacet } from "#shared/model/search.ts";
import { kindLabel, languageName } from "../library/labels.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { readFilter } from "./search-request.ts";

type FacetField = SearchFacet["field"];
type FacetValue = SearchFacet["values"][number];

/** Fields as people name them. */
export const FACET_LABELS: Readonly<Record<FacetField, MessageKey>> = {
  kind: "search.facetKind",
  court: "search.facetCourt",
  year: "search.facetYear",
  language: "search.facetLanguage",
  "read-how": "search.facetReadHow",
  tag: "search.facetTag",
  author: "search.facetAuthor",
};

const READINGS: Readonly<Record<string, MessageKey>> = {
  "-has:ocr": "search.valueWithoutOcr",
  "has:ocr": "search.valueByOcr",
  "-has:text": "search.valueWithoutText",
};

/** A value of a facet in the interface's language: codes by their names, what documents say as they say it. */
export function valueLabel(field: FacetField, { filter, label }: Pick<FacetValue, "filter" | "label">): string {
  const value = readFilter(filter)?.value ?? "";
  if (field === "kind") {
    const kind = documentKindSchema.safeParse(value);
    return kind.success ? kindLabel(kind.data) : label;
  }
  if (field === "language") return value === "" ? label : languageName(value);
  const reading = field === "read-how" ? READINGS[filter] : undefined;
  return reading === undefined ? label : say(reading);
}

/** What each filter that a facet lists is called there, such as `Kind: Order`. */
export function filterLabels(facets: readonly SearchFacet[] | null): ReadonlyMap<string, string> {
  const labels = (facets ?? []).flatMap(({ field, values }) =>
    values.map((value) => {
      const named = { field: say(FACET_LABELS[field]), value: valueLabel(field, value) };
      return [value.filter, say("search.facetValue", named)] as const;
    }),
  );
  return new Map(labels);
}
