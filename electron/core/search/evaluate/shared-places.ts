import type { Attempt } from "./attempt.ts";
import { documentsOf } from "./attempt.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { addAll, addSet, createSet, keepCommon, listSet, type NumberSet } from "./number-set.ts";
import { WordUnion } from "./word-union.ts";

/** With more things than this, looking at every two of them is no gain. */
const MOST_SOURCES = 6;
/** With more terms between two words than this, what they could be halves of is not looked up. */
const MOST_JOINED = 500;

/**
 * Documents in which two things that have hits might have one at the same place. Two terms stand at one place only where
 * one is the other without its accents, or where a word is divided (`deten-tion`): there stand its parts and the whole.
 * Null when that cannot be told in short.
 */
export function documentsWithSharedPlaces(sources: readonly ActiveSource[], attempt: Attempt): Int32Array | null {
  if (sources.length > MOST_SOURCES) return null;
  const shared = createSet(attempt.limit);
  for (const [index, { source: one }] of sources.entries()) {
    for (const { source: other } of sources.slice(index + 1)) {
      if (one.kind !== other.kind && one.kind !== "mixed" && other.kind !== "mixed") continue;
      const [term, otherTerm] = [one.terms[0], other.terms[0]];
      const areTerms = one.places !== null && other.places !== null && term !== undefined && otherTerm !== undefined;
      const witnesses = areTerms ? documentsWithBothAtOnePlace(term, otherTerm, attempt) : null;
      const both = createSet(attempt.limit);
      const others = createSet(attempt.limit);
      addAll(both, one.numbers);
      addAll(others, other.numbers);
      keepCommon(both, others);
      if (witnesses !== null) keepCommon(both, witnesses);
      addSet(shared, both);
    }
  }
  return listSet(shared);
}

/** Documents with a word of which both terms are parts; null when these may be any. */
function documentsWithBothAtOnePlace(one: string, other: string, attempt: Attempt): NumberSet | null {
  if (one.startsWith("=") || other.startsWith("=")) return null;
  if (one.includes(other) || other.includes(one)) return null;
  const terms: string[] = [];
  for (const pattern of [`${one}*${other}`, `${other}*${one}`]) {
    for (const { term } of attempt.sources.words.termsLike(pattern)) {
      terms.push(term);
      if (terms.length > MOST_JOINED) return null;
    }
  }
  return documentsOf(new WordUnion(terms.flatMap((term) => attempt.places(term) ?? [])), attempt);
}
