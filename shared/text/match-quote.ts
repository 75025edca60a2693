import { searchApproximately, similarity } from "./approximate-search.ts";
import { isSameWording, type NormalizedText, normalizeForMatching, type Span, sourceSpan } from "./normalize.ts";

/** What is known of the surroundings of a quote; each part helps to choose between several places. */
export interface QuoteContext {
  /** Text directly before the quote; empty when unknown. */
  readonly prefix?: string | undefined;
  /** Text directly after the quote; empty when unknown. */
  readonly suffix?: string | undefined;
  /** Offset into the text (code units) where the quote began before; 0 is a place like any other. */
  readonly hint?: number | undefined;
}

/** Where a quote stands in a text. */
export interface QuoteMatch {
  /** Offsets into the text, code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** How well quote, context and place fit: 0 to 1, where 1 is perfect in everything that was given. */
  readonly score: number;
  /** True when the words are the same, white space, quotation marks, dashes and line-end hyphens aside. */
  readonly exact: boolean;
  /** Places where the quote stands equally well before its context is looked at; 1 means that there is no doubt. */
  readonly occurrences: number;
}

/** Share of a quote's code units that may differ, and the most that may differ however long it is. */
const MAX_ERROR_SHARE = 0.1;
const MAX_ERRORS = 32;

/** What each part counts in the score: the quote more than its surroundings together, the place only to break ties. */
const WEIGHTS = { quote: 60, prefix: 18, suffix: 18, hint: 4 } as const;

/** Surroundings that are compared, in code units; passages store 64 on each side. */
const CONTEXT_LENGTH = 64;

/** Places whose surroundings are compared in full; of more, those whose nearest context fits are taken. */
const COMPARED_PLACES = 64;

/** A place in the normalised text. */
interface Place extends Span {
  /** Code units of the source that belong to the place after its end: 1 for the hyphen of a word that is cut off there. */
  readonly tail: 0 | 1;
  readonly errors: number;
  readonly exact: boolean;
}

/**
 * Finds a quote in a text. First word for word, in the form of `normalizeForMatching`; if it stands nowhere so, with up
 * to a tenth of its characters (at most 32) inserted, missing or replaced, as another reading of a scan has them. Of
 * several places the one whose surroundings and position fit best is taken.
 *
 * Pure: text, quote and context in; offsets, or null for “not here”, out. An empty quote is nowhere.
 *
 * @param text in NFC, such as the text of a page
 */
export function matchQuote(text: string, quote: string, context: QuoteContext = {}): QuoteMatch | null {
  const wanted = normalizeForMatching(quote.normalize("NFC")).normalized.trim();
  if (wanted === "") return null;
  const source = normalizeForMatching(text);
  const places = findPlaces(text, source, quote, wanted);
  const least = places.reduce((errors, place) => Math.min(errors, place.errors), Number.POSITIVE_INFINITY);
  const ranked = rankPlaces(text.length, source, places, wanted.length, context);
  const [best] = ranked;
  if (best === undefined) return null;
  const span = sourceSpan(source, best.place.start, best.place.end);
  return {
    ...wholeCharacters(text, { start: span.start, end: span.end + best.place.tail }),
    score: best.score,
    exact: best.place.exact,
    occurrences: places.filter((place) => place.errors === least).length,
  };
}

function findPlaces(text: string, source: NormalizedText, quote: string, wanted: string): readonly Place[] {
  const exact = occurrencesOf(source.normalized, wanted).map((start) => exactPlace(start, start + wanted.length));
  if (exact.length > 0) return exact;
  const hyphenated = findWithDoubtfulHyphens(text, source, quote, wanted);
  if (hyphenated.length > 0) return hyphenated;
  const maxErrors = Math.min(Math.floor(wanted.length * MAX_ERROR_SHARE), MAX_ERRORS);
  return searchApproximately(source.normalized, wanted, maxErrors).map((match) => ({
    ...trimSpaces(source.normalized, match),
    tail: 0,
    errors: match.errors,
    exact: false,
  }));
}

/** An approximate match may begin or end with a space that stands for a letter of the quote. */
function trimSpaces(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
}

/** An approximate match may take half of a surrogate pair. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const divides = (offset: number) =>
    /[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]/.test(text.charAt(offset - 1));
  return { start: divides(start) ? start - 1 : start, end: divides(end) ? end + 1 : end };
}

function exactPlace(start: number, end: number, tail: 0 | 1 = 0): Place {
  return { start, end, tail, errors: 0, exact: true };
}

function occurrencesOf(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/**
 * A hyphen at the end of a line may belong to the word: `well-⏎known` was taken for `wellknown`. And a quote may end with
 * the line, in the middle of a divided word: `deten-`. Both are searched without their hyphens; where they meet, the
 * wording decides.
 */
function findWithDoubtfulHyphens(
  text: string,
  source: NormalizedText,
  quote: string,
  wanted: string,
): readonly Place[] {
  const mayDiffer = source.lineEndJoins.length > 0 || normalizeForMatching(quote).lineEndJoins.length > 0;
  const words = wanted.replaceAll("-", "");
  if (!mayDiffer || words === "") return [];
  const joins = new Set(source.lineEndJoins);
  const offsets: number[] = [];
  for (let index = 0; index < source.normalized.length; index += 1) {
    if (source.normalized.charAt(index) !== "-") offsets.push(index);
  }
  const found: Place[] = [];
  for (const at of occurrencesOf(source.normalized.replaceAll("-", ""), words)) {
    const first = offsets[at];
    const last = offsets[at + words.length - 1];
    if (first === undefined || last === undefined) continue;
    const tail = wanted.endsWith("-") && joins.has(last + 1) ? 1 : 0;
    const span = sourceSpan(source, first, last + 1);
    if (isSameWording(text.slice(span.start, span.end + tail), quote)) found.push(exactPlace(first, last + 1, tail));
  }
  return found;
}

function rankPlaces(
  textLength: number,
  source: NormalizedText,
  places: readonly Place[],
  quoteLength: number,
  context: QuoteContext,
): readonly { readonly place: Place; readonly score: number }[] {
  const prefix = normalizeContext(context.prefix).trimEnd().slice(-CONTEXT_LENGTH);
  const suffix = normalizeContext(context.suffix).trimStart().slice(0, CONTEXT_LENGTH);
  const { hint } = context;
  const distance = (place: Place) =>
    hint === undefined ? 0 : Math.abs(sourceSpan(source, place.start, place.end).start - hint);
  const score = (place: Place) => {
    let sum = WEIGHTS.quote * (1 - place.errors / quoteLength);
    let total: number = WEIGHTS.quote;
    if (prefix !== "") {
      const before = source.normalized
        .slice(Math.max(0, place.start - prefix.length - 1), place.start)
        .trimEnd()
        .slice(-prefix.length);
      sum += WEIGHTS.prefix * similarity(prefix, before);
      total += WEIGHTS.prefix;
    }
    if (suffix !== "") {
      const after = source.normalized.slice(place.end, place.end + suffix.length + 1).trimStart();
      sum += WEIGHTS.suffix * similarity(suffix, after.slice(0, suffix.length));
      total += WEIGHTS.suffix;
    }
    if (hint !== undefined) {
      sum += WEIGHTS.hint * Math.max(0, 1 - distance(place) / Math.max(1, textLength));
      total += WEIGHTS.hint;
    }
    return sum / total;
  };
  return shortlist(source.normalized, places, prefix, suffix, distance)
    .map((place) => ({ place, score: score(place) }))
    .sort((one, other) => other.score - one.score || one.place.start - other.place.start);
}

/** Context is from a text, but a caller may bring it from elsewhere: NFC, and only as much as is compared. */
function normalizeContext(text: string | undefined): string {
  return text === undefined ? "" : normalizeForMatching(text.normalize("NFC")).normalized;
}

/** A quote of one letter stands on a page a thousand times: the promising places, so that comparing them stays quick. */
function shortlist(
  text: string,
  places: readonly Place[],
  prefix: string,
  suffix: string,
  distance: (place: Place) => number,
): readonly Place[] {
  if (places.length <= COMPARED_PLACES) return places;
  return places
    .map((place) => ({
      place,
      fit: commonEnd(text, place.start, prefix) + commonBeginning(text, place.end, suffix) - place.errors,
      distance: distance(place),
    }))
    .sort((one, other) => other.fit - one.fit || one.distance - other.distance)
    .slice(0, COMPARED_PLACES)
    .map(({ place }) => place);
}

function commonEnd(text: string, end: number, prefix: string): number {
  const from = text.charAt(end - 1) === " " ? end - 1 : end;
  let length = 0;
  while (length < prefix.length && text.charAt(from - 1 - length) === prefix.charAt(prefix.length - 1 - length)) {
    length += 1;
  }
  return length;
}

function commonBeginning(text: string, start: number, suffix: string): number {
  const from = text.charAt(start) === " " ? start + 1 : start;
  let length = 0;
  while (length < suffix.length && text.charAt(from + length) === suffix.charAt(length)) length += 1;
  return length;
}
