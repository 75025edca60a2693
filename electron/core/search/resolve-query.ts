import { assertNever } from "#shared/base/assert-never.ts";
import type { SearchOptions } from "#shared/model/search.ts";
import type { SynonymGroup } from "#shared/model/search-report.ts";
import { foldName } from "#shared/text/fold-name.ts";
import type { PhraseNode, QueryNode, QuerySpan, WordNode } from "#shared/text/query/query-node.ts";
import type { ResolvedNode, ResolvedPhrase, ResolvedTerm, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";
import type { WordIndex } from "../ports/word-index.ts";
import { expandWord } from "./expand-word.ts";

/** A word of the search with everything that it could stand for. */
export interface WordExpansion {
  readonly at: QuerySpan;
  /** Its own terms, then those of synonyms of one word; also those that were taken out. */
  readonly terms: readonly ResolvedTerm[];
  /** Terms of these that were taken out by `without`. */
  readonly excluded: ReadonlySet<string>;
}

/** Names that stand for a word or a phrase of the search. */
export interface AppliedSynonym {
  /** As it was typed. */
  readonly source: string;
  readonly others: readonly string[];
}

/** A search with its words looked up. */
export interface ResolvedQuery {
  readonly node: ResolvedNode;
  /** In the order of the search; words of phrases too. */
  readonly words: readonly WordExpansion[];
  readonly synonyms: readonly AppliedSynonym[];
}

/** What looking up the words of a search needs to know. */
export interface ResolvingOptions extends Pick<SearchOptions, "stemming" | "synonyms" | "without"> {
  /** Synonyms of the case. */
  readonly groups: readonly SynonymGroup[];
}

/** A term as it is shown and taken out: without the sign of those with accents. */
export function formOfTerm(term: string): string {
  return term.startsWith("=") ? term.slice(1) : term;
}

/**
 * Looks up every word of a search in the index.
 *
 * @param source the search as it was typed
 * @throws ProbativeError `search/too-broad`
 */
export function resolveQuery(
  index: WordIndex,
  source: string,
  node: QueryNode,
  options: ResolvingOptions,
): ResolvedQuery {
  const groups = options.synonyms ? byName(options.groups) : new Map<string, SynonymGroup>();
  const without = readWithout(options.without);
  const words: WordExpansion[] = [];
  const applied: AppliedSynonym[] = [];

  function typed({ start, end }: QuerySpan): string {
    return source.slice(start, end);
  }

  function lookUp(word: WordNode): ResolvedWord {
    const terms = expandWord(index, word.word, options.stemming, word.at);
    const out = without.get(asKey(typed(word.at)));
    words.push(keepExpansion(word.at, terms, out));
    return { kind: "word", terms: withoutThose(terms, out), at: word.at };
  }

  function lookUpName(name: string, at: QuerySpan): ResolvedWord | ResolvedPhrase | null {
    const tokens = tokenize(name.normalize("NFC")).map((token) => token.text);
    const own = tokens.map((text): ResolvedWord => {
      // A name of several words is met as it is written.
      const forms = options.stemming && tokens.length === 1;
      const found = expandWord(index, { kind: "word", text, forms, strict: false }, forms, at);
      return { kind: "word", terms: found.map(({ term }) => ({ term, reason: "synonym" as const })), at };
    });
    const [first] = own;
    if (first === undefined) return null;
    return own.length === 1 ? first : { kind: "phrase", words: own, at };
  }

  /** The word or phrase, or it and the other names of its group. */
  function withSynonyms(own: ResolvedWord | ResolvedPhrase, folds: string): ResolvedNode {
    const group = groups.get(folds);
    if (group === undefined) return own;
    const out = without.get(asKey(typed(own.at)));
    const others = group.names.filter((name) => foldName(name) !== folds && out?.has(foldName(name)) !== true);
    const nodes: ResolvedNode[] = [own];
    for (const name of others) {
      const other = lookUpName(name, own.at);
      if (other?.kind === "word") {
        words.push(keepExpansion(own.at, other.terms, out));
        nodes.push({ ...other, terms: withoutThose(other.terms, out) });
      } else if (other !== null) nodes.push(other);
    }
    if (others.length > 0) applied.push({ source: typed(own.at), others });
    return nodes.length === 1 ? own : { kind: "or", nodes, at: own.at };
  }

  function resolvePhrase(phrase: PhraseNode): ResolvedNode {
    const own: ResolvedPhrase = { kind: "phrase", words: phrase.words.map(lookUp), at: phrase.at };
    const folds = phrase.words.map(({ word }) => (word.kind === "word" && !word.strict ? foldToken(word.text) : null));
    return folds.includes(null) ? own : withSynonyms(own, folds.join(" "));
  }

  function resolve(own: QueryNode): ResolvedNode {
    switch (own.kind) {
      case "word": {
        const word = lookUp(own);
        return own.word.kind === "word" && own.word.forms ? withSynonyms(word, foldToken(own.word.text)) : word;
      }
      case "phrase":
        return resolvePhrase(own);
      case "regex":
      case "field":
        return own;
      case "near":
      case "not-near":
        return { ...own, left: resolve(own.left), right: resolve(own.right) };
      case "page":
      case "not":
        return { ...own, node: resolve(own.node) };
      case "and":
        return { ...own, nodes: own.nodes.map(resolve) };
      case "or": {
        const nodes = own.nodes.map(resolve);
        return { ...own, nodes: nodes.flatMap((member) => (member.kind === "or" ? member.nodes : [member])) };
      }
      default:
        return assertNever(own);
    }
  }

  return { node: resolve(node), words, synonyms: applied };
}

function byName(groups: readonly SynonymGroup[]): ReadonlyMap<string, SynonymGroup> {
  return new Map(groups.flatMap((group) => group.names.map((name) => [foldName(name), group] as const)));
}

/** A word of the search as it was typed, whatever its case: `detain*` and `detain` are two. */
function asKey(typed: string): string {
  return typed.normalize("NFC").toLowerCase().trim();
}

/** Forms that were taken out, folded, by the word as typed. */
function readWithout(entries: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const entry of entries) {
    const divide = entry.lastIndexOf(">");
    if (divide < 0) continue;
    const word = asKey(entry.slice(0, divide));
    forms.set(word, (forms.get(word) ?? new Set()).add(foldName(entry.slice(divide + 1))));
  }
  return forms;
}

function isOut(term: ResolvedTerm, out: ReadonlySet<string> | undefined): boolean {
  return out?.has(foldName(formOfTerm(term.term))) === true;
}

function withoutThose(terms: readonly ResolvedTerm[], out: ReadonlySet<string> | undefined): readonly ResolvedTerm[] {
  return out === undefined ? terms : terms.filter((term) => !isOut(term, out));
}

function keepExpansion(
  at: QuerySpan,
  terms: readonly ResolvedTerm[],
  out: ReadonlySet<string> | undefined,
): WordExpansion {
  const excluded = out === undefined ? [] : terms.filter((term) => isOut(term, out));
  return { at, terms, excluded: new Set(excluded.map(({ term }) => term)) };
}
