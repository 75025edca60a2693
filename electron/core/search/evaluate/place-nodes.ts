import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { Places } from "./reach.ts";
import { SpanList } from "./span-list.ts";
import type { WordUnion } from "./word-union.ts";

/** The document that is looked at, or one page of it: then only positions in the two stretches count (end exclusive). */
export interface Stretch {
  number: number;
  isPage: boolean;
  bodyFrom: number;
  bodyTo: number;
  furnitureFrom: number;
  furnitureTo: number;
}

/**
 * A part of a search that has places in a document. `find` lists them, each once; whoever needs some of them says which in
 * `used`, and `spread` hands that on to the parts that they are made of, down to words and phrases.
 */
export interface PlaceNode extends Places {
  /** One byte for each place; all 0 after `find`. */
  readonly used: Uint8Array;
  /** @returns how many places there are in the stretch */
  find(): number;
  spread(): void;
  /**
   * Marks what is used when all of its places are, and may spare itself listing them.
   *
   * @returns whether there are any
   */
  touch(): boolean;
  /** Words and phrases under it, whose places are what is shown. */
  readonly leaves: readonly LeafNode[];
}

/** A word or a phrase. */
export interface LeafNode extends PlaceNode {
  /** Adds the places that are used. */
  emit(marks: SpanList): number;
}

/** What all of them do alike: keep places and flags. */
export class FoundPlaces {
  count = 0;
  starts: Int32Array = new Int32Array(16);
  ends: Int32Array = new Int32Array(16);
  used: Uint8Array = new Uint8Array(16);

  protected reserve(count: number): void {
    if (count > this.starts.length) {
      this.starts = new Int32Array(count * 2);
      this.ends = new Int32Array(count * 2);
    }
  }

  protected clearUsed(): void {
    if (this.count > this.used.length) this.used = new Uint8Array(this.count * 2);
    else this.used.fill(0, 0, this.count);
  }

  protected useAll(): void {
    if (this.count > this.used.length) this.used = new Uint8Array(this.count * 2);
    this.used.fill(1, 0, this.count);
  }

  protected take(spans: SpanList): void {
    this.reserve(spans.length);
    this.count = spans.length;
    for (let index = 0; index < spans.length; index += 1) {
      this.starts[index] = spans.start(index);
      this.ends[index] = spans.end(index);
    }
  }

  protected emitUsed(marks: SpanList): number {
    let emitted = 0;
    for (let index = 0; index < this.count; index += 1) {
      if (this.used[index] === 0) continue;
      marks.push(this.starts[index] ?? 0, this.ends[index] ?? 0);
      emitted += 1;
    }
    return emitted;
  }
}

/** The places of a word. */
export class WordPlaces extends FoundPlaces implements LeafNode {
  readonly union: WordUnion;
  readonly leaves: readonly LeafNode[] = [this];
  readonly #stretch: Stretch;
  #ofPage: Int32Array = new Int32Array(16);
  /** The document and page that were taken last, and where their places ended. */
  #takenOf = -1;
  #takenFrom = 0;
  #takenTo = 0;

  constructor(union: WordUnion, stretch: Stretch) {
    super();
    this.union = union;
    this.#stretch = stretch;
  }

  find(): number {
    const stretch = this.#stretch;
    const { union } = this;
    union.load(stretch.number);
    if (stretch.isPage) {
      this.#takePage(union.items, union.length);
    } else {
      this.starts = union.items;
      this.count = union.length;
    }
    this.ends = this.starts;
    this.clearUsed();
    return this.count;
  }

  touch(): boolean {
    this.find();
    this.useAll();
    return this.count > 0;
  }

  spread(): void {}

  emit(marks: SpanList): number {
    return this.emitUsed(marks);
  }

  #takePage(items: Int32Array, length: number): void {
    const { number, bodyFrom, bodyTo, furnitureFrom, furnitureTo } = this.#stretch;
    // Pages are mostly asked about in their order: what was passed over before is not looked at again.
    if (number !== this.#takenOf || bodyFrom <= this.#takenFrom) this.#takenTo = 0;
    this.#takenOf = number;
    this.#takenFrom = bodyFrom;
    this.count = 0;
    this.#takenTo = this.#takeBetween(items, length, this.#takenTo, bodyFrom, bodyTo);
    if (furnitureTo > furnitureFrom && (items[length - 1] ?? 0) >= furnitureFrom) {
      this.#takeBetween(items, length, this.#takenTo, furnitureFrom, furnitureTo);
    }
    this.starts = this.#ofPage;
  }

  /** @returns where the first is that is not before `to` */
  #takeBetween(items: Int32Array, length: number, since: number, from: number, to: number): number {
    let at = seekAtLeast(items, from, since, length);
    for (; at < length && (items[at] ?? 0) < to; at += 1) {
      if (this.count === this.#ofPage.length) {
        const larger = new Int32Array(this.count * 2);
        larger.set(this.#ofPage);
        this.#ofPage = larger;
      }
      this.#ofPage[this.count] = items[at] ?? 0;
      this.count += 1;
    }
    return at;
  }
}

/** The places of any of several parts; those of the same extent are one. */
export class OrPlaces extends FoundPlaces implements PlaceNode {
  readonly leaves: readonly LeafNode[];
  readonly members: readonly PlaceNode[];
  readonly #spans = new SpanList();

  constructor(members: readonly PlaceNode[]) {
    super();
    this.members = members;
    this.leaves = members.flatMap((member) => member.leaves);
  }

  find(): number {
    const spans = this.#spans;
    spans.length = 0;
    for (const member of this.members) {
      member.find();
      for (let index = 0; index < member.count; index += 1) {
        spans.push(member.starts[index] ?? 0, member.ends[index] ?? 0);
      }
    }
    spans.sortUnique();
    this.take(spans);
    this.clearUsed();
    return this.count;
  }

  touch(): boolean {
    let isAny = false;
    for (const member of this.members) isAny = member.touch() || isAny;
    return isAny;
  }

  spread(): void {
    for (const member of this.members) {
      for (let index = 0; index < member.count; index += 1) {
        const at = this.#spans.indexOf(member.starts[index] ?? 0, member.ends[index] ?? 0);
        member.used[index] = at < 0 ? 0 : (this.used[at] ?? 0);
      }
      member.spread();
    }
  }
}
