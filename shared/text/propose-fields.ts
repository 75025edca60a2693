import type { Detection, DocumentFields, DocumentKind } from "../model/detection.ts";
import type { DocumentMetadata } from "../model/document.ts";
import type { MessageHeaders, SourceFormat } from "../model/format.ts";
import { findPlaceAndDate } from "./detect/diplomatic-note.ts";
import { meaningfulTitle } from "./meaningful-title.ts";
import { type Heading, readCourtOrAgency, readHeading } from "./read-headings.ts";

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

/** What is known of the file as a whole. */
export interface FileForFields {
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly metadata: DocumentMetadata;
  readonly headers: MessageHeaders | null;
}

/** Gathers what the pages of one document say about it, page by page, in little memory. */
export interface FieldCollector {
  /** Takes the next page; pages come in order. */
  add(page: PageForFields): void;
  /** What the document proposes as its fields. */
  finish(file: FileForFields): DocumentFields;
}

/** How much of the first page's text is kept: captions and headings stand at its top. */
const KEPT_TEXT = 4000;
/** A cover sheet may come first, so the heading is looked for on this many pages. */
const HEADING_PAGES = 3;
/** Share of the pages that must be numbered line by line, or bear exemption codes, to make the document one of those. */
const TRANSCRIPT_SHARE = 0.4;
const RELEASE_SHARE = 0.25;

type Value<Kind extends Detection["value"]["kind"]> = Extract<Detection["value"], { kind: Kind }>;

/** Counts how often each value came. */
interface Tally {
  add(value: string): void;
  /** The commonest value, the earliest of equals; null when nothing came. */
  most(): string | null;
}

function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    most: () =>
      [...counts].reduce<[string, number] | null>(
        (best, entry) => (best && best[1] >= entry[1] ? best : entry),
        null,
      )?.[0] ?? null,
  };
}

/** Makes a collector for one document. */
export function createFieldCollector(): FieldCollector {
  const caseNumbers = createTally();
  const ecfNumbers = createTally();
  const filed = createTally();
  const languages = createTally();
  const bates: Value<"bates">[] = [];
  const marks = createTally();
  let [pages, pagesWithText, transcriptPages, exemptPages] = [0, 0, 0, 0];
  let first = "";
  let firstDetections: readonly Detection[] = [];
  let heading = null as Heading | null;
  let court: string | null = null;
  let note = null as Value<"diplomatic-note"> | null;
  let noteDate: string | null = null;

  function addDetection({ value }: Detection): void {
    if (value.kind === "ecf-stamp") {
      caseNumbers.add(value.caseNumber);
      ecfNumbers.add(value.attachment === null ? value.document : `${value.document}-${value.attachment}`);
      if (value.filed !== null) filed.add(value.filed);
    } else if (value.kind === "appellate-stamp") {
      caseNumbers.add(value.caseNumber);
      if (value.filed !== null) filed.add(value.filed);
    } else if (value.kind === "bates") bates.push(value);
    else if (value.kind === "classification") marks.add(value.mark);
    else if (value.kind === "diplomatic-note" && note === null) note = value;
  }

  return {
    add(page) {
      pages += 1;
      if (page.text !== "") pagesWithText += 1;
      if (first === "" && page.text !== "") {
        first = page.text.slice(0, KEPT_TEXT);
        firstDetections = page.detections;
      }
      const kinds = new Set(page.detections.map(({ value }) => value.kind));
      if (kinds.has("transcript-line")) transcriptPages += 1;
      if (kinds.has("exemption")) exemptPages += 1;
      if (page.language !== null) languages.add(page.language);
      for (const detection of page.detections) addDetection(detection);
      if (note !== null && kinds.has("date")) noteDate = findPlaceAndDate(page.text, page.detections).date ?? noteDate;
      if (pagesWithText <= HEADING_PAGES) {
        heading ??= readHeading(page.text);
        court ??= readCourtOrAgency(page.text);
      }
    },
    finish(file) {
      const shares = {
        transcript: transcriptPages / Math.max(1, pagesWithText),
        exempt: exemptPages / Math.max(1, pages),
      };
      const kind = proposeKind(file, { heading, note, first, shares, isOfCourt: /court/iu.test(court ?? "") });
      const range = confirmBates(bates);
      const isNote = kind === "diplomatic-note";
      const caseNumber = caseNumbers.most() ?? firstDocketNumber(firstDetections);
      return {
        kind: pages === 0 && kind === "other" ? null : kind,
        title: proposeTitle(file, kind, heading, note),
        date:
          file.headers?.date?.slice(0, 10) ??
          (isNote ? noteDate : null) ??
          (DATED_BY_WRITER.has(kind) ? dateOnFirstPage(firstDetections) : null) ??
          filed.most() ??
          (DATED_ON_FIRST_PAGE.has(kind) ? dateOnFirstPage(firstDetections) : null) ??
          /^\d{4}-\d{2}-\d{2}/u.exec(file.metadata.created ?? "")?.[0] ??
          null,
        author: proposeAuthor(file, kind, heading, note),
        court: isNote ? (note?.sender ?? court) : court,
        caseNumber,
        ecfNumber: ecfNumbers.most(),
        batesBegin: range?.[0] ?? null,
        batesEnd: range?.[1] ?? null,
        noteNumber: isNote ? (note?.number ?? null) : null,
        classification: marks.most(),
        language: languages.most(),
      };
    },
  };
}

const KIND_OF_FORMAT: Readonly<Partial<Record<SourceFormat, DocumentKind>>> = {
  eml: "email",
  msg: "email",
  mbox: "container",
  pst: "container",
  zip: "container",
  html: "web-page",
  mhtml: "web-page",
  xlsx: "table",
  csv: "table",
};
const MESSAGE_HEAD =
  /^(?:[^\n]{0,80}\n){0,3}(?:From|De):\s[^\n]+\n(?:[^\n]{0,120}\n){0,4}(?:To|Sent|Subject|Para|Asunto|Date):\s/u;
/** How opinions of courts of appeals open, which bear no heading. */
const OPINION =
  /\b(?:Circuit Judges?\b|Opinion for the [Cc]ourt|Slip Opinion|T\.\s?C\. Memo|PER CURIAM|delivered the opinion|Before(?: the Court)?:?\s[A-Z]|DIVISION (?:ONE|TWO|THREE))/u;
const SALUTATION = /(?:^|\n)(?:Dear\s|Estimad[oa]s?\s|Cher\s|Chère\s|To\sWhom\sIt\sMay)/u;
const WEB_ADDRESS_HEAD = /^(?:[^\n]{0,120}\n){0,2}https?:\/\//u;

function proposeKind(
  { format }: FileForFields,
  seen: {
    readonly heading: Heading | null;
    readonly note: Value<"diplomatic-note"> | null;
    readonly first: string;
    readonly isOfCourt: boolean;
    readonly shares: { readonly transcript: number; readonly exempt: number };
  },
): DocumentKind {
  const byFormat = KIND_OF_FORMAT[format];
  if (byFormat !== undefined) return byFormat;
  if (seen.note !== null) return "diplomatic-note";
  if (seen.shares.exempt >= RELEASE_SHARE) return "foia-release";
  if (seen.shares.transcript >= TRANSCRIPT_SHARE) return "transcript";
  if (MESSAGE_HEAD.test(seen.first)) return "email";
  if (seen.heading !== null) return seen.heading.kind;
  if (SALUTATION.test(seen.first)) return "letter";
  if (seen.isOfCourt && OPINION.test(seen.first)) return "opinion";
  return WEB_ADDRESS_HEAD.test(seen.first) ? "web-page" : "other";
}

function proposeTitle(
  { metadata, headers }: FileForFields,
  kind: DocumentKind,
  heading: Heading | null,
  note: Value<"diplomatic-note"> | null,
): string | null {
  const declared = meaningfulTitle(headers?.subject ?? metadata.title);
  if (declared !== null) return declared;
  if (kind === "diplomatic-note" && note?.number) {
    const isSpanish = /^(?:Embajada|Ministerio|Misión)/u.test(note.sender ?? "");
    return isSpanish ? `Nota Verbal ${note.number}` : `Note Verbale ${note.number}`;
  }
  return heading?.kind === kind ? heading.title : null;
}

function proposeAuthor(
  { metadata, headers }: FileForFields,
  kind: DocumentKind,
  heading: Heading | null,
  note: Value<"diplomatic-note"> | null,
): string | null {
  if (headers?.from) return headers.from;
  if (kind === "diplomatic-note") return note?.sender ?? null;
  const declarant =
    /^(?:[A-Z]+\s)?(?:DECLARATION|AFFIDAVIT)\sOF\s(?<name>\p{Lu}[\p{Lu}.\s'’-]{3,60}?)(?=,|\s(?:IN|PURSUANT|REGARDING|ON)\b|$)/u;
  const name = kind === "declaration" ? declarant.exec(heading?.title ?? "")?.groups?.["name"] : undefined;
  return name?.trim() ?? (metadata.author?.trim() || null);
}

function firstDocketNumber(detections: readonly Detection[]): string | null {
  for (const { value } of detections) if (value.kind === "docket-number") return value.value;
  return null;
}

/** These bear the day on which they were written; a stamp only says when somebody filed them. */
const DATED_BY_WRITER: ReadonlySet<DocumentKind> = new Set(["letter", "email", "foia-release"]);
/** Other kinds mention many days on their first page, so the file's own date serves. */
const DATED_ON_FIRST_PAGE: ReadonlySet<DocumentKind> = new Set(["transcript", "opinion", "order"]);

function dateOnFirstPage(detections: readonly Detection[]): string | null {
  for (const { value } of detections) {
    if (value.kind === "date" && value.precision !== "year" && value.precision !== "month")
      return value.value.slice(0, 10);
  }
  return null;
}

/** Production numbers of a document: one prefix, increasing page by page; null when they do not run so. */
function confirmBates(found: readonly Value<"bates">[]): readonly [begin: string, end: string] | null {
  const prefixes = createTally();
  for (const { prefix } of found) prefixes.add(prefix);
  const prefix = prefixes.most();
  const run = found.filter((value) => value.prefix === prefix);
  const isIncreasing = run.every((value, index) => index === 0 || value.number > (run[index - 1]?.number ?? 0));
  const [begin, end] = [run[0], run.at(-1)];
  if (begin === undefined || end === undefined || !isIncreasing) return null;
  return [begin.prefix + begin.digits, end.prefix + end.digits];
}
