import type { FieldCondition, QuerySpan } from "./query-node.ts";

/** Why a term of the index stands for a word of the search. */
export type ExpansionReason = "typed" | "accent" | "stem" | "wildcard" | "fuzzy" | "synonym";

/** A term of the index that a word of the search stands for. */
export interface ResolvedTerm {
  /**
   * As the index spells it: a fold (`nunez`), or after `=` the lower-case word with its accents (`=núñez`).
   */
  readonly term: string;
  readonly reason: ExpansionReason;
}

/** The place of one word: any of the terms. An empty list is met nowhere. */
export interface ResolvedWord {
  readonly kind: "word";
  readonly terms: readonly ResolvedTerm[];
  readonly at: QuerySpan;
}

/** Words that follow each other; a single place of the text for each. */
export interface ResolvedPhrase {
  readonly kind: "phrase";
  readonly words: readonly ResolvedWord[];
  readonly at: QuerySpan;
}

/**
 * A search with each word resolved to terms of the index, and each synonym to an `or`. Otherwise as `QueryNode`, whose
 * rules hold; an `or` that came of a synonym has the `at` of the word or phrase that it was made from.
 */
export type ResolvedNode =
  | ResolvedWord
  | ResolvedPhrase
  | { readonly kind: "regex"; readonly pattern: string; readonly at: QuerySpan }
  | { readonly kind: "field"; readonly condition: FieldCondition; readonly at: QuerySpan }
  | {
      readonly kind: "near" | "not-near";
      readonly left: ResolvedNode;
      readonly right: ResolvedNode;
      readonly distance: number;
      readonly ordered: boolean;
      readonly at: QuerySpan;
    }
  | { readonly kind: "page"; readonly node: ResolvedNode; readonly at: QuerySpan }
  | { readonly kind: "and" | "or"; readonly nodes: readonly ResolvedNode[]; readonly at: QuerySpan }
  | { readonly kind: "not"; readonly node: ResolvedNode; readonly at: QuerySpan };
