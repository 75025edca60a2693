import type { Detection } from "../model/detection.ts";
import { findPlaceAndDate } from "./detect/diplomatic-note.ts";
import { maskStamps } from "./mask-stamps.ts";
import { closesLetter, readSignature } from "./propose-author.ts";
import { type DateLine, findDateLine, findDecisionDate, firstDay } from "./propose-date.ts";
import { readCourtOrAgency } from "./read-court.ts";
import { type Heading, readHeading } from "./read-headings.ts";
import { isReleased, type ReleaseSheet, readReleaseSheet } from "./released-record.ts";

/** A page of a document, as its fields are proposed from it. */
export interface PageForFields {
  /** 1-based. */
  readonly page: number;
  /** Label that the file declares, or null. */
  readonly label: string | null;
  readonly text: string;
  readonly detections: readonly Detection[];
  readonly language: string | null;
}

/** How much of a page's text is kept or looked through: captions and headings stand at its top. */
const KEPT_TEXT = 4000;
/** A cover sheet may come first, so headings, dates and release marks are looked for on this many pages with text. */
const HEADING_PAGES = 3;
/** Letters end within so many pages; longer ones are not searched for their signature. */
const LETTER_PAGES = 12;

type DiplomaticNote = Extract<Detection["value"], { kind: "diplomatic-note" }>;

/** What was found on the pages so far. */
export interface Findings {
  first: string;
  /** First day named on the first page. */
  firstDay: string | null;
  docketNumber: string | null;
  heading: Heading | null;
  court: string | null;
  note: DiplomaticNote | null;
  noteDate: string | null;
  isReleased: boolean;
  sheet: ReleaseSheet | null;
  dateLine: DateLine | null;
  /** A month on the cover of a report. */
  coverDate: string | null;
  decided: string | null;
  namesDays: boolean;
  hasWords: boolean;
  isSignedAsLetter: boolean;
  signature: string | null;
}

/** Nothing found yet. */
export function startFindings(): Findings {
  return {
    first: "",
    firstDay: null,
    docketNumber: null,
    heading: null,
    court: null,
    note: null,
    noteDate: null,
    isReleased: false,
    sheet: null,
    dateLine: null,
    coverDate: null,
    decided: null,
    namesDays: false,
    hasWords: false,
    isSignedAsLetter: false,
    signature: null,
  };
}

/**
 * Takes what a page says of its document.
 *
 * @param ordinal of the page among those with text, from 1
 */
export function addFindings(found: Findings, page: PageForFields, ordinal: number, hasDates: boolean): void {
  const { text, detections } = page;
  found.hasWords ||= /\p{L}{3}/u.test(maskStamps(text, detections));
  if (found.note !== null && hasDates) found.noteDate = findPlaceAndDate(text, detections).date ?? found.noteDate;
  if (hasDates) found.namesDays ||= firstDay(detections) !== null;
  if (!found.isSignedAsLetter && ordinal <= LETTER_PAGES && closesLetter(text)) {
    found.isSignedAsLetter = true;
    found.signature = readSignature(text);
  }
  if (ordinal > HEADING_PAGES) return;
  const top = text.slice(0, KEPT_TEXT);
  if (ordinal === 1) {
    found.first = top;
    found.firstDay = firstDay(detections);
    found.docketNumber = firstDocketNumber(detections);
    found.coverDate = findDateLine(text, detections, 1, true)?.date ?? null;
  }
  found.heading ??= readHeading(text);
  found.court ??= readCourtOrAgency(text);
  found.isReleased ||= isReleased(top, "");
  found.sheet ??= readReleaseSheet(top);
  if (!hasDates) return;
  // The sheet before a released record names the days of its own handling.
  if (found.sheet === null || ordinal > 1) found.dateLine ??= findDateLine(text, detections, ordinal);
  found.decided ??= findDecisionDate(text, detections);
}

function firstDocketNumber(detections: readonly Detection[]): string | null {
  for (const { value } of detections) if (value.kind === "docket-number") return value.value;
  return null;
}
