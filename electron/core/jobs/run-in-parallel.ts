/**
 * Works through items with a fixed number of workers. The first failure stops the others from taking more and is thrown
 * after all have ended, so that nothing still runs when the caller goes on.
 */
export async function runInParallel<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : (items as Iterable<Item>)[Symbol.iterator]();
  const failures: unknown[] = [];
  async function loop(): Promise<void> {
    while (failures.length === 0) {
      try {
        const next = await iterator.next();
        // An item that was handed out is worked on, whatever failed meanwhile: its source may wait for its end.
        if (next.done === true) return;
        await work(next.value);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  }
  await Promise.all(Array.from({ length: workers }, loop));
  if (failures.length > 0) throw failures[0];
}
