import { GrowingColumn } from "./growing-column.ts";

/** Slots for each token, at least: then most are found at the first look. */
const SLOTS_PER_TOKEN = 2;

/**
 * Numbers for tokens, found by their letters in the text, so that a token that was met before costs no string: most of
 * the time of indexing is spent here.
 */
export class TokenTable {
  count = 0;
  /** Number of a token plus one by slot; 0 for a free slot. */
  private slots = new Int32Array(2 ** 16);
  private readonly hashes = new GrowingColumn();
  private readonly begins = new GrowingColumn();
  private readonly lengths = new GrowingColumn();
  private units = new Uint16Array(2 ** 18);
  private unitCount = 0;

  /** The number of a stretch of a text; one that is new gets `count` as it was before the call. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number === -1) break;
      if (this.hashes.items[number] === hash && this.isSame(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, hash, text, start, end);
  }

  clear(): void {
    this.slots.fill(0);
    for (const column of [this.hashes, this.begins, this.lengths]) column.length = 0;
    this.count = 0;
    this.unitCount = 0;
  }

  private isSame(number: number, text: string, start: number, end: number): boolean {
    if (this.lengths.items[number] !== end - start) return false;
    const begin = (this.begins.items[number] ?? 0) - start;
    for (let index = start; index < end; index += 1) {
      if (this.units[begin + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  private add(slot: number, hash: number, text: string, start: number, end: number): number {
    const number = this.count;
    this.count += 1;
    this.slots[slot] = this.count;
    this.hashes.push(hash);
    this.begins.push(this.unitCount);
    this.lengths.push(end - start);
    if (this.unitCount + end - start > this.units.length) {
      const larger = new Uint16Array(Math.max(this.units.length * 2, this.unitCount + end - start));
      larger.set(this.units);
      this.units = larger;
    }
    for (let index = start; index < end; index += 1) {
      this.units[this.unitCount] = text.charCodeAt(index);
      this.unitCount += 1;
    }
    if (this.count * SLOTS_PER_TOKEN > this.slots.length) this.spread();
    return number;
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = (this.hashes.items[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}
