import type { Attempt } from "./attempt.ts";
import type { HitCounts } from "./count-hits.ts";
import type { DoubtfulWords, MatchedDocuments } from "./evaluation.ts";
import { HitGatherer } from "./gather-hits.ts";
import { type HitCollector, pageOfPosition } from "./hit-collector.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { locateHits } from "./locate-hits.ts";
import { addAll, createSet } from "./number-set.ts";

/**
 * Counts hits that touch no word of which OCR was not sure. The pages with hits have to be looked at for that, and
 * those with words in doubt to be read, which takes milliseconds each: this is for those who ask for it.
 */
export async function countConfidentHits(
  matched: MatchedDocuments,
  sources: readonly ActiveSource[],
  attempt: Attempt,
  doubtful: DoubtfulWords,
): Promise<HitCounts> {
  const hits = matched.hits.slice();
  const pages = matched.pages.slice();
  const gatherer = new HitGatherer(sources);
  const toRead = createSet(attempt.limit);
  addAll(toRead, matched.numbers);
  gatherer.prepare(toRead);
  for (const [rank, number] of matched.numbers.entries()) {
    const pause = attempt.breathe();
    if (pause !== null) await pause;
    if (matched.hits[rank] === 0) continue;
    gatherer.gather(number);
    if (!isAnyDoubtful(gatherer.collector, number, attempt, doubtful)) continue;
    const kept = locateHits(gatherer.collector, attempt.sources, number, doubtful);
    hits[rank] = kept.length;
    pages[rank] = new Set(kept.map(({ parts }) => parts[0]?.page)).size;
  }
  return { hits, pages };
}

/** Whether there is a word in doubt on any page that a hit of words may touch. */
function isAnyDoubtful({ marks }: HitCollector, number: number, attempt: Attempt, doubtful: DoubtfulWords): boolean {
  const shape = attempt.sources.words.shape(number);
  let checked = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const first = pageOfPosition(shape, marks.start(index));
    // A word that is divided at the end of a page goes on on the next one.
    const last = Math.min(pageOfPosition(shape, marks.end(index)) + 1, shape.pages);
    for (let page = first; page <= last; page += 1) {
      if (page === checked) continue;
      checked = page;
      if (doubtful(number, page).length > 0) return true;
    }
  }
  return false;
}
