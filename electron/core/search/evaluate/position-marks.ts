/** Marks on positions, which are forgotten at once: each round has a mark of its own. */
export class PositionMarks {
  /** By position: the round in which it was marked last. */
  items: Uint8Array = new Uint8Array(1024);
  round = 0;

  /** Begins a new round, for positions below `limit`; more room is made as it is needed. */
  begin(limit: number): void {
    if (limit > this.items.length) {
      this.items = new Uint8Array(limit * 2);
      this.round = 0;
    } else if (this.round === 255) {
      this.items.fill(0);
      this.round = 0;
    }
    this.round += 1;
  }

  /** Marks positions, which are ascending. */
  add(positions: Int32Array, length: number): void {
    const last = positions[length - 1] ?? 0;
    if (length > 0 && last >= this.items.length) {
      const larger = new Uint8Array(last * 2);
      larger.set(this.items);
      this.items = larger;
    }
    const { items, round } = this;
    for (let index = 0; index < length; index += 1) items[positions[index] ?? 0] = round;
  }
}
