import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { isFuzzyMatch } from "#shared/text/query/match-word.ts";
import type { QuerySpan, WordPattern } from "#shared/text/query/query-node.ts";
import type { ExpansionReason, ResolvedTerm } from "#shared/text/query/resolved-query.ts";
import { createFormTest, formPrefixes } from "#shared/text/query/word-forms.ts";
import { foldToken } from "#shared/text/tokenize.ts";
import type { WordIndex } from "../ports/word-index.ts";

/** Words of the index that one word of a search may stand for. */
export const TERMS_MAX = 20_000;

/**
 * Looks up what a word stands for.
 *
 * @param forms whether a word that may have other forms is to have them
 * @param at place of the word in the search, for an error
 * @throws ProbativeError `search/too-broad` with the offset of the word
 */
export function expandWord(
  index: WordIndex,
  pattern: WordPattern,
  forms: boolean,
  at: QuerySpan,
): readonly ResolvedTerm[] {
  switch (pattern.kind) {
    case "word":
      return expandTyped(index, pattern, forms && pattern.forms, at);
    case "wildcard":
      return collect(index.termsLike(pattern.pattern), () => "wildcard", at, pattern.pattern);
    case "fuzzy": {
      const fold = foldToken(pattern.text);
      const reasonOf = (term: string) => (term === fold ? "typed" : "fuzzy");
      return collect(nearTo(index, fold, pattern.distance), reasonOf, at, pattern.text);
    }
    default:
      return assertNever(pattern);
  }
}

/** The index knows distances; how little of a short word may change is a rule of the language. */
function* nearTo(index: WordIndex, fold: string, distance: 1 | 2): Iterable<{ readonly term: string }> {
  for (const found of index.termsNear(fold, distance)) if (isFuzzyMatch(fold, distance, found.term)) yield found;
}

/** What was typed comes first, also when it stands nowhere: that it was looked for must be seen. */
function expandTyped(
  index: WordIndex,
  { text, strict }: Extract<WordPattern, { readonly kind: "word" }>,
  forms: boolean,
  at: QuerySpan,
): readonly ResolvedTerm[] {
  const lower = text.normalize("NFC").toLowerCase();
  const fold = foldToken(text);
  if (strict) return [{ term: `=${lower}`, reason: "typed" }];
  const typed: ResolvedTerm = { term: fold, reason: lower === fold ? "typed" : "accent" };
  return forms ? [typed, ...collect(formsOf(index, fold), () => "stem", at, text)] : [typed];
}

function* formsOf(index: WordIndex, fold: string): Iterable<{ readonly term: string }> {
  const met = new Set([fold]);
  const isForm = createFormTest(fold);
  for (const prefix of formPrefixes(fold)) {
    for (const found of index.termsWithPrefix(prefix)) {
      if (met.has(found.term) || !isForm(found.term)) continue;
      met.add(found.term);
      yield found;
    }
  }
}

function collect(
  found: Iterable<{ readonly term: string }>,
  reasonOf: (term: string) => ExpansionReason,
  at: QuerySpan,
  word: string,
): readonly ResolvedTerm[] {
  const terms: ResolvedTerm[] = [];
  for (const { term } of found) {
    if (terms.length === TERMS_MAX) {
      const detail = `“${word}” stands for more than ${TERMS_MAX.toLocaleString("en")} words.`;
      throw new ProbativeError("search/too-broad", detail, { word, offset: at.start, terms: TERMS_MAX });
    }
    terms.push({ term, reason: reasonOf(term) });
  }
  return terms;
}
