import type { SearchAnswer } from "#shared/model/search.ts";
import { formatCount } from "../ui/format.ts";

/** `65 hits on 48 pages in 21 documents`; where fields alone were asked for, `21 documents by their fields`. */
export function countLine(answer: SearchAnswer): string {
  const { hits, pages, documents } = answer;
  if (hits === 0 && documents > 0) {
    return `${formatCount(documents, "document")} by ${documents === 1 ? "its" : "their"} fields`;
  }
  return `${formatCount(hits, "hit")} on ${formatCount(pages, "page")} in ${formatCount(documents, "document")}`;
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
