import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem, PassageRange } from "#shared/model/passage.ts";

/** Lanes that are told apart; more passages than these over one place share the last one. */
const MOST_LANES = 4;

function overlap(one: PassageRange, other: PassageRange): boolean {
  return one.page === other.page && one.start < other.end && other.start < one.end;
}

function doOverlap(one: PassageListItem, other: PassageListItem): boolean {
  return one.ranges.some((range) => other.ranges.some((each) => overlap(range, each)));
}

/**
 * A lane for each passage, from 0, so that no two that overlap have the same one. Those that begin first (the longer one
 * when two begin together) keep the lane next to the text. Regions have lane 0: their edges are elsewhere.
 */
export function passageLanes(passages: readonly PassageListItem[]): ReadonlyMap<PassageId, number> {
  const lanes = new Map<PassageId, number>();
  const placed: PassageListItem[] = [];
  for (const passage of passages.filter((each) => each.region === null).toSorted(byPlace)) {
    const [first] = passage.ranges;
    const taken = new Set<number>();
    // Nearly always the last few: passages far up the document cannot reach here.
    for (let at = placed.length - 1; at >= 0; at -= 1) {
      const other = placed[at];
      if (other === undefined || first === undefined || (other.ranges.at(-1)?.page ?? 0) < first.page - 1) break;
      if (doOverlap(passage, other)) taken.add(lanes.get(other.passageId) ?? 0);
    }
    let lane = 0;
    while (taken.has(lane) && lane < MOST_LANES - 1) lane += 1;
    lanes.set(passage.passageId, lane);
    placed.push(passage);
  }
  return lanes;
}

/** The order of place; of two that begin together the longer one first. */
export function byPlace(one: PassageListItem, other: PassageListItem): number {
  const [a, b] = [one.ranges[0], other.ranges[0]];
  if (a === undefined || b === undefined) return 0;
  return a.page - b.page || a.start - b.start || lengthOf(other) - lengthOf(one);
}

/** Code units that a passage covers. */
function lengthOf(passage: PassageListItem): number {
  return passage.ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The passages that share text with one, it among them, in the order of place; regions that share its page and lie over it. */
export function passagesHere(
  passages: readonly PassageListItem[],
  passage: PassageListItem,
): readonly PassageListItem[] {
  return passages.filter(
    (other) =>
      other.passageId === passage.passageId ||
      (other.state === "anchored" && (doOverlap(passage, other) || doRegionsMeet(passage, other))),
  );
}

function doRegionsMeet({ region: one }: PassageListItem, { region: other }: PassageListItem): boolean {
  if (one === null || other === null || one.page !== other.page) return false;
  const [left, bottom, right, top] = one.box;
  return left < other.box[2] && other.box[0] < right && bottom < other.box[3] && other.box[1] < top;
}
