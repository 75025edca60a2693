import { assertNever } from "#shared/base/assert-never.ts";
import type { TextRange } from "#shared/model/passage.ts";
import type { HitExtent } from "#shared/model/search-report.ts";
import { paragraphAround, sentenceAround } from "#shared/text/sentence-around.ts";
import type { DocumentHit } from "./evaluate/evaluation.ts";

type PageText = (page: number) => string;

function widen(text: string, part: TextRange, extent: HitExtent): { readonly start: number; readonly end: number } {
  switch (extent) {
    case "words":
      return part;
    case "sentence":
      return sentenceAround(text, part);
    case "paragraph":
      return paragraphAround(text, part);
    default:
      return assertNever(extent);
  }
}

/** Cuts white space off both ends: what a passage does too, so that two of them can be told to be one. */
function tighten(text: string, { page, start, end }: TextRange): TextRange {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { page, start: from, end: from + part.trim().length };
}

/** The first part of a hit over a page break grows backwards only, and the last forwards: between them lies no text of it. */
function extentOf({ parts }: DocumentHit, extent: HitExtent, pageText: PageText): readonly TextRange[] {
  return parts.map((part, place) => {
    const text = pageText(part.page);
    const wide = widen(text, part, extent);
    const start = place === 0 ? wide.start : part.start;
    const end = place === parts.length - 1 ? wide.end : part.end;
    return tighten(text, { page: part.page, start, end });
  });
}

function overlap(one: readonly TextRange[], other: readonly TextRange[]): boolean {
  return one.some((range) =>
    other.some((next) => next.page === range.page && next.start < range.end && range.start < next.end),
  );
}

/** Both together: on each page from the first beginning to the last end. */
function unite(one: readonly TextRange[], other: readonly TextRange[]): readonly TextRange[] {
  const byPage = Map.groupBy([...one, ...other], ({ page }) => page);
  return [...byPage]
    .toSorted(([first], [second]) => first - second)
    .map(([page, ranges]) => ({
      page,
      start: Math.min(...ranges.map(({ start }) => start)),
      end: Math.max(...ranges.map(({ end }) => end)),
    }));
}

/**
 * What is to become passages: the extents of all hits of a document, in order. Hits whose extents overlap share one.
 *
 * @param hits in order
 */
export function extentsOf(
  hits: readonly DocumentHit[],
  extent: HitExtent,
  pageText: PageText,
): readonly (readonly TextRange[])[] {
  const extents: (readonly TextRange[])[] = [];
  for (const hit of hits) {
    const own = extentOf(hit, extent, pageText);
    const last = extents.at(-1);
    if (last !== undefined && overlap(last, own)) extents[extents.length - 1] = unite(last, own);
    else extents.push(own);
  }
  return extents;
}
