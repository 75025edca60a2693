import { NearScreen } from "./near-screen.ts";
import { FoundPlaces, type LeafNode, type PlaceNode, type Stretch, WordPlaces } from "./place-nodes.ts";
import { markFollowed, markFollowedByChosen, markFollowing, markMutual, type Places } from "./reach.ts";
import { SpanList } from "./span-list.ts";

/** In which order two parts may come, and how near. */
export interface Nearness {
  readonly distance: number;
  /** A member may come after the pivot. */
  readonly after: boolean;
  /** A member may come before the pivot. */
  readonly before: boolean;
}

/**
 * Places of the pivot near which each of the members has a place: one place for each such pair, from the begin of the one
 * to the end of the other. With a single member that is plain proximity.
 */
export class NearPlaces extends FoundPlaces implements PlaceNode {
  readonly leaves: readonly LeafNode[];
  readonly pivot: PlaceNode;
  readonly members: readonly PlaceNode[];
  readonly #nearness: Nearness;
  readonly #stretch: Stretch;
  readonly #screen: NearScreen | null;
  readonly #spans = new SpanList();
  /** For each place of the pivot, whether every member is near it. */
  #chosen: Uint8Array = new Uint8Array(16);
  #reached: Uint8Array = new Uint8Array(16);
  #isMet = false;

  constructor(pivot: PlaceNode, members: readonly PlaceNode[], nearness: Nearness, stretch: Stretch) {
    super();
    const [only, ...others] = members;
    const isPlain = pivot instanceof WordPlaces && only instanceof WordPlaces && others.length === 0;
    this.#screen = isPlain ? new NearScreen(pivot.union, only.union, nearness) : null;
    this.#stretch = stretch;
    this.pivot = pivot;
    this.members = members;
    this.#nearness = nearness;
    this.leaves = [pivot, ...members].flatMap((node) => node.leaves);
  }

  find(): number {
    const spans = this.#spans;
    spans.length = 0;
    this.#isMet = this.#choose();
    if (this.#isMet) this.#forEachPair((start, end) => spans.push(start, end));
    spans.sortUnique();
    this.take(spans);
    this.clearUsed();
    return this.count;
  }

  spread(): void {
    const { pivot } = this;
    if (!this.#isMet) {
      this.#forget();
      return;
    }
    this.#forEachPair((start, end, at, member, index) => {
      const place = this.#spans.indexOf(start, end);
      if (place < 0 || this.used[place] === 0) return;
      pivot.used[at] = 1;
      member.used[index] = 1;
    });
    this.#spreadOn();
  }

  touch(): boolean {
    const { pivot, members } = this;
    if (this.#screen !== null && !this.#stretch.isPage && !this.#screen.passes(this.#stretch.number)) {
      this.#forget();
      return false;
    }
    const [only] = members;
    if (pivot instanceof WordPlaces && only instanceof WordPlaces && members.length === 1 && this.#isEitherWay()) {
      // The commonest case by far: neither groups nor an order.
      const isFound = pivot.find() > 0 && only.find() > 0;
      if (isFound && markMutual(pivot, only, this.#nearness.distance, pivot.used, only.used)) return true;
      this.#forget();
      return false;
    }
    if (!this.#choose()) {
      this.#forget();
      return false;
    }
    const { distance, after, before } = this.#nearness;
    pivot.used.set(this.#chosen.subarray(0, pivot.count));
    for (const member of members) {
      if (after) markFollowing(member, pivot, distance, member.used, this.#chosen);
      if (before) markFollowedByChosen(member, pivot, distance, member.used, this.#chosen);
    }
    this.#spreadOn();
    return true;
  }

  #isEitherWay(): boolean {
    return this.#nearness.after && this.#nearness.before;
  }

  /** Lists the places of all parts, and chooses those of the pivot. */
  #choose(): boolean {
    const { pivot, members } = this;
    const { distance, after, before } = this.#nearness;
    if (pivot.find() === 0) return false;
    for (const member of members) if (member.find() === 0) return false;
    const { count } = pivot;
    if (count > this.#chosen.length) {
      this.#chosen = new Uint8Array(count * 2);
      this.#reached = new Uint8Array(count * 2);
    }
    const chosen = this.#chosen;
    const reached = this.#reached;
    chosen.fill(1, 0, count);
    let isAny = false;
    for (const member of members) {
      reached.fill(0, 0, count);
      if (after) markFollowed(pivot, member, distance, reached);
      if (before) markFollowing(pivot, member, distance, reached, null);
      isAny = false;
      for (let index = 0; index < count; index += 1) {
        const isChosen = (chosen[index] ?? 0) & (reached[index] ?? 0);
        chosen[index] = isChosen;
        if (isChosen === 1) isAny = true;
      }
      if (!isAny) return false;
    }
    return isAny;
  }

  /** Parts that were not looked at have the places of an earlier document still: they must not be shown in this one. */
  #forget(): void {
    for (const leaf of this.leaves) leaf.used.fill(0);
  }

  #spreadOn(): void {
    this.pivot.spread();
    for (const member of this.members) member.spread();
  }

  #forEachPair(take: (start: number, end: number, at: number, member: PlaceNode, index: number) => void): void {
    const { pivot } = this;
    const { distance, after, before } = this.#nearness;
    for (const member of this.members) {
      const longest = before ? longestOf(member) : 0;
      let low = 0;
      for (let at = 0; at < pivot.count; at += 1) {
        if (this.#chosen[at] === 0) continue;
        const start = pivot.starts[at] ?? 0;
        const end = pivot.ends[at] ?? 0;
        const lowest = before ? start - distance - longest : start;
        while (low < member.count && (member.starts[low] ?? 0) < lowest) low += 1;
        for (let index = low; index < member.count; index += 1) {
          const otherStart = member.starts[index] ?? 0;
          const otherEnd = member.ends[index] ?? 0;
          if (otherStart > end + distance) break;
          if (after && otherStart > end) take(start, otherEnd, at, member, index);
          else if (before && otherEnd < start && start - otherEnd <= distance) {
            take(otherStart, end, at, member, index);
          }
        }
      }
    }
  }
}

/** The places of a part that have none of another near them. */
export class NotNearPlaces extends FoundPlaces implements PlaceNode {
  readonly leaves: readonly LeafNode[];
  readonly kept: PlaceNode;
  readonly avoided: PlaceNode;
  readonly #nearness: Nearness;
  /** Index in `kept` of each place. */
  #indexes: Int32Array = new Int32Array(16);
  #reached: Uint8Array = new Uint8Array(16);

  constructor(kept: PlaceNode, avoided: PlaceNode, nearness: Nearness) {
    super();
    this.kept = kept;
    this.avoided = avoided;
    this.#nearness = nearness;
    this.leaves = kept.leaves;
  }

  find(): number {
    const { kept, avoided } = this;
    const { distance, after, before } = this.#nearness;
    const all = kept.find();
    if (all > this.#indexes.length) {
      this.#indexes = new Int32Array(all * 2);
      this.#reached = new Uint8Array(all * 2);
    }
    const reached = this.#reached;
    reached.fill(0, 0, all);
    if (all > 0 && avoided.find() > 0) {
      if (after) markFollowed(kept, avoided, distance, reached);
      if (before) markFollowing(kept, avoided, distance, reached, null);
    }
    this.reserve(all);
    this.count = 0;
    for (let index = 0; index < all; index += 1) {
      if (reached[index] === 1) continue;
      this.starts[this.count] = kept.starts[index] ?? 0;
      this.ends[this.count] = kept.ends[index] ?? 0;
      this.#indexes[this.count] = index;
      this.count += 1;
    }
    this.clearUsed();
    return this.count;
  }

  spread(): void {
    for (let at = 0; at < this.count; at += 1) this.kept.used[this.#indexes[at] ?? 0] = this.used[at] ?? 0;
    this.kept.spread();
  }

  touch(): boolean {
    this.find();
    this.useAll();
    this.spread();
    return this.count > 0;
  }
}

function longestOf({ count, starts, ends }: Places): number {
  let longest = 0;
  for (let index = 0; index < count; index += 1) {
    longest = Math.max(longest, (ends[index] ?? 0) - (starts[index] ?? 0));
  }
  return longest;
}
