import type { TermPlaces, WordIndex } from "#core/ports/word-index.ts";
import { type Attempt, IndexChanged } from "./attempt.ts";
import type { EvaluationOptions, EvaluationSources } from "./evaluation.ts";
import { PatternRuns } from "./pattern-runs.ts";

/** How long regular expressions may take in all when nothing else is said. */
const PATTERN_LIMIT_MS = 10_000;
/** After so many changes of the index during one search it is evaluated in one go. */
const MOST_RESTARTS = 3;

/**
 * Runs an evaluation against an index that stays the same from its begin to its end: when the index changed while others
 * worked, it starts again, and after three times it hands over no more. Waiting for a regular expression cannot be spared,
 * but what that has found is kept, so that this comes to an end too.
 */
export async function runAttempts<Value>(
  sources: EvaluationSources,
  options: EvaluationOptions,
  evaluateOnce: (attempt: Attempt) => Promise<Value>,
): Promise<Value> {
  const patterns = new PatternRuns(sources.patterns, options.patternLimitMs ?? PATTERN_LIMIT_MS);
  for (let restarts = 0; ; restarts += 1) {
    patterns.restart();
    try {
      return await evaluateOnce(beginAttempt(sources, options, patterns, restarts < MOST_RESTARTS));
    } catch (error) {
      if (!(error instanceof IndexChanged)) throw error;
    }
  }
}

function beginAttempt(
  sources: EvaluationSources,
  options: EvaluationOptions,
  patterns: PatternRuns,
  handsOver: boolean,
): Attempt {
  const { words } = sources;
  const generation = words.generation();
  const requireSame = (): void => {
    if (words.generation() !== generation) throw new IndexChanged();
  };
  const terms = new Map<string, TermPlaces | null>();
  return {
    sources,
    limit: words.numberLimit(),
    within: options.within ?? null,
    breathe: () => {
      if (!handsOver) return null;
      const pause = options.pace.breathe();
      return pause === null ? null : pause.then(requireSame);
    },
    requireSame,
    patterns,
    places: (term) => {
      const known = terms.get(term);
      if (known !== undefined) return known;
      const places = words.places(term);
      terms.set(term, places);
      return places;
    },
    pagesOf: pageCounter(words, generation),
  };
}

/** Pages of documents by number, 0 for what was not asked yet. */
interface PageCounts {
  readonly generation: number;
  readonly counts: Uint32Array;
}

const counted = new WeakMap<WordIndex, PageCounts>();

/** Pages are asked for in every search, of thousands of documents: they are kept until the index changes. */
function pageCounter(words: WordIndex, generation: number): (number: number) => number {
  const known = counted.get(words);
  const isKnown = known !== undefined && known.generation === generation;
  const counts = isKnown ? known.counts : new Uint32Array(words.numberLimit());
  if (!isKnown) counted.set(words, { generation, counts });
  return (number) => {
    const pages = counts[number] ?? 0;
    if (pages > 0) return pages;
    const read = words.pagesOf(number);
    counts[number] = read;
    return read;
  };
}
