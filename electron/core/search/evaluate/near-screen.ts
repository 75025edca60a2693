import type { Nearness } from "./near-nodes.ts";
import { PositionMarks } from "./position-marks.ts";
import type { WordUnion } from "./word-union.ts";

/** Positions that may be looked at beside each place: with more, bringing both words in order costs less. */
const WIDEST = 12;
/** Documents after which it is known whether looking pays. */
const TRIAL = 512;

/**
 * Tells documents in which two words stand nowhere near each other, before their forms are brought into one order: for
 * frequent words that is most documents, and it takes half the time. Where most documents pass, it stops looking.
 */
export class NearScreen {
  readonly #marked: WordUnion;
  readonly #asked: WordUnion;
  /** From how far before to how far after a place of `asked` a marked one counts. */
  readonly #from: number;
  readonly #to: number;
  readonly #marks = new PositionMarks();
  #seen = 0;
  #passed = 0;
  #isOn: boolean;

  constructor(pivot: WordUnion, member: WordUnion, { distance, after, before }: Nearness) {
    const marksMember = member.weight >= pivot.weight;
    this.#marked = marksMember ? member : pivot;
    this.#asked = marksMember ? pivot : member;
    const reach = { forward: after ? distance : 0, backward: before ? distance : 0 };
    this.#from = marksMember ? -reach.backward : -reach.forward;
    this.#to = marksMember ? reach.forward : reach.backward;
    this.#isOn = reach.forward + reach.backward <= WIDEST && pivot.isScanned && member.isScanned;
  }

  /** Whether the words may stand near each other in a document; documents in ascending order. */
  passes(number: number): boolean {
    if (!this.#isOn) return true;
    this.#seen += 1;
    this.#marks.begin(0);
    this.#marked.scan(number, this.#mark);
    const isNear = this.#asked.scan(number, this.#isNearAny);
    if (isNear) this.#passed += 1;
    if (this.#seen >= TRIAL && this.#passed * 2 > this.#seen) this.#isOn = false;
    return isNear;
  }

  readonly #mark = (items: Int32Array, length: number): boolean => {
    this.#marks.add(items, length);
    return false;
  };

  readonly #isNearAny = (items: Int32Array, length: number): boolean => {
    const { items: marks, round } = this.#marks;
    for (let index = 0; index < length; index += 1) {
      const position = items[index] ?? 0;
      for (let at = position + this.#from; at <= position + this.#to; at += 1) {
        if (at !== position && marks[at] === round) return true;
      }
    }
    return false;
  };
}
