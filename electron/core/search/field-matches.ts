import { assertNever } from "#shared/base/assert-never.ts";
import { matchesWord } from "#shared/text/query/match-word.ts";
import type { FieldCondition, OpenRange, WordPattern } from "#shared/text/query/query-node.ts";
import { tokenize } from "#shared/text/tokenize.ts";
import type { PassageMark } from "../ports/passage-store.ts";
import type { IndexedCondition, WordIndex } from "../ports/word-index.ts";
import type { FieldMatches } from "./evaluate/evaluation.ts";
import type { CodeField, SearchCatalogue } from "./search-catalogue.ts";
import type { WordTest } from "./text-column.ts";

/** Says of a row of the catalogue whether a condition holds for its document. */
export type RowTest = (row: number) => boolean;

/**
 * Where a field holds: said of documents by the catalogue, of what people wrote by their passages, of pages by the index.
 */
export function matchField(catalogue: SearchCatalogue, words: WordIndex, condition: FieldCondition): FieldMatches {
  const isMet = testRow(catalogue, condition);
  if (isMet !== null) return matchRows(catalogue, isMet);
  if (condition.field === "tag") {
    const isMeant = testTags(catalogue, condition.words);
    return matchPassages(catalogue, (passage) => passage.tagIds.some(isMeant));
  }
  if (condition.field === "note") {
    const tests = condition.words.map(testOf);
    return matchPassages(catalogue, (passage) => isNoteMet(passage, tests));
  }
  if (condition.field === "has" && condition.what === "passage") return matchPassages(catalogue, () => true);
  return { scope: "page", places: words.fieldPlaces(condition as IndexedCondition) };
}

/** Whether a field that is said of documents holds for a row; null for a field that is said of pages. */
export function testRow(catalogue: SearchCatalogue, condition: FieldCondition): RowTest | null {
  const rows = catalogue.rows();
  switch (condition.field) {
    case "kind":
      return testCode(catalogue, "kind", condition.kind);
    case "format":
      return testCode(catalogue, "format", condition.format);
    case "date":
      return (row) => isDateWithin(rows[row]?.date ?? null, condition.range);
    case "pages":
      return (row) => isWithin(rows[row]?.pages ?? 0, condition.range);
    case "has":
      return condition.what === "attachment" ? (row) => rows[row]?.hasChildren === true : null;
    case "title":
    case "court":
    case "case":
    case "ecf":
    case "author":
    case "from":
    case "to":
    case "name":
    case "source":
      return catalogue.texts(condition.field).match(condition.words.map(testOf));
    case "filed":
    case "bates":
    case "tag":
    case "note":
    case "language":
    case "exemption":
    case "amount":
    case "confidence":
      return null;
    default:
      return assertNever(condition);
  }
}

/** Whether a row has exactly this value. */
export function testCode(catalogue: SearchCatalogue, field: CodeField, value: string): RowTest {
  const column = catalogue.codes(field);
  const wanted = column.codeOf(value);
  const codes = column.codes();
  return (row) => wanted >= 0 && codes[row] === wanted;
}

function matchRows(catalogue: SearchCatalogue, isMet: RowTest): FieldMatches {
  const rows = catalogue.rowsByNumber();
  const numbers: number[] = [];
  for (let number = 0; number < rows.length; number += 1) {
    const row = rows[number] ?? -1;
    if (row >= 0 && isMet(row)) numbers.push(number);
  }
  return { scope: "document", numbers: Int32Array.from(numbers) };
}

/** Pages of the passages that are meant, each page once. */
function matchPassages(catalogue: SearchCatalogue, isMeant: (passage: PassageMark) => boolean): FieldMatches {
  const numbersByRow = catalogue.numbersByRow();
  const found: { readonly number: number; readonly pages: readonly number[] }[] = [];
  for (const row of catalogue.rowsWithPassages()) {
    const number = numbersByRow[row] ?? -1;
    if (number < 0) continue;
    const pages = catalogue.passages(row).flatMap((passage) => (isMeant(passage) ? passage.pages : []));
    if (pages.length > 0) found.push({ number, pages: [...new Set(pages)].sort((one, other) => one - other) });
  }
  found.sort((one, other) => one.number - other.number);
  const count = found.reduce((sum, { pages }) => sum + pages.length, 0);
  const numbers = new Int32Array(count);
  const pages = new Int32Array(count);
  let next = 0;
  for (const entry of found) {
    for (const page of entry.pages) {
      numbers[next] = entry.number;
      pages[next] = page;
      next += 1;
    }
  }
  const nowhere = new Int32Array(count).fill(-1);
  return { scope: "page", places: { numbers, pages, starts: nowhere, ends: nowhere } };
}

/** A test of words as columns keep them. */
function testOf(pattern: WordPattern): WordTest {
  return (word) => matchesWord(pattern, word);
}

function testTags(catalogue: SearchCatalogue, patterns: readonly WordPattern[]): (tagId: string) => boolean {
  const tests = patterns.map(testOf);
  const meant = new Set<string>();
  for (const { tagId, name } of catalogue.tags()) if (hasInOrder(wordsOf(name), tests)) meant.add(tagId);
  return (tagId) => meant.has(tagId);
}

/** Notes are long and seldom asked for: their words are kept when they were once. */
const wordsOfNotes = new WeakMap<PassageMark, readonly string[]>();

function isNoteMet(passage: PassageMark, tests: readonly WordTest[]): boolean {
  if (passage.note.trim() === "") return false;
  let words = wordsOfNotes.get(passage);
  if (words === undefined) {
    words = wordsOf(passage.note);
    wordsOfNotes.set(passage, words);
  }
  return hasInOrder(words, tests);
}

function wordsOf(text: string): readonly string[] {
  return tokenize(text.normalize("NFC").toLowerCase()).map((token) => token.text);
}

function hasInOrder(words: readonly string[], tests: readonly WordTest[]): boolean {
  if (tests.length === 0) return true;
  return words.some((_, first) => tests.every((test, index) => test(words[first + index] ?? "")));
}

/**
 * Whether a date may lie in a range: one of them may be less precise than the other, and then every day that it stands for
 * is meant. A document of `2025-03` is found by `date:2025-03-15`, for it may be of that day.
 */
export function isDateWithin(date: string | null, { from, to }: OpenRange<string>): boolean {
  if (date === null) return false;
  const isLateEnough = from === null || date >= from || from.startsWith(date);
  return isLateEnough && (to === null || date <= to || date.startsWith(to));
}

function isWithin(value: number, { from, to }: OpenRange<number>): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}
