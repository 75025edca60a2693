import { assertNever } from "#shared/base/assert-never.ts";
import type { DetectedValue, DetectionKind, DocumentFieldName, DocumentKind } from "#shared/model/detection.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { byLocale } from "../messages/by-locale.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { currentLocale } from "../messages/language.ts";
import { say } from "../messages/say.ts";
import { formatDate } from "../ui/format.ts";

const KINDS: Readonly<Record<DocumentKind, MessageKey>> = {
  complaint: "library.kindComplaint",
  motion: "library.kindMotion",
  order: "library.kindOrder",
  opinion: "library.kindOpinion",
  declaration: "library.kindDeclaration",
  transcript: "library.kindTranscript",
  exhibit: "library.kindExhibit",
  "diplomatic-note": "library.kindDiplomaticNote",
  "foia-release": "library.kindFoiaRelease",
  email: "library.kindEmail",
  "web-page": "library.kindWebPage",
  report: "library.kindReport",
  letter: "library.kindLetter",
  table: "library.kindTable",
  container: "library.kindContainer",
  other: "library.kindOther",
};

/** A kind of document as people read it. */
export function kindLabel(kind: DocumentKind): string {
  return say(KINDS[kind]);
}

const FORMATS: Readonly<Record<SourceFormat, MessageKey>> = {
  pdf: "library.formatPdf",
  png: "library.formatPng",
  jpeg: "library.formatJpeg",
  tiff: "library.formatTiff",
  webp: "library.formatWebp",
  text: "library.formatText",
  markdown: "library.formatMarkdown",
  rtf: "library.formatRtf",
  html: "library.formatHtml",
  mhtml: "library.formatMhtml",
  docx: "library.formatDocx",
  xlsx: "library.formatXlsx",
  csv: "library.formatCsv",
  eml: "library.formatEml",
  msg: "library.formatMsg",
  mbox: "library.formatMbox",
  pst: "library.formatPst",
  zip: "library.formatZip",
};

/** A format of files as people name it. */
export function formatLabel(format: SourceFormat): string {
  return say(FORMATS[format]);
}

const FORMAT_PHRASES: Readonly<Record<SourceFormat, MessageKey | null>> = {
  pdf: null,
  png: "library.phrasePng",
  jpeg: "library.phraseJpeg",
  tiff: "library.phraseTiff",
  webp: "library.phraseWebp",
  text: "library.phraseText",
  markdown: "library.phraseMarkdown",
  rtf: "library.phraseRtf",
  html: "library.phraseHtml",
  mhtml: "library.phraseMhtml",
  docx: "library.phraseDocx",
  xlsx: "library.phraseXlsx",
  csv: "library.phraseCsv",
  eml: "library.phraseEml",
  msg: "library.phraseMsg",
  mbox: "library.phraseMbox",
  pst: "library.phrasePst",
  zip: "library.phraseZip",
};

/** What a rendition was set from, inside a sentence; null for formats whose pages are the file's own. */
export function formatPhrase(format: SourceFormat): string | null {
  const key = FORMAT_PHRASES[format];
  return key === null ? null : say(key);
}

const FIELDS: Readonly<Record<DocumentFieldName, MessageKey>> = {
  kind: "library.fieldKind",
  title: "library.fieldTitle",
  date: "library.fieldDate",
  author: "library.fieldAuthor",
  custodian: "library.fieldCustodian",
  court: "library.fieldCourt",
  caseNumber: "library.fieldCaseNumber",
  ecfNumber: "library.fieldEcfNumber",
  batesBegin: "library.fieldBatesBegin",
  batesEnd: "library.fieldBatesEnd",
  noteNumber: "library.fieldNoteNumber",
  classification: "library.fieldClassification",
  language: "library.fieldLanguage",
};

/** A field of a document, as it is named on screen. */
export function fieldLabel(field: DocumentFieldName): string {
  return say(FIELDS[field]);
}

const DETECTIONS: Readonly<Record<DetectionKind, MessageKey>> = {
  "ecf-stamp": "library.foundEcfStamps",
  "appellate-stamp": "library.foundAppellateStamps",
  "page-id": "library.foundPageIds",
  bates: "library.foundBatesNumbers",
  "printed-page": "library.foundPrintedPages",
  "transcript-line": "library.foundTranscriptLines",
  paragraph: "library.foundParagraphs",
  exemption: "library.foundExemptions",
  classification: "library.foundClassifications",
  "diplomatic-note": "library.foundDiplomaticNotes",
  date: "library.foundDates",
  money: "library.foundAmounts",
  count: "library.foundCounts",
  "docket-number": "library.foundDocketNumbers",
  statute: "library.foundStatutes",
  reporter: "library.foundReporters",
  email: "library.foundEmails",
  phone: "library.foundPhones",
  "a-number": "library.foundANumbers",
};

/** What detectors find, in the order in which it is shown. */
export const DETECTION_KINDS = Object.keys(DETECTIONS) as readonly DetectionKind[];

/** What detectors find, in the plural. */
export function detectionLabel(kind: DetectionKind): string {
  return say(DETECTIONS[kind]);
}

const languageNames = byLocale((locale) => new Intl.DisplayNames([locale], { type: "language", fallback: "code" }));

/** The name of a language as a label, e.g. `Spanish` for `spa`; in Spanish `Español`. */
export function languageName(code: string): string {
  const name = languageNames().of(code) ?? code;
  // Spanish writes names of languages small; what stands alone as a label begins with a capital.
  return name === code ? name : `${name.charAt(0).toLocaleUpperCase()}${name.slice(1)}`;
}

const wordOrder = byLocale((locale) => new Intl.Collator(locale));

/** Orders words as the person's language does. */
export function compareWords(one: string, other: string): number {
  return wordOrder().compare(one, other);
}

/** Codes of languages in the order of their names. */
export function sortLanguages(codes: Iterable<string>): readonly string[] {
  return [...codes].sort((one, other) => compareWords(languageName(one), languageName(other)));
}

const monthAndYear = byLocale(
  (locale) => new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" }),
);

/** A date at its own precision: never a first of the month that nobody stated. */
export function formatPartialDate(date: string): string {
  if (/^\d{4}$/u.test(date)) return date;
  if (/^\d{4}-\d{2}$/u.test(date)) {
    const [year, month] = date.split("-").map(Number);
    return monthAndYear().format(Date.UTC(year ?? 0, (month ?? 1) - 1, 1));
  }
  const [day = date, time] = date.split("T");
  return time === undefined ? formatDate(day) : `${formatDate(day)}, ${time}`;
}

const COUNTED: Readonly<Record<Extract<DetectedValue, { kind: "count" }>["bound"], MessageKey>> = {
  exact: "library.countedExactly",
  about: "library.countedAbout",
  "at-least": "library.countedAtLeast",
  "at-most": "library.countedAtMost",
};

/** What was detected, in its usual form. */
export function describeDetection(value: DetectedValue): string {
  switch (value.kind) {
    case "ecf-stamp": {
      const { document, attachment } = value;
      const entry =
        attachment === null
          ? say("library.ecfDocument", { document })
          : say("library.ecfAttachment", { document, attachment });
      return [value.caseNumber, entry, pageOf(value), filed(value)].filter(Boolean).join(" · ");
    }
    case "appellate-stamp":
      return [value.caseNumber, value.document, pageOf(value), filed(value)].filter(Boolean).join(" · ");
    case "page-id":
      return say("library.pageIdNumber", { number: String(value.number) });
    case "bates":
      return `${value.prefix}${value.digits}`;
    case "printed-page":
      return value.label;
    case "transcript-line": {
      const { transcriptPage, line } = value;
      return transcriptPage === null
        ? say("library.transcriptLine", { line: String(line) })
        : `${transcriptPage}:${line}`;
    }
    case "paragraph":
      return say("library.paragraphNumber", { number: String(value.number) });
    case "exemption":
      return value.code;
    case "classification":
      return value.mark;
    case "diplomatic-note":
      return [value.number, value.sender, value.addressee, value.date && formatPartialDate(value.date)]
        .filter(Boolean)
        .join(" · ");
    case "date":
      return formatPartialDate(value.value);
    case "money":
      return formatMoney(value.amount, value.currency);
    case "count":
      return say(COUNTED[value.bound], { number: value.number, noun: value.noun });
    case "docket-number":
    case "statute":
    case "reporter":
    case "email":
    case "phone":
    case "a-number":
      return value.value;
    default:
      return assertNever(value);
  }
}

function pageOf({ page, pages }: { readonly page: number | null; readonly pages: number | null }): string {
  if (page === null) return "";
  // As printed: never grouped.
  if (pages === null) return say("library.stampPage", { page: String(page) });
  return say("library.stampPageOf", { page: String(page), pages: String(pages) });
}

function filed({ filed: date }: { readonly filed: string | null }): string {
  return date === null ? "" : say("library.stampFiled", { date: formatPartialDate(date) });
}

function formatMoney(amount: string, currency: string): string {
  try {
    return new Intl.NumberFormat(currentLocale(), {
      style: "currency",
      currency,
      minimumFractionDigits: amount.includes(".") ? 2 : 0,
    }).format(Number(amount));
  } catch {
    // A code that is no currency: shown as it was read.
    return `${currency} ${amount}`;
  }
}
