import { createRandom, type Random } from "#fixtures/random.ts";
import type { Detection, DocumentFields, DocumentKind } from "#shared/model/detection.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { RunningText } from "./real-words.ts";

/** A page of a generated document. */
export interface TrovePage {
  readonly text: string;
  readonly detections: readonly Detection[];
}

/** A generated document. */
export interface TroveDocument {
  readonly pages: readonly TrovePage[];
  readonly fields: DocumentFields;
}

const WORDS_PER_PAGE = 280;
const LINE = 78;

/** Share of words after which the text goes on elsewhere: between, phrases are those of real records. */
const JUMPS = 0.08;
/** Share of words that are a name, most of them rare. */
const NAMES = 0.004;
/** Share of words that OCR misread. */
const MISREAD = 0.006;
const NAME_COUNT = 400_000;

const KINDS: readonly DocumentKind[] = ["letter", "report", "diplomatic-note", "order", "exhibit", "email"];
const COURTS = ["Department of Transfers", "Ministry of the Interior", "District of Example", "Consulate at Puerto"];
const ONSETS = "b br d dr f g h k kr l m n p r s st t v w z".split(" ");
const VOWELS = "a e i o u ai ei ou ia".split(" ");
const ENDINGS = "son wick ez ard mont stein ova brook ides escu".split(" ");
const MISREADINGS: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["m", "rn"],
  ["e", "c"],
  ["l", "1"],
  ["o", "0"],
  ["h", "b"],
  ["t", "f"],
  ["n", "u"],
  ["s", "5"],
  ["i", "j"],
];

/** A coined surname, the same for the same number; the higher the number, the rarer it is in the trove. */
export function coinName(number: number): string {
  let rest = number;
  const take = (parts: readonly string[]): string => {
    const part = parts[rest % parts.length] ?? "";
    rest = Math.floor(rest / parts.length);
    return part;
  };
  const name = take(ENDINGS);
  let stem = "";
  do stem += take(ONSETS) + take(VOWELS);
  while (rest > 0);
  return stem.charAt(0).toUpperCase() + stem.slice(1) + name;
}

/**
 * Documents of 1 to 80 pages, 12.5 on average, made of stretches of real text: words and phrases are as frequent as in real
 * records, and names and misread words make the long tail. A fifth of the documents bear court stamps, and every page has a
 * running header and its number. The same seed gives the same trove; nothing is kept in memory.
 */
export function* generateTrove(text: RunningText, pageCount: number, seed: number): Generator<TroveDocument> {
  const random = createRandom(seed);
  const draw = createWordSource(text, random);
  let written = 0;
  for (let number = 1; written < pageCount; number += 1) {
    const pages = Math.min(pageCount - written, random.next() < 0.9 ? random.between(1, 15) : random.between(16, 80));
    written += pages;
    yield composeDocument(number, pages, random, draw);
  }
}

function createWordSource({ vocabulary, words }: RunningText, random: Random): () => string {
  let at = 0;
  return () => {
    at = random.next() < JUMPS || at + 1 >= words.length ? random.between(0, words.length - 1) : at + 1;
    const word = vocabulary[words[at] ?? 0] ?? "";
    const chance = random.next();
    if (chance < NAMES) return coinName(Math.floor(NAME_COUNT * random.next() ** 3));
    return chance < NAMES + MISREAD ? misread(word, random) : word;
  };
}

function misread(word: string, random: Random): string {
  const [right, wrong] = random.pick(MISREADINGS);
  const at = word.indexOf(right, random.between(0, Math.max(0, word.length - 2)));
  return at < 0 ? word : word.slice(0, at) + wrong + word.slice(at + right.length);
}

function composeDocument(number: number, pages: number, random: Random, draw: () => string): TroveDocument {
  const stamped = number % 5 === 0;
  const year = random.between(1900, 1939);
  const date = `${year}-${String(random.between(1, 12)).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`;
  const fields: DocumentFields = {
    ...NO_FIELDS,
    kind: random.pick(KINDS),
    date,
    court: random.pick(COURTS),
    author: coinName(random.between(0, 300)),
    ecfNumber: stamped ? String(number) : null,
    language: "eng",
  };
  const header = `Records of the ${fields.court ?? ""}, folder ${number}`;
  return {
    fields,
    pages: Array.from({ length: pages }, (_, index) => {
      const stamp = stamped ? { number, page: index + 1, pages, date } : null;
      return composePage(header, index + 1, stamp, random, draw);
    }),
  };
}

interface Stamp {
  readonly number: number;
  readonly page: number;
  readonly pages: number;
  readonly date: string;
}

function composePage(header: string, page: number, stamp: Stamp | null, random: Random, draw: () => string): TrovePage {
  const detections: Detection[] = [];
  let text = "";
  if (stamp !== null) {
    text = `Case 1:25-cv-00001-ABC Document ${stamp.number} Filed 03/16/25 Page ${stamp.page} of ${stamp.pages}`;
    const value = {
      kind: "ecf-stamp" as const,
      caseNumber: "1:25-cv-00001-ABC",
      document: String(stamp.number),
      attachment: null,
      filed: "2025-03-16",
      page: stamp.page,
      pages: stamp.pages,
    };
    detections.push({ start: 0, end: text.length, value });
    text += "\n";
  }
  text += `${header}\n\n`;
  let line = 0;
  const add = (word: string): void => {
    if (line > 0 && line + word.length >= LINE) {
      text += "\n";
      line = 0;
    } else if (line > 0) text += " ";
    text += word;
    line += word.length + 1;
  };
  for (let count = 0; count < WORDS_PER_PAGE; count += 1) {
    if (random.next() < 0.001) {
      const amount = random.between(1, 900) * 1000;
      add(`$${amount}`);
      const start = text.length - `$${amount}`.length;
      detections.push({ start, end: text.length, value: { kind: "money", amount: String(amount), currency: "USD" } });
    } else if (random.next() < 0.0004) {
      add("(b)(6)");
      detections.push({
        start: text.length - 6,
        end: text.length,
        value: { kind: "exemption", law: "foia", code: "(b)(6)" },
      });
    } else add(draw());
  }
  const label = `- ${page} -`;
  text += `\n\n${label}`;
  detections.push({
    start: text.length - label.length,
    end: text.length,
    value: { kind: "printed-page", label: String(page) },
  });
  return { text: text.normalize("NFC"), detections };
}
