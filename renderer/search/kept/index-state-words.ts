import type { IndexState } from "#shared/model/search-report.ts";
import { formatCount } from "../../ui/format.ts";

/** What a search went through, and what it could not, in words. */
export interface Coverage {
  readonly searched: string;
  /** What was not searched or not read well, one thing each; empty when there is no such thing. */
  readonly gaps: readonly string[];
}

/** Puts the state of the index into words. Files that were met again as duplicates are no gap. */
export function coverageOf(index: IndexState): Coverage {
  const { files } = index;
  const gap = (count: number, words: string) => (count === 0 ? null : words);
  return {
    searched: `${formatCount(index.pages - index.pagesWithoutText, "page")} of ${formatCount(index.documents, "document")} searched`,
    gaps: [
      gap(index.pagesWithoutText, `${formatCount(index.pagesWithoutText, "page")} without text`),
      gap(index.pagesUnread, `${formatCount(index.pagesUnread, "page")} not read by OCR: waiting, failed or off`),
      gap(index.pagesLowConfidence, `${formatCount(index.pagesLowConfidence, "page")} that OCR was not sure of`),
      gap(index.hiddenPlaces, `${formatCount(index.hiddenPlaces, "place")} with text under a cover, not searched`),
      gap(index.documentsOutdated, `${formatCount(index.documentsOutdated, "document")} to be read anew`),
      gap(files.failed, `${formatCount(files.failed, "file")} that failed to import`),
      gap(files.skipped, `${formatCount(files.skipped, "file")} passed over by imports`),
      gap(files.pending, `${formatCount(files.pending, "file")} not imported yet`),
    ].filter((words) => words !== null),
  };
}
