import type { Attempt } from "./attempt.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { add, createSet, has } from "./number-set.ts";
import type { HitSource } from "./part.ts";

/**
 * Tells in which documents a hit of what is no term by itself, such as a phrase, may be one with a hit of anything else.
 * Only kinds are counted apart. Words of a phrase share a place with other words only where the index says that terms
 * share one: of two terms at one place at least one says so, and those of the others are looked at elsewhere.
 */
export function doubtOfSharing(
  own: HitSource,
  sources: readonly ActiveSource[],
  attempt: Attempt,
): (number: number) => boolean {
  const others = sources.flatMap(({ source }) => (source !== own && meets(own, source) ? [source] : []));
  if (others.length === 0) return () => false;
  if (own.terms.length === 0 || others.some((other) => other.terms.length === 0)) return () => true;
  const terms = new Set(own.terms);
  if (others.some((other) => other.terms.some((term) => terms.has(term)))) return () => true;
  const documents = createSet(attempt.limit);
  for (const term of terms) {
    const places = attempt.places(term);
    if (places === null) continue;
    const { numbers, isShared } = places;
    for (let index = 0; index < numbers.length; index += 1)
      if (isShared[index] === 1) add(documents, numbers[index] ?? 0);
  }
  return (number) => has(documents, number);
}

/** Whether hits of the two can be one at all. */
function meets(one: HitSource, other: HitSource): boolean {
  return one.kind === other.kind || one.kind === "mixed" || other.kind === "mixed";
}
