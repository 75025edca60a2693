import type { NearNode } from "./query-node.ts";

/** Positions from `start` to `end`, both included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a part of a search is met, and the words and phrases that make it up. */
export interface Place extends Span {
  readonly marks: readonly Span[];
}

type Nearness = Pick<NearNode, "distance" | "ordered">;

/** Whether `second` follows `first` within a distance, without overlapping it. */
function follows(first: Span, second: Span, distance: number): boolean {
  const apart = second.start - first.end;
  return apart >= 1 && apart <= distance;
}

/** Whether two spans are so near; with `ordered` the left one comes first. */
export function isNear(left: Span, right: Span, { distance, ordered }: Nearness): boolean {
  return follows(left, right, distance) || (!ordered && follows(right, left, distance));
}

/** Pairs of near places, each as one place. Places at the same span are one, with the marks of both. */
export function joinNear(left: readonly Place[], right: readonly Place[], nearness: Nearness): readonly Place[] {
  const joined = left.flatMap((one) =>
    right
      .filter((other) => isNear(one, other, nearness))
      .map((other) => ({
        start: Math.min(one.start, other.start),
        end: Math.max(one.end, other.end),
        marks: [...one.marks, ...other.marks],
      })),
  );
  return unitePlaces(joined);
}

/** Places by their spans: of those that are alike the marks are united. */
export function unitePlaces(places: readonly Place[]): readonly Place[] {
  const bySpan = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.start} ${place.end}`;
    const known = bySpan.get(key);
    bySpan.set(key, known === undefined ? place : { ...known, marks: [...known.marks, ...place.marks] });
  }
  return [...bySpan.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Spans that share a position are one; neighbours stay apart. Ascending. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
