import type { SegmentRow } from "./segment.ts";

/** So many segments of a size become one. */
const FACTOR = 8;
/** Pages up to which a segment counts as small. */
const SMALL = 512;
/** When there is time, a segment stays alone only while all that follow it together are so much smaller. */
const SPREAD = 3;

/** The size of a segment as a power of `FACTOR`. */
function tierOf({ pages }: SegmentRow): number {
  return pages <= SMALL ? 0 : Math.ceil(Math.log(pages / SMALL) / Math.log(FACTOR));
}

/**
 * The segments to be merged next, neighbours at the end of the row; none when it is not worth while. Every page is written
 * about once for each power of `FACTOR`.
 *
 * @param segments in the order of their numbers
 */
export function chooseMerge(segments: readonly SegmentRow[]): readonly SegmentRow[] {
  let chosen = 0;
  let highest = 0;
  for (const [index, segment] of segments.toReversed().entries()) {
    highest = Math.max(highest, tierOf(segment));
    const next = segments[segments.length - index - 2];
    const isRunEnd = next === undefined || tierOf(next) > highest;
    if (isRunEnd && index + 1 >= FACTOR) chosen = index + 1;
  }
  return chosen === 0 ? [] : segments.slice(segments.length - chosen);
}

/**
 * As `chooseMerge`, when nothing else is waiting: leaves few segments, each much larger than all that follow it, and none
 * of which more than half is gone.
 *
 * @param goneShare share of a segment's documents that are gone
 */
export function chooseTidying(
  segments: readonly SegmentRow[],
  goneShare: (segment: SegmentRow) => number,
): readonly SegmentRow[] {
  let after = 0;
  let from = segments.length;
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const segment = segments[at];
    if (segment === undefined) break;
    if ((after > 0 && segment.pages < after * SPREAD) || goneShare(segment) > 0.5) from = at;
    after += segment.pages;
  }
  return segments.slice(from);
}
