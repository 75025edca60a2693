import { Worker } from "node:worker_threads";
import type { PatternFinder, PatternFindings, PatternSearch } from "#core/ports/pattern-finder.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** The worker stops a page by itself: silence for so long means that it cannot. */
const SILENCE_MS = 5000;
const HEAP_LIMIT_MIB = 256;
const YOUNG_LIMIT_MIB = 16;

/** What the worker answers: numbers of `offsets` that each page has, -1 for one that was given up. */
interface MatchedPages {
  readonly counts: Int32Array;
  readonly offsets: Int32Array;
}

/** What was asked of a worker and not yet answered. */
type Waiting = (findings: readonly PatternFindings[]) => void;

/** A page that took the worker down with it is given up like one that takes too long. */
const GIVEN_UP: readonly PatternFindings[] = [null];

/** Runs regular expressions in workers: one for each search, which another one takes over when it has ended. */
export interface WorkerPatternFinder extends PatternFinder {
  close(): Promise<void>;
}

/** @param workerUrl the entry point `electron/workers/patterns.ts` */
export function createPatternFinder(workerUrl: URL): WorkerPatternFinder {
  let idle: Worker | undefined;
  const all = new Set<Worker>();

  const takeWorker = (): Worker => {
    const taken = idle ?? startWorker(workerUrl);
    idle = undefined;
    all.add(taken);
    return taken;
  };

  const discard = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
  };

  return {
    start: (pattern) => {
      requireExpression(pattern);
      let worker: Worker | undefined;
      let waiting: Waiting | undefined;
      const search: PatternSearch = {
        find: (texts) => {
          worker ??= takeWorker();
          const current = worker;
          return new Promise((resolve) => {
            const settle = (findings: readonly PatternFindings[]): void => {
              clearTimeout(deadline);
              current.off("message", answer).off("error", giveUp).off("exit", giveUp);
              // A worker that waits must not keep the program from ending.
              current.unref();
              waiting = undefined;
              resolve(findings);
            };
            const answer = (matched: MatchedPages): void => settle(unpack(matched));
            const giveUp = (): void => {
              discard(current);
              if (worker === current) worker = undefined;
              settle(GIVEN_UP);
            };
            const deadline = setTimeout(giveUp, SILENCE_MS);
            waiting = settle;
            current.on("message", answer);
            current.on("error", giveUp);
            current.on("exit", giveUp);
            current.ref();
            // Bytes that share their memory with others are copied.
            const { bytes } = texts;
            const isOwn = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
            current.postMessage({ pattern, texts }, isOwn ? [bytes.buffer] : []);
          });
        },
        close: () => {
          if (worker === undefined) return;
          const isBusy = waiting !== undefined;
          waiting?.([]);
          if (isBusy || idle !== undefined) discard(worker);
          else idle = worker;
          worker = undefined;
        },
      };
      return search;
    },
    close: async () => {
      idle = undefined;
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
    },
  };
}

function unpack({ counts, offsets }: MatchedPages): readonly PatternFindings[] {
  let at = 0;
  return Array.from(counts, (count) => {
    if (count < 0) return null;
    at += count;
    return offsets.subarray(at - count, at);
  });
}

function requireExpression(pattern: string): void {
  try {
    new RegExp(pattern, "giu");
  } catch (cause) {
    throw new ProbativeError("search/syntax", "The regular expression is not one.", {}, cause);
  }
}

/** Nothing of a document may stand in a log, whatever a worker says when it ends (safety.md, I6). */
function startWorker(workerUrl: URL): Worker {
  const worker = new Worker(workerUrl, {
    // Texts come and go: room for more of them at a time would only be taken, and never given back.
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MIB, maxYoungGenerationSizeMb: YOUNG_LIMIT_MIB },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
