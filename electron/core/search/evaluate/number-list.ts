/** A list of whole numbers that grows, for loops that must not allocate. */
export class NumberList {
  items: Int32Array = new Int32Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) this.reserve(this.length + 1);
    this.items[this.length] = value;
    this.length += 1;
  }

  /** Makes room for `length` items, of which those so far are kept. */
  reserve(length: number): void {
    if (length <= this.items.length) return;
    const larger = new Int32Array(Math.max(length, this.items.length * 2));
    larger.set(this.items.subarray(0, this.length));
    this.items = larger;
  }

  /** A copy of its own length. */
  toArray(): Int32Array {
    return this.items.slice(0, this.length);
  }
}
