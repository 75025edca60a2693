import type { Places } from "./reach.ts";
import { seekAtLeast } from "./sorted-numbers.ts";
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
    const { bodyFrom, bodyTo, furnitureFrom, furnitureTo } = this.#stretch;
    this.count = 0;
    this.#takeBetween(items, length, bodyFrom, bodyTo);
    if (furnitureTo > furnitureFrom) this.#takeBetween(items, length, furnitureFrom, furnitureTo);
    this.starts = this.#ofPage;
  }

  #takeBetween(items: Int32Array, length: number, from: number, to: number): void {
    for (let at = seekAtLeast(items, from, 0, length); at < length && (items[at] ?? 0) < to; at += 1) {
      if (this.count === this.#ofPage.length) {
        const larger = new Int32Array(this.count * 2);
        larger.set(this.#ofPage);
        this.#ofPage = larger;
      }
      this.#ofPage[this.count] = items[at] ?? 0;
      this.count += 1;
    }
  }
}

/** A word of a phrase with how far it stands from the first. */
interface PhraseWord {
  readonly word: WordPlaces;
  readonly offset: number;
}

/** From this ratio of lengths on, searching in the longer list beats reading all of it. */
const SEEK_RATIO = 12;

/** Marks on positions, which are forgotten at once: each round has a mark of its own. */
class PositionMarks {
  items: Uint8Array = new Uint8Array(1024);
  #round = 0;

  /** @returns the mark of a new round, for positions below `limit` */
  begin(limit: number): number {
    if (limit > this.items.length) {
      this.items = new Uint8Array(limit * 2);
      this.#round = 0;
    } else if (this.#round === 255) {
      this.items.fill(0);
      this.#round = 0;
    }
    this.#round += 1;
    return this.#round;
  }
}

/** The places of a phrase: positions that follow each other, one for each word. */
export class PhrasePlaces extends FoundPlaces implements LeafNode {
  readonly leaves: readonly LeafNode[] = [this];
  readonly words: readonly WordPlaces[];
  /** Words with their offset in the phrase, the rarest first. */
  readonly #order: readonly PhraseWord[];
  readonly #marks = new PositionMarks();

  constructor(words: readonly WordPlaces[]) {
    super();
    this.words = words;
    this.#order = words
      .map((word, offset) => ({ word, offset }))
      .sort((one, other) => one.word.union.weight - other.word.union.weight);
  }

  find(): number {
    this.count = 0;
    const [first, second] = this.#order;
    if (first === undefined || first.word.find() === 0) return this.#settle(0);
    if (second === undefined || second.word.find() === 0) return this.#settle(0);
    this.#begin(first, second);
    for (let rank = 2; rank < this.#order.length && this.count > 0; rank += 1) {
      const step = this.#order[rank];
      if (step === undefined || step.word.find() === 0) return this.#settle(0);
      this.#keep(step.word, step.offset);
    }
    return this.#settle(this.count);
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

  /** Finds the starts at which two of the words stand where they have to. */
  #begin(one: PhraseWord, other: PhraseWord): void {
    const [short, long] = one.word.count <= other.word.count ? [one, other] : [other, one];
    this.reserve(short.word.count);
    const { starts } = this;
    const shift = short.offset - long.offset;
    const lowest = long.offset;
    const [shortItems, longItems] = [short.word.starts, long.word.starts];
    let count = 0;
    if (long.word.count > short.word.count * SEEK_RATIO) {
      let at = 0;
      for (let index = 0; index < short.word.count && at < long.word.count; index += 1) {
        const wanted = (shortItems[index] ?? 0) - shift;
        at = seekAtLeast(longItems, wanted, at, long.word.count);
        if (longItems[at] !== wanted || at >= long.word.count || wanted < lowest) continue;
        starts[count] = wanted - lowest;
        count += 1;
      }
    } else {
      // Two dense lists are met by marking the one and asking for the other: their order cannot be foreseen, and a
      // processor that guesses wrong at every second word takes five times as long.
      const marked = this.#marks.begin((shortItems[short.word.count - 1] ?? 0) + 1);
      const { items } = this.#marks;
      for (let index = 0; index < short.word.count; index += 1) items[shortItems[index] ?? 0] = marked;
      for (let index = 0; index < long.word.count; index += 1) {
        const position = longItems[index] ?? 0;
        if (items[position + shift] !== marked || position < lowest) continue;
        starts[count] = position - lowest;
        count += 1;
      }
    }
    this.count = count;
  }

  /** Keeps the starts at which this word stands where it has to. */
  #keep(word: WordPlaces, offset: number): void {
    const { starts } = this;
    const positions = word.starts;
    const seeks = word.count > this.count * SEEK_RATIO;
    let kept = 0;
    let at = 0;
    for (let index = 0; index < this.count && at < word.count; index += 1) {
      const start = starts[index] ?? 0;
      const wanted = start + offset;
      if (seeks) at = seekAtLeast(positions, wanted, at, word.count);
      else while (at < word.count && (positions[at] ?? 0) < wanted) at += 1;
      if (at >= word.count || positions[at] !== wanted) continue;
      starts[kept] = start;
      kept += 1;
    }
    this.count = kept;
  }

  #settle(count: number): number {
    this.count = count;
    const last = this.words.length - 1;
    for (let index = 0; index < count; index += 1) this.ends[index] = (this.starts[index] ?? 0) + last;
    this.clearUsed();
    return count;
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
