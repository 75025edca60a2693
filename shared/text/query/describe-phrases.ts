import type { DocumentKind } from "../../model/detection.ts";
import type { SourceFormat } from "../../model/format.ts";
import type { Possession, WordsFieldName } from "./fields.ts";
import type { WrittenEnd } from "./fields-numbers.ts";
import type { NearNode, NotNearNode, OpenRange } from "./query-node.ts";

/** What documents or pages do: `are` orders, are `dated` in 2025, `have` pages in Spanish, `mention` sums. */
export type Verb = "are" | "dated" | "have" | "mention";

/** Fields of words that are named as places: `in the title`. */
export type PlaceField = Exclude<WordsFieldName, "tag" | "note">;

/** Where it is that something is not: anywhere in a document, or there, on a page. */
export type Absence = "anywhere" | "there";

/** What stands between two things that are near each other, and after the second. */
export interface DistanceWords {
  readonly between: string;
  readonly after: string;
}

/**
 * How a language says what a search asks for. Parts are put together by `describeQuery`: a list is a thing (`“a” or “b”`), a
 * thing with its verb is a predicate (`have “a” or “b”`), and predicates make the sentence.
 */
export interface QueryPhrases {
  /** The whole sentence about a predicate. */
  readonly documentsThat: (predicate: string) => string;
  readonly that: (predicate: string) => string;
  readonly does: (verb: Verb, what: string) => string;
  readonly doesNot: (verb: Verb, what: string) => string;
  /** Things that are not had at once; `count` is how many. */
  readonly hasNotAll: (things: string, count: number) => string;
  readonly hasNot: (thing: string, absence: Absence) => string;
  /** `pages` says which: `that have “a”`. */
  readonly hasPages: (pages: string) => string;
  readonly hasNoPages: (pages: string) => string;
  readonly isNotAmong: (predicate: string) => string;
  /** Between predicates that must all hold, and between those of which one must. */
  readonly andThen: string;
  readonly orElse: string;

  /** Labels of a tree for what stands under them. */
  readonly onOnePage: string;
  readonly without: string;
  readonly allOfThese: string;
  readonly anyOfThese: string;

  readonly listAnd: (members: readonly string[]) => string;
  readonly listOr: (members: readonly string[]) => string;
  readonly anyOf: (things: string) => string;
  readonly allOf: (things: string, count: number) => string;

  readonly withForms: (word: string) => string;
  readonly withAccents: (words: string) => string;
  readonly wildcard: (pattern: string) => string;
  /** A word with so many letters different. */
  readonly similar: (word: string, letters: number) => string;
  readonly textLike: (pattern: string) => string;
  readonly distance: (near: Pick<NearNode | NotNearNode, "kind" | "ordered" | "distance">) => DistanceWords;

  readonly kinds: Readonly<Record<DocumentKind, string>>;
  readonly formats: Readonly<Record<SourceFormat, string>>;
  readonly possessions: Readonly<Record<Possession, string>>;
  /** Any value of a field; words in a field. */
  readonly anyValue: (field: PlaceField) => string;
  readonly inField: (words: string, field: PlaceField) => string;
  readonly pagesIn: (language: string) => string;
  /** ISO 639-3. */
  readonly languageName: (code: string) => string;
  readonly dated: (when: string) => string;
  readonly filed: (when: string) => string;
  /** Days, months or years: `2025-03-13`, `2025-03`, `2025`. */
  readonly dates: (range: OpenRange<string>) => string;
  readonly pages: (range: OpenRange<number>) => string;
  readonly confidence: (numbers: string) => string;
  readonly sums: (numbers: string, currency: string | null) => string;
  readonly numbers: NumberPhrases;
  readonly bates: BatesPhrases;
  /** Pages with any exemption, with one, or marked with words. */
  readonly anyExemption: string;
  readonly exemption: (code: string) => string;
  readonly marked: (words: string) => string;
  readonly anyTag: string;
  readonly tag: (words: string) => string;
  readonly anyNote: string;
  readonly note: (words: string) => string;
}

/** Ranges of numbers, after the noun: `sums over 1,000 and of at most 5,000`. */
export interface NumberPhrases {
  readonly exactly: (number: number) => string;
  readonly between: (low: number, high: number) => string;
  readonly least: (end: WrittenEnd) => string;
  readonly most: (end: WrittenEnd) => string;
  readonly both: (least: string, most: string) => string;
  readonly any: string;
}

/** Bates numbers; `series` is true where the number of any series is meant. */
export interface BatesPhrases {
  readonly any: string;
  readonly beginning: (prefix: string) => string;
  readonly exactly: (name: string, series: boolean) => string;
  readonly between: (low: string, high: string, series: boolean) => string;
  readonly from: (low: string, series: boolean) => string;
  readonly upTo: (high: string, series: boolean) => string;
}

/** Parts of a date as a search writes it. */
interface DateParts {
  readonly year: string;
  /** Name of the month; null for a year alone. */
  readonly month: string | null;
  readonly day: number | null;
}

/** Takes a date apart: `2025-03-13`, `2025-03`, `2025`. */
export function datePartsOf(date: string, months: readonly string[]): DateParts {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return { year, month: null, day: null };
  return { year, month: months[Number(month) - 1] ?? month, day: day === undefined ? null : Number(day) };
}
