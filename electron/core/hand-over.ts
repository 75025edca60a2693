/**
 * Lets everybody else who waits have a turn. A promise alone would not let anyone else work; a timer would wait a millisecond
 * even when nobody else has anything to do.
 */
export function handOver(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
