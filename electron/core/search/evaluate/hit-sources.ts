import { addSet, keepCommon, type NumberSet } from "./number-set.ts";
import type { HitSource, Part } from "./part.ts";

/** Something that gives hits, and in which of the documents that match it does: null for all that it has. */
export interface ActiveSource {
  readonly source: HitSource;
  readonly within: NumberSet | null;
}

/**
 * What gives hits in the documents that match, after evaluation: all but what stands under `not`, and what stands in an
 * `and` that is one of several alternatives only where that `and` matches. A term that stands in the search twice gives
 * its hits once.
 */
export function activeSources(part: Part): readonly ActiveSource[] {
  const found = listSources(part, null);
  const terms = new Map<string, ActiveSource>();
  const others: ActiveSource[] = [];
  for (const active of found) {
    const { source, within } = active;
    const [term] = source.terms;
    if (source.places === null || term === undefined) {
      others.push(active);
      continue;
    }
    const known = terms.get(term);
    terms.set(term, known === undefined ? active : { source, within: joined(known.within, within) });
  }
  return [...terms.values(), ...others];
}

function listSources(part: Part, within: NumberSet | null): readonly ActiveSource[] {
  switch (part.kind) {
    case "atom":
      return part.sources.map((source) => ({ source, within }));
    case "and":
      return part.positive.flatMap((member) => listSources(member, within));
    case "or":
      return part.members.flatMap((member) => {
        if (member.kind !== "and") return listSources(member, within);
        const inner = member.matched.slice();
        if (within !== null) keepCommon(inner, within);
        return listSources(member, inner);
      });
  }
}

function joined(one: NumberSet | null, other: NumberSet | null): NumberSet | null {
  if (one === null || other === null) return null;
  const both = one.slice();
  addSet(both, other);
  return both;
}

/** All parts that are no combination of others, and not under a `not`. */
export function positiveAtoms(part: Part): readonly Extract<Part, { readonly kind: "atom" }>[] {
  switch (part.kind) {
    case "atom":
      return [part];
    case "and":
      return part.positive.flatMap(positiveAtoms);
    case "or":
      return part.members.flatMap(positiveAtoms);
  }
}
