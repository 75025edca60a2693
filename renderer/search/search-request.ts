import type { SearchOptions, SearchRequest } from "#shared/model/search.ts";

/** The search of a text and of how it is to be read. */
export function requestOf(query: string, options: SearchOptions): SearchRequest {
  const { stemming, synonyms, confident, without, filters } = options;
  return { query: query.trim(), stemming, synonyms, confident, without, filters };
}

/** What tells one search from another; order of filters and of forms taken out says nothing. */
export function requestKey(request: SearchRequest): string {
  const { query, stemming, synonyms, confident, without, filters } = request;
  return JSON.stringify([query, stemming, synonyms, confident, [...without].sort(), [...filters].sort()]);
}

/** The options with a filter such as `kind:order` taken in or out. */
export function toggleFilter(options: SearchOptions, filter: string): SearchOptions {
  return { ...options, filters: toggled(options.filters, filter) };
}

/** The options with a form of a word taken out, or put back. `source` is the word as it was typed. */
export function toggleForm(options: SearchOptions, source: string, form: string): SearchOptions {
  return { ...options, without: toggled(options.without, `${source}>${form}`) };
}

function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((known) => known !== value) : [...values, value];
}

/** A filter's field and value: `court:="D. Capital"` is `court` and `D. Capital`; null for one that is not so written. */
export function readFilter(filter: string): { readonly field: string; readonly value: string } | null {
  const parts = /^(-?[a-z-]+):=?(.+)$/su.exec(filter);
  if (parts === null) return null;
  const [, field = "", value = ""] = parts;
  const quoted = /^"(.*)"$/su.exec(value.trim());
  return { field, value: quoted === null ? value.trim() : (quoted[1] ?? "").replaceAll('""', '"') };
}

/** A filter as people read it, for one that no facet lists: `court:="D. Capital"` is `court: D. Capital`. */
export function filterWords(filter: string): string {
  const parts = readFilter(filter);
  return parts === null ? filter : `${parts.field}: ${parts.value}`;
}
