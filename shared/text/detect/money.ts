import type { Detection } from "../../model/detection.ts";
import { FIGURES_PATTERN, readFigures, shiftDecimal } from "./decimal.ts";
import { addUpNumberWords, NUMBER_WORDS } from "./number-words.ts";
import { matchAt, type PageContext } from "./page-context.ts";

/** Powers of ten by the word that multiplies an amount. `mil millones` is a billion; `billón` is a million millions. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ...["thousand", "k", "mil", "mille"].map((word) => [word, 3] as const),
  ...["million", "millions", "millón", "millon", "millones", "m", "mm", "mn"].map((word) => [word, 6] as const),
  ...["billion", "billions", "bn", "b", "mil millones", "milliard", "milliards"].map((word) => [word, 9] as const),
  ...["trillion", "trillions", "billón", "billones"].map((word) => [word, 12] as const),
]);
const SCALE_WORDS = String.raw`mil\s{1,2}millones|thousand|mill(?:ions?|ón|on|ones|e|iards?)|billions?|billón|billones|trillions?|mil|bn|mn|MM|[KMB]`;

const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const SIGN = /[$€£¥]/gu;
/** Letters before a dollar sign that make it another country's. */
const DOLLARS: Readonly<Record<string, string>> = {
  C: "CAD",
  CA: "CAD",
  CAN: "CAD",
  A: "AUD",
  AU: "AUD",
  HK: "HKD",
  MX: "MXN",
  NT: "TWD",
  R: "BRL",
};

const AMOUNT_AFTER = new RegExp(
  `\\s?(?<figures>${FIGURES_PATTERN})(?:[\\s-]{1,2}(?<scale>${SCALE_WORDS})(?![\\p{L}\\d])|(?<tight>${SCALE_WORDS})(?![\\p{L}\\d]))?`,
  "uiy",
);
const AMOUNT_BEFORE = new RegExp(
  `(?<![\\d.,/-])(?<figures>${FIGURES_PATTERN})(?:[\\s-]{1,2}(?<scale>${SCALE_WORDS}))?(?:\\s{1,2}(?:de|d['’]))?\\s{0,2}(?:(?:U\\.?\\s?S\\.?|US)\\s)?$`,
  "ui",
);
const REACH = 48;

const CURRENCY_OF_WORD: readonly (readonly [pattern: RegExp, currency: string])[] = [
  [/^(?:usd|d[oó]lar(?:es)?|dollars?)$/iu, "USD"],
  [/^(?:eur|euros?)$/iu, "EUR"],
  [/^gbp$/iu, "GBP"],
  [/^cad$/iu, "CAD"],
  [/^chf$/iu, "CHF"],
  [/^mxn$/iu, "MXN"],
];

/** Finds sums of money whose currency is stated. `$` alone is the dollar of the United States. */
export function detectMoney(page: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const match of page.text.matchAll(SIGN)) addAtSign(page, match.index, match[0], found);
  for (const { word } of page.triggers.currency) addAtWord(page, word, found);
  return found;
}

function addAtSign(page: PageContext, at: number, sign: string, found: Detection[]): void {
  const { text } = page;
  const after = matchAt(AMOUNT_AFTER, text, at + 1);
  const before = text.slice(Math.max(0, at - 10), at);
  if (after === null) {
    const figures = sign !== "€" ? null : AMOUNT_BEFORE.exec(text.slice(Math.max(0, at - REACH), at));
    if (figures !== null) push(page, at - figures[0].length, at + 1, figures, SIGNS[sign] ?? "", found);
    return;
  }
  // A scanner reads `§` as `$`: `28 U.S.C. $ 1746`.
  if (/(?:U\.?\s?S\.?\s?C\.?|C\.?F\.?R\.?)\s?$/u.test(before)) return;
  const letters = /(?<![\p{L}\p{N}])(?<country>U\.\s?S\.\s?|US|[A-Z]{1,3})$/u.exec(before);
  const country = letters?.groups?.["country"] ?? "";
  const other = sign === "$" ? DOLLARS[country] : undefined;
  const isDomestic = /^U\.?\s?S\.?\s?$/u.test(country);
  const start = at - (other !== undefined || isDomestic ? country.length : 0);
  push(page, start, at + 1 + after[0].length, after, other ?? SIGNS[sign] ?? "", found);
}

function addAtWord(page: PageContext, word: number, found: Detection[]): void {
  const { text, words } = page;
  const start = words.starts[word] ?? 0;
  const end = words.ends[word] ?? 0;
  const name = text.slice(start, end);
  const currency = CURRENCY_OF_WORD.find(([pattern]) => pattern.test(name))?.[1];
  if (currency === undefined || isInLast(found, start)) return;
  const isCode = name.length === 3 && name === name.toUpperCase();
  const after = isCode ? matchAt(AMOUNT_AFTER, text, text[end] === "$" ? end + 1 : end) : null;
  if (after !== null) {
    push(page, start, end + (text[end] === "$" ? 1 : 0) + after[0].length, after, currency, found);
    return;
  }
  const before = AMOUNT_BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
  if (before !== null) {
    if (text[start - before[0].length - 1] !== "$") push(page, start - before[0].length, end, before, currency, found);
    return;
  }
  addInWords(page, word, currency, found);
}

const isInLast = (found: readonly Detection[], offset: number) => (found.at(-1)?.end ?? 0) > offset;

/** `six million dollars`, `twenty thousand dollars`. */
function addInWords(page: PageContext, word: number, currency: string, found: Detection[]): void {
  const { text, words } = page;
  let first = word;
  while (first > 0 && word - first < 8 && NUMBER_WORDS.has(words.hashes[first - 1] ?? 0)) {
    if (!/^[\s-]{1,2}$/u.test(text.slice(words.ends[first - 1] ?? 0, words.starts[first] ?? 0))) break;
    first -= 1;
  }
  if (first === word) return;
  const parts = Array.from({ length: word - first }, (_, index) => NUMBER_WORDS.get(words.hashes[first + index] ?? 0));
  const amount = addUpNumberWords(parts.filter((part) => part !== undefined));
  if (amount === 0 || (amount === 1 && parts.length === 1)) return;
  const start = words.starts[first] ?? 0;
  found.push({ start, end: words.ends[word] ?? 0, value: { kind: "money", amount: String(amount), currency } });
}

function push(
  page: PageContext,
  start: number,
  end: number,
  match: RegExpExecArray,
  currency: string,
  found: Detection[],
): void {
  const { figures = "", scale, tight } = match.groups ?? {};
  const amount = readFigures(figures, page.language);
  if (amount === null || isInLast(found, start)) return;
  const word = (scale ?? tight ?? "").toLowerCase().replace(/\s+/gu, " ");
  const value = shiftDecimal(amount, word === "" ? 0 : (SCALES.get(word) ?? 0));
  found.push({ start, end, value: { kind: "money", amount: value, currency } });
}
