import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PageRegion, Passage, PassageRange, TextRange } from "#shared/model/passage.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { matchQuoteInPages, type QuotablePage } from "#shared/text/match-quote-in-pages.ts";
import type { CasePorts } from "../backend-context.ts";
import { MAX_PAGES } from "../import/read-document.ts";
import type { PassageAnchor } from "../ports/passage-store.ts";
import { clipRegion, rangesInBox } from "./find-in-region.ts";
import { readSource } from "./read-source.ts";

/** Code units of text kept on each side of a quote, to tell its place from others with the same words. */
const CONTEXT_LENGTH = 64;

/** Pages searched on each side of a passage's last place before the whole document is. */
const NEARBY_PAGES = 3;

/** A match below this is another text. Quote and context both count; see `matchQuote`. */
const LEAST_SCORE = 0.75;

type AnchorPorts = Pick<CasePorts, "index">;

/** Cuts white space off both ends of a range, so that a quote begins and ends with a letter or a mark. */
function tighten(text: string, range: TextRange): TextRange {
  const part = text.slice(range.start, range.end);
  const start = range.start + (part.length - part.trimStart().length);
  return { page: range.page, start, end: start + part.trim().length };
}

function placeRange(ports: AnchorPorts, documentId: DocumentId, range: TextRange): PassageRange {
  const runs = ports.index.pageRuns(documentId, range.page);
  const info = ports.index.pageInfo(documentId, range.page);
  return {
    ...range,
    label: info?.label ?? null,
    addresses: info?.addresses ?? [],
    quads: quadsForRange(runs, range.start, range.end),
  };
}

/**
 * Makes an anchor of offsets: quote, context, labels and boxes as they stand in the index now.
 *
 * @throws ProbativeError `document/no-such-page`, `input/invalid` for offsets outside of a page's text,
 *   `passage/empty-selection`
 */
export function anchorRanges(ports: AnchorPorts, documentId: DocumentId, ranges: readonly TextRange[]): PassageAnchor {
  const ordered = ranges.toSorted((one, other) => one.page - other.page || one.start - other.start);
  const tightened = ordered.flatMap((range): readonly TextRange[] => {
    const text = ports.index.pageText(documentId, range.page);
    if (text === null) throw new ProbativeError("document/no-such-page", "", { page: range.page });
    if (range.end > text.length || range.start > range.end) {
      throw new ProbativeError("input/invalid", "ranges: an offset lies outside of the page's text", {
        page: range.page,
      });
    }
    const tight = tighten(text, range);
    return tight.start === tight.end ? [] : [tight];
  });
  const [first] = tightened;
  const last = tightened.at(-1);
  const quote = readSource(ports, documentId, tightened);
  if (first === undefined || last === undefined || quote === null) throw new ProbativeError("passage/empty-selection");
  const before = ports.index.pageText(documentId, first.page) ?? "";
  const after = ports.index.pageText(documentId, last.page) ?? "";
  return {
    quote,
    prefix: before.slice(Math.max(0, first.start - CONTEXT_LENGTH), first.start),
    suffix: after.slice(last.end, last.end + CONTEXT_LENGTH),
    ranges: tightened.map((range) => placeRange(ports, documentId, range)),
    region: null,
    state: "anchored",
  };
}

/**
 * Makes an anchor of a rectangle: its quote is the text inside of it, as it stands in the index now. A region without text
 * has an empty range at the start of its page.
 *
 * @throws ProbativeError `document/no-such-page`; `input/invalid` for a rectangle that lies beside the page
 */
export function anchorRegion(ports: AnchorPorts, documentId: DocumentId, wanted: PageRegion): PassageAnchor {
  const { page } = wanted;
  const info = ports.index.pageInfo(documentId, page);
  if (info === null) throw new ProbativeError("document/no-such-page", "", { page });
  const box = clipRegion(wanted.box, info.box);
  if (box === null) throw new ProbativeError("input/invalid", "region: it lies outside of the page", { page });
  const region = { page, box };
  const text = ports.index.pageText(documentId, page) ?? "";
  const inside = rangesInBox(text, ports.index.pageRuns(documentId, page), box);
  if (inside.length === 0) {
    const ranges = [placeRange(ports, documentId, { page, start: 0, end: 0 })];
    return { quote: "", prefix: "", suffix: "", ranges, region, state: "anchored" };
  }
  return {
    ...anchorRanges(
      ports,
      documentId,
      inside.map((span) => ({ page, ...span })),
    ),
    region,
  };
}

function searchPages(pages: readonly QuotablePage[], passage: Passage): readonly TextRange[] | null {
  const [first] = passage.ranges;
  const hint = first !== undefined && pages.some((page) => page.page === first.page) ? first : undefined;
  const { quote, prefix, suffix } = passage;
  const match = matchQuoteInPages(pages, quote, { prefix, suffix, hint });
  return match === null || match.score < LEAST_SCORE ? null : match.ranges;
}

/** Looks for a passage near its last place, then in the whole document, by its quote and its context. */
function findAgain(ports: AnchorPorts, passage: Passage): readonly TextRange[] | null {
  const first = passage.ranges[0]?.page ?? 1;
  const last = passage.ranges.at(-1)?.page ?? first;
  const from = Math.max(1, first - NEARBY_PAGES);
  const nearby = [...ports.index.pageTexts(passage.documentId, from, last + NEARBY_PAGES)];
  return (
    searchPages(nearby, passage) ?? searchPages([...ports.index.pageTexts(passage.documentId, 1, MAX_PAGES)], passage)
  );
}

/**
 * Anchors a passage in the text as it is in the index now. The words at its offsets decide; when they are not its quote,
 * it is looked for by quote and context. Its quote stays what was quoted; what cannot be found is orphaned, never lost.
 * A region stays where it is, and what is quoted of it is the text that it holds now.
 *
 * @returns the anchor that should be stored; the passage's own values when nothing changed
 */
export function anchorAgain(ports: AnchorPorts, passage: Passage): PassageAnchor {
  const { documentId, quote, prefix, suffix, ranges, region } = passage;
  if (region !== null) {
    const isThere = ports.index.pageInfo(documentId, region.page) !== null;
    if (isThere) return anchorRegion(ports, documentId, region);
    return { quote, prefix, suffix, ranges, region, state: "orphaned" };
  }
  if (readSource(ports, documentId, ranges) === quote) {
    const placed = ranges.map(({ page, start, end }) => placeRange(ports, documentId, { page, start, end }));
    return { quote, prefix, suffix, ranges: placed, region, state: "anchored" };
  }
  const found = findAgain(ports, passage);
  if (found === null) return { quote, prefix, suffix, ranges, region, state: "orphaned" };
  return anchorRanges(ports, documentId, found);
}
