import { assertNever } from "#shared/base/assert-never.ts";
import type { SearchSort } from "#shared/model/search.ts";
import type { CatalogueRow } from "./catalogue-row.ts";

/** What a result is ordered by: parallel arrays. */
export interface Orderable {
  /** Row of each document in the catalogue. */
  readonly rows: Int32Array;
  readonly hits: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

/** After every date. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Says of two places of a result which comes first: negative for the first. */
type Comparison = (one: number, other: number) => number;

/**
 * The places of the first `count` documents of a result, in order. Documents that are equal come in the order of import, so
 * that the pages of a list never repeat or miss one. Those without a date, number or kind come last.
 *
 * Only what is shown is sorted: a heap of the best so far is compared once with each of the others.
 */
export function firstInOrder(
  result: Orderable,
  catalogue: readonly CatalogueRow[],
  sort: SearchSort,
  count: number,
): readonly number[] {
  const { rows } = result;
  const bySort = comparisonOf(result, catalogue, sort);
  const compare: Comparison = (one, other) => bySort(one, other) || (rows[one] ?? 0) - (rows[other] ?? 0);
  return selectFirst(rows.length, count, compare);
}

function comparisonOf(
  { rows, hits, scores }: Orderable,
  catalogue: readonly CatalogueRow[],
  sort: SearchSort,
): Comparison {
  const rowAt = (place: number): CatalogueRow | undefined => catalogue[rows[place] ?? -1];
  const byText =
    (key: (row: CatalogueRow) => string | null): Comparison =>
    (one, other) => {
      const [first, second] = [rowAt(one), rowAt(other)];
      return compareText(first === undefined ? null : key(first), second === undefined ? null : key(second));
    };
  const byTitleKey = byText((row) => row.titleKey);
  const byTitle: Comparison = (one, other) =>
    (rowAt(one)?.titleHead ?? 0) - (rowAt(other)?.titleHead ?? 0) || byTitleKey(one, other);
  const dateAt = (place: number) => rowAt(place)?.dateKey ?? 0;
  const newest: Comparison = (one, other) => dateAt(other) - dateAt(one);
  switch (sort) {
    case "relevance":
      return (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0);
    case "hits":
      return (one, other) => (hits[other] ?? 0) - (hits[one] ?? 0);
    case "date":
      return newest;
    case "date-oldest":
      return (one, other) => (dateAt(one) || NEVER) - (dateAt(other) || NEVER);
    case "bates":
      return byText((row) => row.batesKey);
    case "title":
      return byTitle;
    case "kind":
      return (one, other) => (rowAt(one)?.kindPlace ?? 0) - (rowAt(other)?.kindPlace ?? 0) || newest(one, other);
    default:
      return assertNever(sort);
  }
}

function compareText(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

/** The first `count` of the numbers below `length`, in order. */
function selectFirst(length: number, count: number, compare: Comparison): readonly number[] {
  if (count * 2 >= length) {
    return Array.from({ length }, (_, place) => place)
      .sort(compare)
      .slice(0, count);
  }
  /** The last of those kept stands at 0; each stands behind the two at twice its place. */
  const heap = Array.from({ length: count }, (_, place) => place);
  for (let at = (count >> 1) - 1; at >= 0; at -= 1) sink(heap, at, compare);
  for (let place = count; place < length; place += 1) {
    if (compare(place, heap[0] ?? 0) >= 0) continue;
    heap[0] = place;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

function sink(heap: number[], from: number, compare: Comparison): void {
  let at = from;
  for (;;) {
    let last = at;
    for (const below of [2 * at + 1, 2 * at + 2]) {
      if (below < heap.length && compare(heap[below] ?? 0, heap[last] ?? 0) > 0) last = below;
    }
    if (last === at) return;
    [heap[at], heap[last]] = [heap[last] ?? 0, heap[at] ?? 0];
    at = last;
  }
}
