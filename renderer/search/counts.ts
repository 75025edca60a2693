import type { SearchAnswer } from "#shared/model/search.ts";

/** `1 hit`, `1,204 hits`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? singular : plural}`;
}

/** `65 hits on 48 pages in 21 documents`. */
export function countLine(answer: SearchAnswer): string {
  const { hits, pages, documents } = answer;
  return `${countOf(hits, "hit")} on ${countOf(pages, "page")} in ${countOf(documents, "document")}`;
}

/** `18 ms`, `under 1 ms`, `1.2 s`. */
export function durationOf(milliseconds: number): string {
  if (milliseconds < 1) return "under 1 ms";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What a page is called: its own label, or its position in the file said as such. */
export function pageName(page: number, label: string | null): string {
  return label === null || label === "" ? `page ${page}` : `p. ${label}`;
}
