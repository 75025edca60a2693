import type { Detection, DocumentKind } from "../model/detection.ts";
import type { SourceFormat } from "../model/format.ts";

/** A day that stands where documents bear their date. */
export interface DateLine {
  /** ISO 8601, a day or a month. */
  readonly date: string;
  /** Page with text, from 1, and line of it, from 0. */
  readonly page: number;
  readonly line: number;
}

const WEEKDAY = "(?:\\p{L}{3,9}\\.?,?\\s{1,2})?";
/** What may stand before a date that has its line to itself: nothing, a weekday, a bracket. */
const ALONE = /^[^\p{L}\p{N}]*(?:\p{Lu}\p{L}{2,8}day,?\s)?$/u;
/** `Puerto Claro, 7 March 2025`; `Flight log, 15 March 2025`; `«BOE» núm. 311, de 29 de diciembre de 1978`. */
const AFTER_PLACE =
  /^[^\p{L}\p{N}]*\p{Lu}[\p{L}.,'’ ·«»-]{2,60}(?:núm\.\s\d{1,4})?[.,\]]\s(?:a\s|le\s|on\s|el\s|de\s)?$/u;
const MOST_WORDS_OF_PLACE = 8;
const AFTER_LABEL = new RegExp(
  `(?:^|[^\\p{L}])(?:DATE|Date|DATED|Dated|FECHA|Fecha|Sent|Enviado|(?:Last\\s)?[Uu]pdated|Published|Publicado)\\s?:?\\s{0,3}${WEEKDAY}$`,
  "u",
);
/** What may follow: nothing, punctuation, the place of a post (`16 mar. 2025 · Puerto Claro`), a time. */
const NOTHING_AFTER =
  /^(?:[^\p{L}\p{N}]*|\s·\s[\p{L} ]{2,30}|[\s,—–-]{1,3}(?:at\s)?\d{1,2}(?::\d{2}){0,2}\s?(?:[ap]\.?\s?m\.?)?)$/iu;
const DECISION = /(?:Decided|DECIDED|Filed|FILED|Entered|Dated|DATED)\s?:?(?:\sthis)?\s{0,3}$/u;

/**
 * Finds the line on which a page says its date: the date alone, after a place, or after a word such as `Date:`. A date in
 * a sentence is none.
 *
 * @param withMonths whether a month is precise enough, as on the covers of reports
 */
export function findDateLine(
  text: string,
  detections: readonly Detection[],
  page: number,
  withMonths = false,
): DateLine | null {
  for (const { start, end, value } of detections) {
    if (value.kind !== "date" || value.precision === "year") continue;
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const lineEnd = text.indexOf("\n", end);
    const before = text.slice(lineStart, start);
    const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
    const isAlone = ALONE.test(before);
    if (value.precision === "month" && !(withMonths && isAlone && NOTHING_AFTER.test(after))) continue;
    const isPlaced = AFTER_PLACE.test(before) && before.split(" ").length <= MOST_WORDS_OF_PLACE;
    if (!(AFTER_LABEL.test(before) || ((isAlone || isPlaced) && NOTHING_AFTER.test(after)))) continue;
    return { date: value.value.slice(0, 10), page, line: countLines(text, lineStart) };
  }
  return null;
}

/** The day after `Decided` or `Filed`, as opinions bear it beside the day on which they were argued. */
export function findDecisionDate(text: string, detections: readonly Detection[]): string | null {
  for (const { start, value } of detections) {
    if (value.kind !== "date" || value.precision === "year" || value.precision === "month") continue;
    if (DECISION.test(text.slice(Math.max(0, start - 16), start))) return value.value.slice(0, 10);
  }
  return null;
}

/** The first day that a page names; null when it names none. */
export function firstDay(detections: readonly Detection[]): string | null {
  for (const { value } of detections) {
    if (value.kind === "date" && value.precision !== "year" && value.precision !== "month")
      return value.value.slice(0, 10);
  }
  return null;
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    if (text[at - 1] !== "\n") lines += 1;
  }
  return lines;
}

/** The days that the pages of one document offer. */
export interface DatesOfDocument {
  readonly headers: string | null;
  readonly note: string | null;
  /** Of the sheet that an archive put before a released record. */
  readonly released: string | null;
  /** Day on which the court filed it, by its stamp. */
  readonly filed: string | null;
  readonly decided: string | null;
  readonly dateLine: DateLine | null;
  /** Day or month on the cover of a report. */
  readonly cover: string | null;
  /** First day on the first page. */
  readonly first: string | null;
  /** Whether any page names a day. */
  readonly namesDays: boolean;
  /** What the file itself says, or null. */
  readonly created: string | null;
}

/** Farther down a date line belongs to something else; a letter may end with its date. */
const TOP_LINES = 25;
/** Formats whose file is written by whoever writes the document. The date in a PDF or picture may be that of a scan. */
const DATED_BY_ITS_FILE: ReadonlySet<SourceFormat> = new Set(["docx", "rtf", "xlsx"]);
const PAGES_OF_THE_WEB: ReadonlySet<SourceFormat> = new Set(["html", "mhtml"]);

/**
 * Proposes the date of a document: when it was sent, written or filed, by its kind; null rather than a guess. The day
 * on which a PDF was made is never taken: it is that of a scan or of a conversion.
 */
export function proposeDate(kind: DocumentKind | null, format: SourceFormat, dates: DatesOfDocument): string | null {
  const { headers, filed, decided, first, created } = dates;
  const line = dates.dateLine?.date ?? null;
  const top = dates.dateLine?.page === 1 && dates.dateLine.line < TOP_LINES ? line : null;
  const file = PAGES_OF_THE_WEB.has(format) || (DATED_BY_ITS_FILE.has(format) && !dates.namesDays) ? created : null;
  if (headers !== null) return headers;
  switch (kind) {
    case "diplomatic-note":
      return dates.note ?? line ?? filed ?? file;
    case "letter":
    case "email":
      return line ?? filed ?? decided ?? file;
    case "foia-release":
      return dates.released ?? line;
    case "opinion":
    case "order":
      return filed ?? decided ?? line;
    case "transcript":
      return filed ?? top ?? first;
    case "web-page":
      return file ?? top;
    default:
      return filed ?? top ?? dates.cover ?? file;
  }
}
