/** How urgent a picture is: the page that is read, another in sight, one just outside, a thumbnail. */
export type RenderRank = 0 | 1 | 2 | 3;

interface Waiting {
  readonly rank: () => RenderRank;
  readonly run: () => Promise<void>;
}

/**
 * Paints a few pages at a time, those in sight first. A less urgent one never starts while a more urgent one is being
 * painted, since both would take the same thread. The rank is asked when a place is free, not when the page was added.
 */
export class RenderQueue {
  readonly #limit: number;
  readonly #waiting = new Set<Waiting>();
  readonly #running = new Set<Waiting>();

  constructor(limit = 2) {
    this.#limit = limit;
  }

  /** Adds a piece of work, which must not reject. Returns the way to take it back while it waits. */
  add(rank: () => RenderRank, run: () => Promise<void>): () => void {
    const item = { rank, run };
    this.#waiting.add(item);
    queueMicrotask(() => this.#startNext());
    return () => {
      this.#waiting.delete(item);
    };
  }

  #startNext(): void {
    while (this.#running.size < this.#limit) {
      let next: Waiting | undefined;
      let best = 4;
      for (const item of this.#waiting) {
        const rank = item.rank();
        if (rank < best) {
          best = rank;
          next = item;
        }
      }
      if (next === undefined) return;
      for (const item of this.#running) if (item.rank() < best) return;
      this.#start(next);
    }
  }

  #start(item: Waiting): void {
    this.#waiting.delete(item);
    this.#running.add(item);
    const finish = (): void => {
      this.#running.delete(item);
      this.#startNext();
    };
    item.run().then(finish, finish);
  }
}
