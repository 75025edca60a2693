/** Whole numbers of 32 bits that grow in number; for loops that must not allocate. `items` is longer than `length`. */
export class GrowingColumn {
  items: Int32Array = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = value;
    this.length += 1;
  }
}
