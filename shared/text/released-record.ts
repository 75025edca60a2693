import { usDate } from "./detect/calendar.ts";

/** What the sheet says that an archive put before a record it released. */
export interface ReleaseSheet {
  readonly agency: string | null;
  readonly title: string | null;
  /** ISO 8601, a day. */
  readonly date: string | null;
}

/**
 * What is printed on records when they are released: the banner of the Kennedy collection (44 U.S.C. § 2107 note), its
 * identification form, and the marks of agencies that review their own.
 */
const RELEASED =
  /RELEASE UNDER THE PRESIDENT|A(?:SSASSINATION|ssassination)\s(?:RECORDS\s(?:COLLECTION\s)?ACT|S(?:YSTEM|ystem)\b)|\bA(?:pproved|PPROVED)\s[Ff](?:or|OR)\s[Rr](?:elease|ELEASE)\b|(?:^|\n)RELEASED?\sIN\s(?:PART|FULL)\b|(?:^|\n)Released?\sin\s(?:[Pp]art|[Ff]ull)\s?(?:\n|$)/u;
/** Numbers of records in the Kennedy collection, which its files are named after. */
const RECORD_NUMBER = /^1\d{2}-\d{5}-\d{5}(?!\d)/u;
const FORM = /IDENTIFICATION\s?FORM|Identification\sForm/u;
const AGENCY = /(?:^|\n)\W{0,3}(?:sh\s)?AGENCY\s?:\s?[=—-]?\s?(?<agency>[A-Z]{2,8})\s*(?=\n|$)/u;
/** Where the columns came apart, the agency stands above the number of its record. */
const AGENCY_ABOVE_NUMBER = /(?:^|\n)(?<agency>[A-Z]{2,8})\n{1,2}1\d{2}-\d{5}-\d{5}/u;
const TITLE =
  /(?:^|\n)\W{0,3}TITLE\s?:[ ]?(?<title>(?![A-Z ]{2,22}:)[^\n]{6,120}(?:\n(?!\n|[A-Z ]{2,22}:)[A-Z][^\n:]{4,100})?)/u;
/** `DATE :` is the record's; `Date:` at the top is the day on which the form was printed. */
const DATE = /(?:^|\n)\W{0,3}DATE\s?:\s?[^\p{L}\p{N}\n]{0,3}(?<date>\d{1,2}\/\d{1,2}\/\d{2,4})/u;
/** Where the columns of a form came apart, the date stands above the number of pages. */
const DATE_ABOVE_PAGES = /(?:^|\n)(?<date>\d{1,2}\/\d{1,2}\/\d{2,4})\n{1,2}\d{1,4}(?=\n)/u;

/** Whether a page says that it was released, or its file is named after a released record. */
export function isReleased(text: string, fileName: string): boolean {
  return RECORD_NUMBER.test(fileName) || RELEASED.test(text);
}

/** Reads the identification form that stands before a record; null when the page bears none. */
export function readReleaseSheet(text: string): ReleaseSheet | null {
  if (!FORM.test(text) && !/(?:^|\n)RECORD NUMBER\n/u.test(text)) return null;
  const date = (DATE.exec(text) ?? DATE_ABOVE_PAGES.exec(text))?.groups?.["date"];
  return {
    agency: (AGENCY.exec(text) ?? AGENCY_ABOVE_NUMBER.exec(text))?.groups?.["agency"] ?? null,
    title: TITLE.exec(text)?.groups?.["title"]?.replace(/\s+/gu, " ").trim() ?? null,
    date: date === undefined ? null : usDate(date),
  };
}
