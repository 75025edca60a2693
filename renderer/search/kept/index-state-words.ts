import type { IndexState } from "#shared/model/search-report.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";

/** What a search went through, and what it could not, in words. */
export interface Coverage {
  readonly searched: string;
  /** What was not searched or not read well, one thing each; empty when there is no such thing. */
  readonly gaps: readonly string[];
}

/** Puts the state of the index into words. Files that were met again as duplicates are no gap. */
export function coverageOf(index: IndexState): Coverage {
  const { files } = index;
  const gap = (count: number, key: MessageKey) => (count === 0 ? null : say(key, { count }));
  return {
    searched: say("kept.coverage", {
      pages: index.pages - index.pagesWithoutText,
      documents: index.documents,
    }),
    gaps: [
      gap(index.pagesWithoutText, "kept.gapWithoutText"),
      gap(index.pagesUnread, "kept.gapUnread"),
      gap(index.pagesLowConfidence, "kept.gapDoubtful"),
      gap(index.hiddenPlaces, "kept.gapHidden"),
      gap(index.documentsOutdated, "kept.gapOutdated"),
      gap(files.failed, "kept.gapFailed"),
      gap(files.skipped, "kept.gapSkipped"),
      gap(files.pending, "kept.gapPending"),
    ].filter((words) => words !== null),
  };
}
