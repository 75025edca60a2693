import type { TermPlaces } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { PhraseUnit } from "./phrase-units.ts";
import { FoundPlaces, type LeafNode, type Stretch, WordPlaces } from "./place-nodes.ts";
import { PositionMarks } from "./position-marks.ts";
import type { SpanList } from "./span-list.ts";

/** A part of a phrase with how far it stands from the first word. */
interface PhrasePart {
  readonly word: WordPlaces;
  readonly offset: number;
}

/** From this ratio of lengths on, searching in the longer list beats reading all of it. */
const SEEK_RATIO = 12;

/** The places of a phrase: positions that follow each other, one for each word. */
export class PhrasePlaces extends FoundPlaces implements LeafNode {
  readonly leaves: readonly LeafNode[] = [this];
  readonly words: readonly WordPlaces[];
  /** Where the phrase is a single term of the index, a pair of common words: that term. */
  readonly term: TermPlaces | null;
  readonly #stretch: Stretch;
  /** What is read, the rarest first. */
  readonly #parts: readonly PhrasePart[];
  /** Every word by itself, for documents in which the parts do not settle it. */
  readonly #all: readonly PhrasePart[];
  readonly #marks = new PositionMarks();

  constructor(words: readonly WordPlaces[], units: readonly PhraseUnit[], stretch: Stretch) {
    super();
    this.words = words;
    this.term = termOf(words, units);
    this.#stretch = stretch;
    this.#parts = rarestFirst(units.map(({ union, offset }) => ({ word: new WordPlaces(union, stretch), offset })));
    this.#all = rarestFirst(words.map((word, offset) => ({ word, offset })));
  }

  find(): number {
    this.#findBy(this.#parts);
    if (this.count > 0 && this.#parts.some(({ word }) => word.union.isUnsure)) this.#findBy(this.#all);
    if (this.#stretch.isPage) this.#keepWithin(this.#stretch);
    return this.#settle();
  }

  /**
   * Finds the hits where nothing else has any: places that share a word are one. They are the first of `starts`; none of
   * `ends` and `used` is made.
   *
   * @returns how many there are
   */
  findHits(): number {
    this.#findBy(this.#parts);
    if (this.count > 0 && this.#parts.some(({ word }) => word.union.isUnsure)) this.#findBy(this.#all);
    const length = this.words.length;
    let kept = 0;
    let end = -1;
    for (let index = 0; index < this.count; index += 1) {
      const start = this.starts[index] ?? 0;
      this.starts[kept] = start;
      if (start >= end) kept += 1;
      end = start + length;
    }
    return kept;
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

  #findBy(parts: readonly PhrasePart[]): void {
    this.count = 0;
    const [first, second] = parts;
    if (first === undefined || first.word.find() === 0) return;
    if (second === undefined) {
      this.#takeAll(first);
      return;
    }
    if (second.word.find() === 0) return;
    this.#begin(first, second);
    for (let rank = 2; rank < parts.length && this.count > 0; rank += 1) {
      const part = parts[rank];
      if (part === undefined || part.word.find() === 0) this.count = 0;
      else this.#keep(part.word, part.offset);
    }
  }

  #takeAll({ word, offset }: PhrasePart): void {
    this.reserve(word.count);
    for (let index = 0; index < word.count; index += 1) this.starts[index] = (word.starts[index] ?? 0) - offset;
    this.count = word.count;
  }

  /** A word beside the page's first or last may stand on the page before or after it. */
  #keepWithin({ bodyFrom, bodyTo, furnitureFrom, furnitureTo }: Stretch): void {
    const last = this.words.length - 1;
    let kept = 0;
    for (let index = 0; index < this.count; index += 1) {
      const start = this.starts[index] ?? 0;
      const end = start + last;
      const isWithin = (start >= bodyFrom && end < bodyTo) || (start >= furnitureFrom && end < furnitureTo);
      this.starts[kept] = start;
      if (isWithin) kept += 1;
    }
    this.count = kept;
  }

  /** Finds the starts at which two of the words stand where they have to. */
  #begin(one: PhrasePart, other: PhrasePart): void {
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
      this.#marks.begin((shortItems[short.word.count - 1] ?? 0) + 1);
      this.#marks.add(shortItems, short.word.count);
      const { items, round } = this.#marks;
      for (let index = 0; index < long.word.count; index += 1) {
        const position = longItems[index] ?? 0;
        if (items[position + shift] !== round || position < lowest) continue;
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

  #settle(): number {
    const last = this.words.length - 1;
    for (let index = 0; index < this.count; index += 1) this.ends[index] = (this.starts[index] ?? 0) + last;
    this.clearUsed();
    return this.count;
  }
}

function termOf(words: readonly WordPlaces[], [unit, ...others]: readonly PhraseUnit[]): TermPlaces | null {
  if (unit === undefined || others.length > 0 || unit.words !== words.length) return null;
  const [list, ...more] = unit.union.lists;
  // Of a word that is said twice, places overlap: they are one hit.
  const isRepeated = words[0]?.union.lists[0] === words[1]?.union.lists[0];
  return list === undefined || more.length > 0 || isRepeated ? null : list;
}

function rarestFirst(parts: readonly PhrasePart[]): readonly PhrasePart[] {
  return parts.toSorted((one, other) => one.word.union.weight - other.word.union.weight);
}
