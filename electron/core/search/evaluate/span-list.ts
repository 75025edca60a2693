import type { PositionBuffer } from "#core/ports/word-index.ts";

/** Twice the highest position that a span can have fits below it, and a span's begin above it in a double's 53 bits. */
const LENGTH_LIMIT = 2 ** 24;

/**
 * Spans of positions, each as one number that sorts by begin, then by end. A begin may be as high as 2^29, far above the
 * words of the longest document.
 */
export class SpanList {
  keys: Float64Array = new Float64Array(16);
  length = 0;
  #spare: Float64Array = new Float64Array(0);

  /** @param end included */
  push(start: number, end: number): void {
    if (this.length === this.keys.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.length] = spanKey(start, end);
    this.length += 1;
  }

  /** Sorts them and leaves each once. */
  sortUnique(): void {
    this.#sort();
    const { keys } = this;
    let kept = 0;
    for (let index = 0; index < this.length; index += 1) {
      const key = keys[index] ?? 0;
      if (kept > 0 && keys[kept - 1] === key) continue;
      keys[kept] = key;
      kept += 1;
    }
    this.length = kept;
  }

  /** What is gathered are mostly one or two ascending runs: one for each word. */
  #sort(): void {
    const { keys, length } = this;
    const middle = endOfRun(keys, 0, length);
    if (middle === length) return;
    if (endOfRun(keys, middle, length) < length) {
      keys.subarray(0, length).sort();
      return;
    }
    if (this.#spare.length < keys.length) this.#spare = new Float64Array(keys.length);
    const merged = this.#spare;
    let one = 0;
    let other = middle;
    for (let index = 0; index < length; index += 1) {
      const first = one < middle ? (keys[one] ?? 0) : Number.POSITIVE_INFINITY;
      const second = other < length ? (keys[other] ?? 0) : Number.POSITIVE_INFINITY;
      if (first <= second) {
        merged[index] = first;
        one += 1;
      } else {
        merged[index] = second;
        other += 1;
      }
    }
    this.#spare = keys;
    this.keys = merged;
  }

  /** Makes one of those that share a position; neighbours stay apart. The list is sorted afterwards. */
  mergeOverlapping(): void {
    this.sortUnique();
    let kept = 0;
    let start = -1;
    let end = -1;
    for (let index = 0; index < this.length; index += 1) {
      const key = this.keys[index] ?? 0;
      const nextStart = keyStart(key);
      const nextEnd = keyEnd(key);
      if (kept > 0 && nextStart <= end) {
        if (nextEnd <= end) continue;
        end = nextEnd;
        this.keys[kept - 1] = spanKey(start, end);
      } else {
        start = nextStart;
        end = nextEnd;
        this.keys[kept] = key;
        kept += 1;
      }
    }
    this.length = kept;
  }

  /** The begins of all. */
  copyStarts(into: PositionBuffer): void {
    if (this.length > into.items.length) into.items = new Int32Array(this.length * 2);
    for (let index = 0; index < this.length; index += 1) into.items[index] = keyStart(this.keys[index] ?? 0);
    into.length = this.length;
  }

  /** Index of a span in a sorted list; -1 when it is not there. */
  indexOf(start: number, end: number): number {
    const key = spanKey(start, end);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.keys[low] === key ? low : -1;
  }

  start(index: number): number {
    return keyStart(this.keys[index] ?? 0);
  }

  end(index: number): number {
    return keyEnd(this.keys[index] ?? 0);
  }
}

function spanKey(start: number, end: number): number {
  return start * LENGTH_LIMIT + (end - start);
}

function keyStart(key: number): number {
  return Math.floor(key / LENGTH_LIMIT);
}

function keyEnd(key: number): number {
  const start = Math.floor(key / LENGTH_LIMIT);
  return start + (key - start * LENGTH_LIMIT);
}

/** Index after the last of the keys that ascend from `from` on. */
function endOfRun(keys: Float64Array, from: number, length: number): number {
  let index = from + 1;
  while (index < length && (keys[index - 1] ?? 0) <= (keys[index] ?? 0)) index += 1;
  return Math.min(index, length);
}
