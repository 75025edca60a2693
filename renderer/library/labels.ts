import { assertNever } from "#shared/base/assert-never.ts";
import type { DetectedValue, DetectionKind, DocumentFieldName } from "#shared/model/detection.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { formatDate, formatNumber } from "../ui/format.ts";

export { KIND_LABELS, languageName } from "#shared/text/value-names.ts";

/** Formats of files as people name them. */
export const FORMAT_LABELS: Readonly<Record<SourceFormat, string>> = {
  pdf: "PDF",
  png: "PNG",
  jpeg: "JPEG",
  tiff: "TIFF",
  webp: "WebP",
  text: "Text",
  markdown: "Markdown",
  rtf: "RTF",
  html: "HTML",
  mhtml: "Web archive",
  docx: "Word",
  xlsx: "Excel",
  csv: "CSV",
  eml: "E-mail",
  msg: "Outlook message",
  mbox: "Mailbox",
  pst: "Outlook folder",
  zip: "ZIP",
};

/** What a rendition was set from, in words; null for formats whose pages are the file's own. */
export const FORMAT_PHRASES: Readonly<Record<SourceFormat, string | null>> = {
  pdf: null,
  png: "a PNG picture",
  jpeg: "a JPEG picture",
  tiff: "a TIFF picture",
  webp: "a WebP picture",
  text: "a text file",
  markdown: "a Markdown file",
  rtf: "an RTF document",
  html: "a web page",
  mhtml: "a saved web page",
  docx: "a Word document",
  xlsx: "an Excel workbook",
  csv: "a CSV table",
  eml: "an e-mail",
  msg: "an Outlook message",
  mbox: "a mailbox",
  pst: "an Outlook folder",
  zip: "a ZIP archive",
};

/** Fields of a document, as they are named on screen. */
export const FIELD_LABELS: Readonly<Record<DocumentFieldName, string>> = {
  kind: "Kind",
  title: "Title",
  date: "Date",
  author: "Author",
  court: "Court or agency",
  caseNumber: "Case number",
  ecfNumber: "ECF No.",
  batesBegin: "Bates begin",
  batesEnd: "Bates end",
  noteNumber: "Note number",
  classification: "Classification",
  language: "Language",
};

/** What detectors find, in the plural, in the order in which it is shown. */
export const DETECTION_LABELS: Readonly<Record<DetectionKind, string>> = {
  "ecf-stamp": "ECF stamps",
  "appellate-stamp": "Appellate stamps",
  "page-id": "PageID",
  bates: "Bates numbers",
  "printed-page": "Printed page numbers",
  "transcript-line": "Transcript lines",
  paragraph: "Numbered paragraphs",
  exemption: "Exemption codes",
  classification: "Classification marks",
  "diplomatic-note": "Diplomatic notes",
  date: "Dates",
  money: "Amounts",
  count: "Counted people",
  "docket-number": "Docket numbers",
  statute: "Statutes",
  reporter: "Reporter citations",
  email: "E-mail addresses",
  phone: "Phone numbers",
  "a-number": "A-numbers",
};

/** A date at its own precision: never a first of the month that nobody stated. */
export function formatPartialDate(date: string): string {
  if (/^\d{4}$/u.test(date)) return date;
  if (/^\d{4}-\d{2}$/u.test(date)) {
    const [year, month] = date.split("-").map(Number);
    return new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", timeZone: "UTC" }).format(
      Date.UTC(year ?? 0, (month ?? 1) - 1, 1),
    );
  }
  const [day = date, time] = date.split("T");
  return time === undefined ? formatDate(day) : `${formatDate(day)}, ${time}`;
}

const BOUND_WORDS = { exact: "", about: "about ", "at-least": "at least ", "at-most": "at most " } as const;

/** What was detected, in its usual form. */
export function describeDetection(value: DetectedValue): string {
  switch (value.kind) {
    case "ecf-stamp": {
      const document = value.attachment === null ? value.document : `${value.document}-${value.attachment}`;
      return [value.caseNumber, `ECF No. ${document}`, pageOf(value), filed(value)].filter(Boolean).join(" · ");
    }
    case "appellate-stamp":
      return [value.caseNumber, value.document, pageOf(value), filed(value)].filter(Boolean).join(" · ");
    case "page-id":
      return `PageID.${value.number}`;
    case "bates":
      return `${value.prefix}${value.digits}`;
    case "printed-page":
      return value.label;
    case "transcript-line":
      return value.transcriptPage === null ? `line ${value.line}` : `${value.transcriptPage}:${value.line}`;
    case "paragraph":
      return `¶ ${value.number}`;
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
      return `${BOUND_WORDS[value.bound]}${formatNumber(value.number)} ${value.noun}`;
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
  return pages === null ? `page ${page}` : `page ${page} of ${pages}`;
}

function filed({ filed: date }: { readonly filed: string | null }): string {
  return date === null ? "" : `filed ${formatPartialDate(date)}`;
}

function formatMoney(amount: string, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, {
      style: "currency",
      currency,
      minimumFractionDigits: amount.includes(".") ? 2 : 0,
    }).format(Number(amount));
  } catch {
    // A code that is no currency: shown as it was read.
    return `${currency} ${amount}`;
  }
}
