import type { DocumentKind } from "../../model/detection.ts";
import type { SourceFormat } from "../../model/format.ts";
import { describeWords } from "./describe-query-words.ts";
import type { Possession, WordsFieldName } from "./fields.ts";
import { languageName } from "./fields-languages.ts";
import { type WrittenEnd, writtenFrom, writtenTo } from "./fields-numbers.ts";
import type { FieldCondition, OpenRange, WordPattern } from "./query-node.ts";

/** What is said of documents: `are` + `orders`, `have` + `pages in Spanish`. */
export interface Predicate {
  readonly verb: "are" | "have" | "mention";
  readonly what: string;
}

const KIND_PLURALS: Readonly<Record<DocumentKind, string>> = {
  complaint: "complaints",
  motion: "motions",
  order: "orders",
  opinion: "opinions",
  declaration: "declarations",
  transcript: "transcripts",
  exhibit: "exhibits",
  "diplomatic-note": "diplomatic notes",
  "foia-release": "FOIA releases",
  email: "e-mails",
  "web-page": "web pages",
  report: "reports",
  letter: "letters",
  table: "tables",
  container: "containers of files",
  other: "of another kind",
};

const FORMAT_PLURALS: Readonly<Record<SourceFormat, string>> = {
  pdf: "PDF files",
  png: "PNG pictures",
  jpeg: "JPEG pictures",
  tiff: "TIFF pictures",
  webp: "WebP pictures",
  text: "text files",
  markdown: "Markdown files",
  rtf: "RTF files",
  html: "HTML files",
  mhtml: "web archives",
  docx: "Word files",
  xlsx: "Excel files",
  csv: "CSV files",
  eml: "e-mail files",
  msg: "Outlook messages",
  mbox: "mailboxes",
  pst: "Outlook folders",
  zip: "ZIP files",
};

const POSSESSIONS: Readonly<Record<Possession, string>> = {
  ocr: "pages read by OCR",
  redaction: "redactions",
  hidden: "hidden text",
  passage: "passages",
  attachment: "attachments",
  text: "pages with text",
};

const WORDS_PLACES: Readonly<Record<Exclude<WordsFieldName, "tag" | "note">, string>> = {
  title: "title",
  court: "court or agency",
  case: "case number",
  ecf: "ECF number",
  author: "author",
  from: "sender",
  to: "recipients",
  name: "name",
  source: "source",
};

/** A field as something that documents are, have or mention. */
export function predicateOf(condition: FieldCondition): Predicate {
  switch (condition.field) {
    case "kind":
      return { verb: "are", what: KIND_PLURALS[condition.kind] };
    case "format":
      return { verb: "are", what: FORMAT_PLURALS[condition.format] };
    case "has":
      return { verb: "have", what: POSSESSIONS[condition.what] };
    case "language":
      return { verb: "have", what: `pages in ${languageName(condition.language)}` };
    case "date":
      return { verb: "are", what: `dated ${describeDates(condition.range)}` };
    case "filed":
      return { verb: "have", what: `pages stamped as filed ${describeDates(condition.range)}` };
    case "pages":
      return { verb: "have", what: describePages(condition.range) };
    case "confidence": {
      const range = describeNumbers(condition.range);
      return { verb: "have", what: `pages that OCR read with a confidence ${range}` };
    }
    case "amount": {
      const currency = condition.currency === null ? "" : ` ${condition.currency}`;
      return { verb: "mention", what: `sums ${describeNumbers(condition.range)}${currency}` };
    }
    case "bates":
      return { verb: "have", what: describeBates(condition.prefix, condition.range) };
    case "exemption":
      return { verb: "have", what: describeExemption(condition.code) };
    case "tag":
      return {
        verb: "have",
        what: condition.words.length === 0 ? "tags" : `the tag ${describeWords(condition.words)}`,
      };
    case "note":
      return {
        verb: "have",
        what: condition.words.length === 0 ? "notes" : `notes with ${describeWords(condition.words)}`,
      };
    default:
      return { verb: "have", what: describePlace(WORDS_PLACES[condition.field], condition.words) };
  }
}

function describePlace(place: string, words: readonly WordPattern[]): string {
  return words.length === 0 ? `any ${place}` : `${describeWords(words)} in the ${place}`;
}

function describeExemption(code: string | null): string {
  if (code === null) return "pages with an exemption or a withholding";
  return /^[(\d]/u.test(code) ? `pages with exemption ${code}` : `pages marked “${code}”`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function describeDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function describeDates({ from, to }: OpenRange<string>): string {
  if (from !== null && from === to) return `${from.length > 7 ? "on" : "in"} ${describeDate(from)}`;
  if (from !== null && to !== null) return `from ${describeDate(from)} to ${describeDate(to)}`;
  if (from !== null) return `${describeDate(from)} or later`;
  return to === null ? "at any time" : `${describeDate(to)} or earlier`;
}

function describePages({ from, to }: OpenRange<number>): string {
  if (from !== null && from === to) return from === 1 ? "one page" : `${from} pages`;
  if (from !== null && to !== null) return `${from} to ${to} pages`;
  return from !== null ? `${from} or more pages` : `at most ${to} pages`;
}

const group = (number: number) => {
  const [whole = "", rest] = String(number).split(".");
  const grouped = /^\d+$/u.test(whole) ? whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ",") : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
};

function describeNumbers({ from, to }: OpenRange<number>): string {
  if (from !== null && from === to) return `of ${group(from)}`;
  const low = from === null ? null : writtenFrom(from);
  const high = to === null ? null : writtenTo(to);
  const least = (end: WrittenEnd) => `${end.isExcluded ? "over" : "of at least"} ${group(end.number)}`;
  const most = (end: WrittenEnd) => `${end.isExcluded ? "under" : "of at most"} ${group(end.number)}`;
  if (low !== null && high !== null) {
    const isPlain = !low.isExcluded && !high.isExcluded;
    return isPlain ? `from ${group(low.number)} to ${group(high.number)}` : `${least(low)} and ${most(high)}`;
  }
  if (low !== null) return least(low);
  return high === null ? "of any height" : most(high);
}

function describeBates(prefix: string, { from, to }: OpenRange<number>): string {
  const series = prefix === "" ? " of any series" : "";
  const name = (number: number) => `${prefix}${number}`;
  if (from === 0 && to === null) return prefix === "" ? "a Bates number" : `Bates numbers that begin with ${prefix}`;
  if (from !== null && from === to) return `Bates number ${name(from)}${series}`;
  if (from !== null && to !== null) return `Bates numbers from ${name(from)} to ${name(to)}${series}`;
  if (from !== null) return `Bates numbers from ${name(from)} on${series}`;
  return `Bates numbers up to ${prefix}${to}${series}`;
}
