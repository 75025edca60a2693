import type { IndexState } from "../model/search-report.ts";

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/**
 * What a search could not reach, or only in part, each as a sentence: what must stand beside a result that is to be relied
 * on. Empty when there is nothing of the kind.
 */
export function unreadSentences(index: IndexState): readonly string[] {
  const { files } = index;
  const said: readonly (readonly [number, string])[] = [
    [index.pagesWithoutText, `${count(index.pagesWithoutText, "page has", "pages have")} no text.`],
    [
      index.pagesUnread,
      `${count(index.pagesUnread, "page waits", "pages wait")} for OCR, failed in it, or ` +
        `${index.pagesUnread === 1 ? "was" : "were"} left out of it.`,
    ],
    [
      index.pagesLowConfidence,
      `${count(index.pagesLowConfidence, "page was", "pages were")} recognised with a mean confidence under 80 of 100; ` +
        "words there may be misread.",
    ],
    [
      index.hiddenPlaces,
      `In ${count(index.hiddenPlaces, "place", "places")} text lies hidden under a cover; it was kept out of the search.`,
    ],
    [
      index.documentsOutdated,
      `${count(index.documentsOutdated, "document waits", "documents wait")} to be read for the index and ` +
        `${index.documentsOutdated === 1 ? "was" : "were"} not searched.`,
    ],
    [files.failed, `${count(files.failed, "file", "files")} could not be imported.`],
    [files.skipped, `${count(files.skipped, "file was", "files were")} passed over by imports.`],
    [files.pending, `${count(files.pending, "file was", "files were")} not yet reached by imports.`],
  ];
  return said.filter(([number]) => number > 0).map(([, sentence]) => sentence);
}
