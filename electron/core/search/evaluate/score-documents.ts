import { meet } from "./meet-numbers.ts";
import type { LeafCounts } from "./part.ts";

/** How soon more of a word stops counting for more. */
const SATURATION = 1.2;
/** How much a long document has to have more of a word. */
const LENGTH_WEIGHT = 0.75;

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), k1 1.2, b 0.75, over words and phrases.
 *
 * @param numbers documents that match, ascending
 * @param lengths body words of each document, by number
 * @param documents how many documents `lengths` covers
 */
export function scoreDocuments(
  numbers: Int32Array,
  leaves: readonly LeafCounts[],
  lengths: Uint32Array,
  documents: number,
): Float64Array {
  const scores = new Float64Array(numbers.length);
  if (leaves.length === 0) return scores;
  let total = 0;
  for (let number = 0; number < lengths.length; number += 1) total += lengths[number] ?? 0;
  const average = Math.max(1, total / Math.max(1, documents));
  for (const leaf of leaves) {
    const { left, right, count } = meet(leaf.numbers, numbers);
    for (let index = 0; index < count; index += 1) {
      const rank = right[index] ?? 0;
      const frequency = leaf.counts[left[index] ?? 0] ?? 0;
      const length = (lengths[numbers[rank] ?? 0] ?? 0) / average;
      const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
      const share = (frequency * (SATURATION + 1)) / (frequency + norm);
      scores[rank] = (scores[rank] ?? 0) + leaf.rarity * share;
    }
  }
  return scores;
}
