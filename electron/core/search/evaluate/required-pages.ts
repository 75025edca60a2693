import type { DocumentShape } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import { type Attempt, documentsOf } from "./attempt.ts";
import { add, createSet, has, keepCommon, type NumberSet } from "./number-set.ts";
import { requiredWords } from "./required-words.ts";
import { WordUnion } from "./word-union.ts";

/** A literal that stands in more terms than this narrows too little for what looking them up costs. */
const MOST_TERMS = 2000;

/** One of the words, with all terms that it may be a part of. */
interface RequiredWord {
  readonly union: WordUnion;
  /** Documents in which it may be a part of a word that is divided at the end of a page. */
  readonly divided: NumberSet;
}

/** Where the words stand that every match of a regular expression has in it: the only pages that need to be read. */
export class RequiredPages {
  readonly #attempt: Attempt;
  readonly #words: readonly RequiredWord[];
  #isPrepared = false;

  constructor(pattern: string, attempt: Attempt) {
    this.#attempt = attempt;
    this.#words = requiredWords(pattern).flatMap((word) => openWord(word, attempt) ?? []);
  }

  /** A set of its own with the documents that have all of the words; null where any may. */
  documents(): NumberSet | null {
    const [first, ...others] = this.#words;
    if (first === undefined) return null;
    const documents = documentsOf(first.union, this.#attempt);
    for (const word of others) keepCommon(documents, documentsOf(word.union, this.#attempt));
    return documents;
  }

  /** Says which documents will be asked about; all that have the words when it is not called. */
  prepare(documents: NumberSet): void {
    this.#isPrepared = true;
    for (const word of this.#words) word.union.prepare(documents);
  }

  /** 1 for each page, from 1, that has all of the words; null where any may. Cheapest for ascending numbers. */
  flags(number: number): Uint8Array | null {
    const [first, ...others] = this.#words;
    if (first === undefined || this.#attempt.pagesOf(number) === 1) return null;
    if (!this.#isPrepared) this.prepare(this.documents() ?? createSet(0));
    const shape = this.#attempt.sources.words.shape(number);
    const flags = flagPages(first, number, shape);
    for (const word of others) {
      const own = flagPages(word, number, shape);
      for (let page = 1; page < flags.length; page += 1) flags[page] = (flags[page] ?? 0) & (own[page] ?? 0);
    }
    return flags;
  }
}

function openWord(pattern: string, attempt: Attempt): RequiredWord | null {
  const terms: string[] = [];
  for (const { term } of attempt.sources.words.termsLike(pattern)) {
    terms.push(term);
    if (terms.length > MOST_TERMS) return null;
  }
  const union = new WordUnion(terms.flatMap((term) => attempt.places(term) ?? []));
  const divided = createSet(attempt.limit);
  for (const { numbers, isShared } of union.lists) {
    for (let index = isShared.indexOf(1); index !== -1; index = isShared.indexOf(1, index + 1)) {
      add(divided, numbers[index] ?? 0);
    }
  }
  return { union, divided };
}

function flagPages(
  { union, divided }: RequiredWord,
  number: number,
  { pages, bodyStarts, furnitureStarts }: DocumentShape,
): Uint8Array {
  const isDivided = has(divided, number);
  const flags = new Uint8Array(pages + 1);
  const bodyEnd = bodyStarts[pages] ?? 0;
  union.load(number);
  const { items, length } = union;
  let at = 0;
  let page = 0;
  while (at < length && (items[at] ?? 0) < bodyEnd) {
    page = seekAtLeast(bodyStarts, (items[at] ?? 0) + 1, page);
    flags[page] = 1;
    const end = bodyStarts[page] ?? bodyEnd;
    at = seekAtLeast(items, end, at, length);
    if (isDivided && items[at - 1] === end - 1) flagContinued(flags, page, bodyStarts);
  }
  for (page = 0; at < length; at += 1) {
    page = seekAtLeast(furnitureStarts, (items[at] ?? 0) + 1, page);
    flags[page] = 1;
  }
  return flags;
}

/** A part of a word that is divided at the end of a page stands on a later one: on the next where another word begins, or before. */
function flagContinued(flags: Uint8Array, page: number, bodyStarts: Int32Array): void {
  for (let next = page + 1; next < flags.length; next += 1) {
    flags[next] = 1;
    if (bodyStarts[next] !== bodyStarts[next - 1]) return;
  }
}
