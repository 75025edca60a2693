import { ProbativeError } from "#shared/errors/probative-error.ts";
import { handOver } from "../hand-over.ts";
import type { Pace } from "./evaluate/evaluation.ts";

/** How long a search works before it lets others: well under a frame of the screen (16 ms). */
const SLICE_MS = 12;

/** A search that is on its way. */
export interface RunningSearch {
  readonly pace: Pace;
  /** Makes its next breath throw `search/cancelled`. */
  stop(): void;
  /** To be called when it has ended, however it did. */
  end(): void;
}

/** Searches by who asked: typing on makes a new one, and nobody wants the answer to the older any more. */
export interface SearchRegistry {
  /**
   * Begins a search and stops the one that the same asker still has running.
   *
   * @param asker names one place that shows one answer, such as a window's search field; null is nobody's follower
   */
  begin(asker: string | null): RunningSearch;
}

/** Begins with no search running. */
export function createSearchRegistry(): SearchRegistry {
  const running = new Map<string, RunningSearch>();
  return {
    begin: (asker) => {
      if (asker !== null) running.get(asker)?.stop();
      const search = startSearch(() => {
        if (asker !== null && running.get(asker) === search) running.delete(asker);
      });
      if (asker !== null) running.set(asker, search);
      return search;
    },
  };
}

function startSearch(onEnd: () => void): RunningSearch {
  let isStopped = false;
  let sliceStart = performance.now();
  const requireWanted = (): void => {
    if (isStopped) throw new ProbativeError("search/cancelled");
  };
  return {
    pace: {
      breathe: () => {
        requireWanted();
        if (performance.now() - sliceStart < SLICE_MS) return null;
        return handOver().then(() => {
          sliceStart = performance.now();
          requireWanted();
        });
      },
    },
    stop: () => {
      isStopped = true;
    },
    end: onEnd,
  };
}
