import type { Pause } from "./row-index.ts";

/** Milliseconds of work after which the window gets its turn: half of a frame is left for painting. */
const SLICE_MS = 8;

/** Milliseconds of the first slice, which the person waits for: the rows that it finds are still to be drawn. */
const FIRST_SLICE_MS = 4;

/** A pause by the clock, for work that must not be felt. */
export function createPause(now: () => number = () => performance.now()): Pause {
  let began = now();
  return () => {
    if (now() - began < SLICE_MS) return null;
    return new Promise<void>((resolve) => {
      setTimeout(() => {
        began = now();
        resolve();
      }, 0);
    });
  };
}

/**
 * Takes steps until they end, a slice now and the others when the window had its turn.
 *
 * @param show receives the latest value after each slice that brought one, and whether it was the last slice
 * @returns the way to stop
 */
export function runInSlices<Value>(
  steps: Iterator<Value | null>,
  show: (value: Value | null, done: boolean) => void,
  now: () => number = () => performance.now(),
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const slice = (budget: number) => {
    const began = now();
    let latest: Value | null = null;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        show(latest, true);
        return;
      }
      latest = step.value ?? latest;
      if (now() - began >= budget) break;
    }
    show(latest, false);
    timer = setTimeout(() => slice(SLICE_MS), 0);
  };
  slice(FIRST_SLICE_MS);
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}
