import { expect } from "vitest";
import { joinTexts } from "#core/ports/joined-texts.ts";
import type { WordIndex } from "#core/ports/word-index.ts";
import { evaluate } from "#core/search/evaluate/evaluate.ts";
import type { EvaluationOptions, EvaluationSources, FieldMatches } from "#core/search/evaluate/evaluation.ts";
import { hitsInDocument } from "#core/search/evaluate/hits-in-document.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { evaluateText, type FieldAnswer } from "#shared/text/query/evaluate-text.ts";
import { createWordTest } from "#shared/text/query/match-word.ts";
import type { FieldCondition, QueryNode, WordNode } from "#shared/text/query/query-node.ts";
import type { ResolvedNode, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { readSearchableText, type SearchableText } from "#shared/text/query/searchable-text.ts";
import { inlinePatternFinder } from "../../../../support/inline-pattern-finder.ts";
import type { RandomDocument } from "./random-documents.ts";

/** An index of documents, and the numbers that it gave them. */
export interface OpenedIndex {
  readonly words: WordIndex;
  readonly numbers: readonly number[];
  readonly readPage: EvaluationSources["readPage"];
}

/** How a search is evaluated. */
export interface CheckOptions {
  readonly isConfident: boolean;
  /** Hits are counted by figures as if there were millions. */
  /** Indexes of the only documents that are asked about; null for all. */
  readonly within: readonly number[] | null;
}

/** What is known of documents besides their texts: made up, and always the same. */
function answerField(condition: FieldCondition, index: number, document: RandomDocument): FieldAnswer {
  switch (condition.field) {
    case "kind":
      return { scope: "document", holds: index % 2 === 0 };
    case "language":
      return {
        scope: "page",
        places: document.flatMap((_, page) =>
          (page + index) % 2 === 0 ? [{ page: page + 1, start: -1, end: -1 }] : [],
        ),
      };
    default: {
      const step = condition.field === "amount" ? 2 : 3;
      return {
        scope: "page",
        places: document.flatMap(({ text }, page) => {
          const isOn = (page + index) % step === 0 && text.length > 12;
          return isOn
            ? [
                { page: page + 1, start: 2, end: 5 },
                { page: page + 1, start: 4 + step, end: 12 },
              ]
            : [];
        }),
      };
    }
  }
}

/** Evaluates a search over an index and over the texts that it was made of, and requires the same. */
export class Oracle {
  readonly #documents: readonly RandomDocument[];
  readonly #texts: readonly SearchableText[];
  readonly #index: OpenedIndex;
  readonly #sources: EvaluationSources;
  readonly #terms: readonly string[];

  constructor(documents: readonly RandomDocument[], index: OpenedIndex) {
    this.#documents = documents;
    this.#texts = documents.map(readSearchableText);
    this.#index = index;
    const folds = [...index.words.termsWithPrefix("")].map(({ term }) => term);
    const accented = [...index.words.termsWithPrefix("=")].map(({ term }) => term);
    this.#terms = [...folds.filter((term) => !term.startsWith("=")), ...accented];
    this.#sources = {
      words: index.words,
      joinPages: (numbers, pages) =>
        joinTexts(Array.from(numbers, (number, at) => this.#document(number)[(pages[at] ?? 0) - 1]?.text ?? "")),
      readPage: index.readPage,
      field: (condition) => this.#field(condition),
      patterns: inlinePatternFinder(),
    };
  }

  async check(node: QueryNode, { isConfident: confident, within }: CheckOptions): Promise<void> {
    const resolved = this.#resolve(node);
    const options: EvaluationOptions = {
      pace: { breathe: () => null },
      confident: confident ? (number, page) => this.#doubtful(number, page) : undefined,
      within: within === null ? undefined : Int32Array.from(within, (index) => this.#index.numbers[index] ?? -1),
    };
    const found = await evaluate(resolved, this.#sources, options);
    const expected = this.#texts.flatMap((text, index) => {
      if (within !== null && !within.includes(index)) return [];
      const match = evaluateText(node, text, {
        stemming: true,
        synonyms: [],
        confident,
        field: (condition) => answerField(condition, index, this.#documents[index] ?? []),
      });
      return match.matches ? [{ number: this.#index.numbers[index] ?? -1, match }] : [];
    });
    expect(rowsOf(found)).toEqual(
      expected.map(({ number, match }) => [number, match.hits.length, match.pages.length] as const),
    );
    expect(found.incomplete).toBeNull();
    expect([...found.scores].every((score) => score >= 0 && Number.isFinite(score))).toBe(true);
    for (const [index, number] of this.#index.numbers.entries()) {
      if (within !== null && !within.includes(index)) continue;
      const hits = await hitsInDocument(resolved, this.#sources, number, options);
      expect(hits).toEqual(expected.find((one) => one.number === number)?.match.hits ?? []);
    }
  }

  #document(number: number): RandomDocument {
    return this.#documents[this.#index.numbers.indexOf(number)] ?? [];
  }

  #doubtful(number: number, page: number): readonly { readonly start: number; readonly end: number }[] {
    const confidences = this.#document(number)[page - 1]?.confidences ?? [];
    return confidences.flatMap(([start, end, confidence]) => (confidence < LOW_CONFIDENCE ? [{ start, end }] : []));
  }

  #field(condition: FieldCondition): FieldMatches {
    const answers = this.#documents.map((document, index) => ({
      number: this.#index.numbers[index] ?? -1,
      answer: answerField(condition, index, document),
    }));
    const numbers = answers.flatMap(({ number, answer }) =>
      answer.scope === "document" && answer.holds ? [number] : [],
    );
    if (answers.every(({ answer }) => answer.scope === "document")) {
      return { scope: "document", numbers: Int32Array.from(numbers) };
    }
    const places = answers.flatMap(({ number, answer }) =>
      answer.scope === "page" ? answer.places.map((place) => ({ number, ...place })) : [],
    );
    return {
      scope: "page",
      places: {
        numbers: Int32Array.from(places, ({ number }) => number),
        pages: Int32Array.from(places, ({ page }) => page),
        starts: Int32Array.from(places, ({ start }) => start),
        ends: Int32Array.from(places, ({ end }) => end),
      },
    };
  }

  #resolve(node: QueryNode): ResolvedNode {
    switch (node.kind) {
      case "word":
        return this.#resolveWord(node);
      case "phrase":
        return { ...node, words: node.words.map((word) => this.#resolveWord(word)) };
      case "near":
      case "not-near":
        return { ...node, left: this.#resolve(node.left), right: this.#resolve(node.right) };
      case "and":
      case "or":
        return { ...node, nodes: node.nodes.map((member) => this.#resolve(member)) };
      case "not":
      case "page":
        return { ...node, node: this.#resolve(node.node) };
      case "regex":
      case "field":
        return node;
    }
  }

  #resolveWord({ word, at }: WordNode): ResolvedWord {
    const test = createWordTest(word, true);
    const isStrict = word.kind === "word" && word.strict;
    const terms = this.#terms.filter((term) =>
      term.startsWith("=") ? isStrict && test("", term.slice(1)) : !isStrict && test(term, ""),
    );
    return { kind: "word", terms: terms.map((term) => ({ term, reason: "typed" })), at };
  }
}

function rowsOf(found: Awaited<ReturnType<typeof evaluate>>): readonly (readonly [number, number, number])[] {
  return [...found.numbers].map((number, rank) => [number, found.hits[rank] ?? -1, found.pages[rank] ?? -1]);
}
