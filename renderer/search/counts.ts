import type { SearchAnswer } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";

/** `65 hits on 48 pages in 21 documents`; where fields alone were asked for, `21 documents by their fields`. */
export function countLine({ hits, pages, documents }: SearchAnswer): string {
  if (hits === 0 && documents > 0) return say("search.documentsByFields", { documents });
  return say("search.hitsOnPagesInDocuments", { hits, pages, documents });
}

/** `18 ms`, `under 1 ms`, `1.2 s`. */
export function durationOf(milliseconds: number): string {
  if (milliseconds < 1) return say("search.underOneMillisecond");
  if (milliseconds < 1000) return say("search.milliseconds", { count: Math.round(milliseconds) });
  return say("search.seconds", { count: milliseconds / 1000 });
}

/** What a page is called: its own label, or its position in the file said as such. */
export function pageName(page: number, label: string | null): string {
  return label === null || label === "" ? say("search.pageAt", { page }) : say("search.pageLabelled", { label });
}
