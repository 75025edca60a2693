import { assertNever } from "../../base/assert-never.ts";
import { LOW_CONFIDENCE } from "../../model/page-state.ts";
import { pageOfPosition, partsOfSpan } from "../document-words.ts";
import { applySynonyms, type Synonyms } from "./apply-synonyms.ts";
import { findPattern } from "./find-pattern.ts";
import { createWordTest } from "./match-word.ts";
import type { FieldCondition, QueryNode, WordNode } from "./query-node.ts";
import { readSearchableText, type SearchableText } from "./searchable-text.ts";
import { isNear, joinNear, mergeSpans, type Place, type Span, unitePlaces } from "./text-places.ts";

/** A stretch of a page (from 1): offsets into its text, end exclusive. */
export interface PageRange {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Where a field holds: in the document as a whole, or on pages of it; -1 as start and end is the page as a whole. */
export type FieldAnswer =
  | { readonly scope: "document"; readonly holds: boolean }
  | { readonly scope: "page"; readonly places: readonly PageRange[] };

/** How a search is evaluated over a text. */
export interface TextSearchOptions {
  /** Words are met in their other forms too. */
  readonly stemming: boolean;
  readonly synonyms: readonly Synonyms[];
  /** Leaves out hits of words that touch one of which OCR was not sure. */
  readonly confident?: boolean;
  /** What is known of the document besides its text. Without it no field holds. */
  readonly field?: (condition: FieldCondition) => FieldAnswer;
  /** Where a regular expression is met in a text; `findPattern`, which knows no limit of time, when it is absent. */
  readonly pattern?: (pattern: string, text: string) => readonly Omit<PageRange, "page">[];
}

/** One hit: its parts on successive pages, one almost always. */
export interface TextHit {
  readonly parts: readonly PageRange[];
}

/** What a search comes to in one document. */
export interface TextMatch {
  readonly matches: boolean;
  /** In the order of the text. */
  readonly hits: readonly TextHit[];
  /** Pages (from 1) on which a hit begins, ascending. */
  readonly pages: readonly number[];
}

/** What a part of a search is met by; null where it is not met. */
interface Findings {
  readonly places: readonly Place[];
  readonly patterns: readonly PageRange[];
  readonly fields: readonly PageRange[];
}

/** What is searched: the whole document, or one page (an index) as if it were all. */
interface Scope {
  readonly page: number | null;
  readonly words: SearchableText["words"];
}

const NOTHING: TextMatch = { matches: false, hits: [], pages: [] };

/**
 * Evaluates a search over the text of one document, word by word, without an index: the meaning of the search language,
 * written down. For small texts; the time grows with the product of the places of what must be near each other.
 *
 * @throws SyntaxError for a regular expression that is none
 */
export function evaluateText(node: QueryNode, text: SearchableText, options: TextSearchOptions): TextMatch {
  const found = new TextEvaluator(text, options).evaluate(applySynonyms(node, options.synonyms), {
    page: null,
    words: text.words,
  });
  if (found === null) return NOTHING;
  const all = listHits(text, found);
  const hits = options.confident === true ? all.filter(({ hit, isOfWords }) => !isOfWords || isSure(text, hit)) : all;
  if (hits.length === 0 && all.length > 0) return NOTHING;
  const pages = new Set(hits.map(({ hit }) => hit.parts[0]?.page ?? 0));
  return { matches: true, hits: hits.map(({ hit }) => hit), pages: [...pages].sort((one, other) => one - other) };
}

/** Searches one piece of text, such as a note: it is a document of one page, of which no field holds. */
export function searchText(node: QueryNode, text: string, options: TextSearchOptions): TextMatch {
  return evaluateText(node, readSearchableText([{ text, detections: [] }]), options);
}

class TextEvaluator {
  readonly #text: SearchableText;
  readonly #options: TextSearchOptions;

  constructor(text: SearchableText, options: TextSearchOptions) {
    this.#text = text;
    this.#options = options;
  }

  evaluate(node: QueryNode, scope: Scope): Findings | null {
    switch (node.kind) {
      case "word":
      case "phrase":
      case "near":
      case "not-near": {
        const places = this.#places(node, scope);
        return places.length === 0 ? null : { places, patterns: [], fields: [] };
      }
      case "regex": {
        const patterns = this.#patterns(node.pattern, scope);
        return patterns.length === 0 ? null : { places: [], patterns, fields: [] };
      }
      case "field":
        return this.#field(node.condition, scope);
      case "page":
        return unite(this.#text.pages.map((_, page) => this.evaluate(node.node, this.#onPage(page))));
      case "and": {
        const isExcluded = node.nodes.some((own) => own.kind === "not" && this.evaluate(own.node, scope) !== null);
        const members = node.nodes.filter(({ kind }) => kind !== "not").map((own) => this.evaluate(own, scope));
        return isExcluded || members.includes(null) ? null : unite(members);
      }
      case "or":
        return unite(node.nodes.map((own) => this.evaluate(own, scope)));
      case "not":
        return this.evaluate(node.node, scope) === null ? { places: [], patterns: [], fields: [] } : null;
      default:
        return assertNever(node);
    }
  }

  #onPage(page: number): Scope {
    const { words, numbering } = this.#text;
    const own = [...words].filter(([position]) => pageOfPosition(numbering, position) === page);
    return { page, words: new Map(own) };
  }

  /** Places of what stands in a row or near each other. */
  #places(node: QueryNode, scope: Scope): readonly Place[] {
    switch (node.kind) {
      case "word":
        return [...this.#positions(node, scope)].map((at) => placeOf(at, at));
      case "phrase": {
        const [first, ...others] = node.words.map((word) => this.#positions(word, scope));
        const starts = [...(first ?? [])].filter((at) => others.every((next, index) => next.has(at + index + 1)));
        return starts.map((at) => placeOf(at, at + others.length));
      }
      case "or":
        return unitePlaces(node.nodes.flatMap((own) => this.#places(own, scope)));
      case "near":
        return this.#near(node, scope);
      case "not-near": {
        const avoided = this.#places(node.right, scope);
        return this.#places(node.left, scope).filter((own) => !avoided.some((other) => isNear(own, other, node)));
      }
      default:
        throw new TypeError(`A ${node.kind} has no place near others.`);
    }
  }

  #near(node: Extract<QueryNode, { kind: "near" }>, scope: Scope): readonly Place[] {
    const { left, right } = node;
    if (left.kind === "and") {
      const members = left.nodes.map((own) => this.#places(own, scope));
      const pivots = this.#places(right, scope).filter((pivot) =>
        members.every((places) => places.some((own) => isNear(own, pivot, node))),
      );
      return unitePlaces(members.flatMap((places) => joinNear(places, pivots, node)));
    }
    if (right.kind === "and") {
      const members = right.nodes.map((own) => this.#places(own, scope));
      const pivots = this.#places(left, scope).filter((pivot) =>
        members.every((places) => places.some((own) => isNear(pivot, own, node))),
      );
      return unitePlaces(members.flatMap((places) => joinNear(pivots, places, node)));
    }
    return joinNear(this.#places(left, scope), this.#places(right, scope), node);
  }

  #positions({ word }: WordNode, scope: Scope): ReadonlySet<number> {
    const test = createWordTest(word, this.#options.stemming);
    const isStrict = word.kind === "word" && word.strict;
    const found = [...scope.words].filter(([, { folds, accented }]) =>
      isStrict ? accented.some((lower) => test("", lower)) : folds.some((fold) => test(fold, "")),
    );
    return new Set(found.map(([position]) => position));
  }

  #patterns(pattern: string, { page }: Scope): readonly PageRange[] {
    const find = this.#options.pattern ?? findPattern;
    return this.#text.pages.flatMap(({ text }, index) =>
      page !== null && page !== index ? [] : find(pattern, text).map((range) => ({ page: index + 1, ...range })),
    );
  }

  #field(condition: FieldCondition, { page }: Scope): Findings | null {
    const answer = this.#options.field?.(condition) ?? { scope: "document", holds: false };
    if (answer.scope === "document") return answer.holds ? { places: [], patterns: [], fields: [] } : null;
    const places = answer.places.filter((place) => page === null || place.page === page + 1);
    return places.length === 0 ? null : { places: [], patterns: [], fields: places.filter(({ start }) => start >= 0) };
  }
}

function placeOf(start: number, end: number): Place {
  return { start, end, marks: [{ start, end }] };
}

function unite(members: readonly (Findings | null)[]): Findings | null {
  const met = members.filter((member) => member !== null);
  if (met.length === 0) return null;
  return {
    places: met.flatMap(({ places }) => places),
    patterns: met.flatMap(({ patterns }) => patterns),
    fields: met.flatMap(({ fields }) => fields),
  };
}

function listHits(
  text: SearchableText,
  { places, patterns, fields }: Findings,
): readonly { readonly hit: TextHit; readonly isOfWords: boolean }[] {
  const marks = mergeSpans(places.flatMap((place) => place.marks));
  const ofWords = marks.map((mark) => ({ hit: hitOfSpan(text, mark), isOfWords: true }));
  const ranges = [...mergePatterns(patterns), ...withoutRepeats(fields)];
  const others = ranges.map((range) => ({ hit: { parts: [range] }, isOfWords: false }));
  return [...ofWords, ...others].sort((one, other) => compareHits(one.hit, other.hit));
}

function hitOfSpan({ numbering, places }: SearchableText, { start, end }: Span): TextHit {
  const parts = partsOfSpan(numbering, start, end, (page) => {
    const found = places[page];
    if (found === undefined) throw new RangeError(`There is no page ${page + 1}.`);
    return found;
  });
  return { parts: parts.map((part) => ({ ...part, page: part.page + 1 })) };
}

/** Matches that overlap are one; those that touch are two. */
function mergePatterns(ranges: readonly PageRange[]): readonly PageRange[] {
  const pages = Map.groupBy(ranges, ({ page }) => page);
  return [...pages].flatMap(([page, own]) =>
    mergeSpans(own.map(({ start, end }) => ({ start, end: end - 1 }))).map(({ start, end }) => ({
      page,
      start,
      end: end + 1,
    })),
  );
}

function withoutRepeats(ranges: readonly PageRange[]): readonly PageRange[] {
  return [...new Map(ranges.map((range) => [`${range.page} ${range.start} ${range.end}`, range])).values()];
}

function isSure({ pages }: SearchableText, { parts }: TextHit): boolean {
  return parts.every(({ page, start, end }) =>
    (pages[page - 1]?.confidences ?? []).every(
      ([from, to, confidence]) => confidence >= LOW_CONFIDENCE || to <= start || from >= end,
    ),
  );
}

function compareHits(one: TextHit, other: TextHit): number {
  const [first, second] = [one.parts[0], other.parts[0]];
  if (first === undefined || second === undefined) return 0;
  return first.page - second.page || first.start - second.start || first.end - second.end;
}
