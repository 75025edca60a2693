import { assertNever } from "#shared/base/assert-never.ts";
import type { ExpandedForm, ExplainedLeaf, ExplainedNode, SearchExplanation } from "#shared/model/search.ts";
import { describeNode, describeQuery } from "#shared/text/query/describe-query.ts";
import type { ParsedQuery, PhraseNode, QueryNode, QuerySpan, WordNode } from "#shared/text/query/query-node.ts";
import type { WordIndex } from "../ports/word-index.ts";
import { formOfTerm, type ResolvedQuery, type WordExpansion } from "./resolve-query.ts";

/** Forms of one word that an explanation lists. */
const FORMS_SHOWN = 200;

/** Documents of all forms of a word together up to which it is worth counting how many they are. */
const COUNTED_AT_MOST = 300_000;

/** How much of a search is told. */
export interface ExplanationExtent {
  /** Counts the documents of every word, however many it has. */
  readonly countAll: boolean;
}

/** What comes with every answer: fast. */
export const BRIEF_EXPLANATION: ExplanationExtent = { countAll: false };

/** What is asked for by itself. */
export const FULL_EXPLANATION: ExplanationExtent = { countAll: true };

/** Says how a search was read: in words, as a tree, and what each of its words stands for. */
export function explainSearch(
  index: WordIndex,
  source: string,
  { node, notices }: ParsedQuery,
  resolved: ResolvedQuery,
  extent: ExplanationExtent,
): SearchExplanation {
  const leaves: ExplainedLeaf[] = [];
  const expansions = Map.groupBy(resolved.words, (word) => word.at.start);

  function addLeaf(own: QueryNode, forms: readonly ExpandedForm[], counts: LeafCounts): number {
    const listed = forms.slice(0, FORMS_SHOWN);
    return (
      leaves.push({
        source: source.slice(own.at.start, own.at.end),
        at: own.at,
        words: describeNode(own),
        forms: listed,
        moreForms: forms.length - listed.length,
        ...counts,
      }) - 1
    );
  }

  function explainWord(own: WordNode): ExplainedNode {
    const words = (expansions.get(own.at.start) ?? []).filter((word) => word.at.end === own.at.end);
    const leaf = addLeaf(own, listForms(index, words), countLeaf(index, words, extent.countAll));
    return { label: typed(own.at), leaf, children: [] };
  }

  function explainPhrase(own: PhraseNode): ExplainedNode {
    const leaf = addLeaf(own, [], UNKNOWN);
    const open = own.words.filter((word) => word.word.kind !== "word");
    return { label: typed(own.at), leaf, children: open.map(explainWord) };
  }

  function typed({ start, end }: QuerySpan): string {
    return source.slice(start, end);
  }

  function explain(own: QueryNode): ExplainedNode {
    switch (own.kind) {
      case "word":
        return explainWord(own);
      case "phrase":
        return explainPhrase(own);
      case "regex":
      case "field":
        return { label: typed(own.at), leaf: addLeaf(own, [], UNKNOWN), children: [] };
      case "near":
      case "not-near":
        return { label: describeNode(own), leaf: null, children: [explain(own.left), explain(own.right)] };
      case "page":
      case "not":
        return { label: describeNode(own), leaf: null, children: [explain(own.node)] };
      case "and":
      case "or":
        return { label: describeNode(own), leaf: null, children: own.nodes.map(explain) };
      default:
        return assertNever(own);
    }
  }

  const tree = explain(node);
  return { words: describeQuery(node), tree, leaves, notices, synonyms: resolved.synonyms };
}

type LeafCounts = Pick<ExplainedLeaf, "documents" | "hits">;

const UNKNOWN: LeafCounts = { documents: null, hits: null };

function listForms(index: WordIndex, words: readonly WordExpansion[]): readonly ExpandedForm[] {
  return words
    .flatMap(({ terms, excluded }) =>
      terms.map(({ term, reason }): ExpandedForm => {
        const figures = index.figures(term);
        return {
          form: formOfTerm(term),
          reason,
          documents: figures?.documents ?? 0,
          hits: figures?.hits ?? 0,
          excluded: excluded.has(term),
        };
      }),
    )
    .sort((one, other) => other.hits - one.hits || (one.form < other.form ? -1 : 1));
}

/** Documents that have any of the forms, and how often all of them stand there. */
function countLeaf(index: WordIndex, words: readonly WordExpansion[], countAll: boolean): LeafCounts {
  const terms = [
    ...new Set(
      words.flatMap(({ terms: own, excluded }) => own.map(({ term }) => term).filter((term) => !excluded.has(term))),
    ),
  ];
  const expected = terms.reduce((sum, term) => sum + (index.figures(term)?.documents ?? 0), 0);
  if (!countAll && expected > COUNTED_AT_MOST) return UNKNOWN;
  const seen = new Uint8Array(index.numberLimit());
  let documents = 0;
  let hits = 0;
  for (const term of terms) {
    const places = index.places(term);
    if (places === null) continue;
    // By index: tens of thousands of documents for each word of every search, and iterators take most of that.
    const { numbers, hits: own } = places;
    for (let place = 0; place < numbers.length; place += 1) {
      const number = numbers[place] ?? 0;
      if (seen[number] === 0) documents += 1;
      seen[number] = 1;
      hits += own[place] ?? 0;
    }
  }
  return { documents, hits };
}
