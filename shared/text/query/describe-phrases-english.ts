import { ENGLISH_MONTHS } from "../month-names.ts";
import { datePartsOf, type PlaceField, type QueryPhrases, type Verb } from "./describe-phrases.ts";
import { languageName } from "./fields-languages.ts";

const VERBS: Readonly<Record<Verb, { readonly does: string; readonly doesNot: string }>> = {
  are: { does: "are", doesNot: "are not" },
  dated: { does: "are", doesNot: "are not" },
  have: { does: "have", doesNot: "do not have" },
  mention: { does: "mention", doesNot: "do not mention" },
};

const PLACES: Readonly<Record<PlaceField, string>> = {
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

/** How English says what a search asks for. */
export const ENGLISH_PHRASES: QueryPhrases = {
  documentsThat: (predicate) => `documents that ${predicate}`,
  that: (predicate) => `that ${predicate}`,
  does: (verb, what) => `${VERBS[verb].does} ${what}`,
  doesNot: (verb, what) => `${VERBS[verb].doesNot} ${what}`,
  hasNotAll: (things, count) => `do not have ${count === 2 ? "both" : "all of"} ${things}`,
  hasNot: (thing, absence) => `do not have ${thing} ${absence}`,
  hasPages: (pages) => `have pages ${pages}`,
  hasNoPages: (pages) => `have no pages ${pages}`,
  isNotAmong: (predicate) => `are not among those that (${predicate})`,
  andThen: ", and ",
  orElse: "; or ",

  onOnePage: "on one page",
  without: "without",
  allOfThese: "all of",
  anyOfThese: "any of",

  listAnd: (members) => listWith("and", members),
  listOr: (members) => listWith("or", members),
  anyOf: (things) => `any of ${things}`,
  allOf: (things, count) => `${count === 2 ? "both" : "all of"} ${things}`,

  withForms: (word) => `${word} (and its other forms)`,
  withAccents: (words) => `${words} with its accents`,
  wildcard: (pattern) => `${pattern} (any word so spelt)`,
  similar: (word, letters) => `${word} (or a word ${letters === 1 ? "one letter" : "up to two letters"} different)`,
  textLike: (pattern) => `text like /${pattern}/`,
  distance: ({ kind, ordered, distance }) => {
    const reach = distance === 1 ? "directly" : `within ${distance} words`;
    if (ordered) return { between: `${kind === "near" ? "" : "not "}followed ${reach} by`, after: "" };
    if (kind === "not-near") return { between: "without", after: distance === 1 ? " next to it" : ` ${reach}` };
    return { between: distance === 1 ? "next to" : `${reach} of`, after: "" };
  },

  kinds: {
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
  },
  formats: {
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
  },
  possessions: {
    ocr: "pages read by OCR",
    redaction: "redactions",
    hidden: "hidden text",
    passage: "passages",
    attachment: "attachments",
    text: "pages with text",
  },
  anyValue: (field) => `any ${PLACES[field]}`,
  inField: (words, field) => `${words} in the ${PLACES[field]}`,
  pagesIn: (language) => `pages in ${language}`,
  languageName,
  dated: (when) => `dated ${when}`,
  filed: (when) => `pages stamped as filed ${when}`,
  dates: ({ from, to }) => {
    if (from !== null && from === to) return `${from.length > 7 ? "on" : "in"} ${writeDate(from)}`;
    if (from !== null && to !== null) return `from ${writeDate(from)} to ${writeDate(to)}`;
    if (from !== null) return `${writeDate(from)} or later`;
    return to === null ? "at any time" : `${writeDate(to)} or earlier`;
  },
  pages: ({ from, to }) => {
    if (from !== null && from === to) return from === 1 ? "one page" : `${from} pages`;
    if (from !== null && to !== null) return `${from} to ${to} pages`;
    return from !== null ? `${from} or more pages` : `at most ${to} pages`;
  },
  confidence: (numbers) => `pages that OCR read with a confidence ${numbers}`,
  sums: (numbers, currency) => `sums ${numbers}${currency === null ? "" : ` ${currency}`}`,
  numbers: {
    exactly: (number) => `of ${group(number)}`,
    between: (low, high) => `from ${group(low)} to ${group(high)}`,
    least: ({ isExcluded, number }) => `${isExcluded ? "over" : "of at least"} ${group(number)}`,
    most: ({ isExcluded, number }) => `${isExcluded ? "under" : "of at most"} ${group(number)}`,
    both: (least, most) => `${least} and ${most}`,
    any: "of any height",
  },
  bates: {
    any: "a Bates number",
    beginning: (prefix) => `Bates numbers that begin with ${prefix}`,
    exactly: (name, series) => `Bates number ${name}${seriesWords(series)}`,
    between: (low, high, series) => `Bates numbers from ${low} to ${high}${seriesWords(series)}`,
    from: (low, series) => `Bates numbers from ${low} on${seriesWords(series)}`,
    upTo: (high, series) => `Bates numbers up to ${high}${seriesWords(series)}`,
  },
  anyExemption: "pages with an exemption or a withholding",
  exemption: (code) => `pages with exemption ${code}`,
  marked: (words) => `pages marked “${words}”`,
  anyTag: "tags",
  tag: (words) => `the tag ${words}`,
  anyNote: "notes",
  note: (words) => `notes with ${words}`,
};

/** Members joined as a sentence joins them: `a, b or c`. */
function listWith(conjunction: "and" | "or", members: readonly string[]): string {
  if (members.length < 2) return members.join("");
  return `${members.slice(0, -1).join(", ")} ${conjunction} ${members.at(-1)}`;
}

function seriesWords(series: boolean): string {
  return series ? " of any series" : "";
}

function writeDate(date: string): string {
  const { year, month, day } = datePartsOf(date, ENGLISH_MONTHS);
  return [day, month, year].filter((part) => part !== null).join(" ");
}

function group(number: number): string {
  const [whole = "", rest] = String(number).split(".");
  const grouped = /^\d+$/u.test(whole) ? whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ",") : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
