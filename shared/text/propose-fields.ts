import type { Detection, DocumentFields, DocumentKind } from "../model/detection.ts";
import type { DocumentMetadata } from "../model/document.ts";
import type { MessageHeaders, SourceFormat } from "../model/format.ts";
import { addFindings, type Findings, type PageForFields, startFindings } from "./document-findings.ts";
import { meaningfulTitle } from "./meaningful-title.ts";
import { meaningfulAuthor, readDeclarant } from "./propose-author.ts";
import { proposeDate } from "./propose-date.ts";
import { isTabular, proposeKind } from "./propose-kind.ts";
import { readCaseName, readDocketHeading, readSubject } from "./propose-title.ts";
import { isReleased } from "./released-record.ts";

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

/** Pages by which a table is told. */
const TABLE_PAGES = 5;
type Value<Kind extends Detection["value"]["kind"]> = Extract<Detection["value"], { kind: Kind }>;
type CourtStamp = Value<"ecf-stamp"> | Value<"appellate-stamp">;

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

/** Counts the stamps of one document: refiled pages bear several, of which the latest is the document's own. */
function createStampTally() {
  const counts = new Map<string, { readonly stamp: CourtStamp; count: number }>();
  return {
    add(stamp: CourtStamp): void {
      const { caseNumber, document, filed } = stamp;
      const attachment = stamp.kind === "ecf-stamp" ? stamp.attachment : null;
      const key = `${caseNumber}|${document}|${attachment}|${filed}`;
      const entry = counts.get(key);
      if (entry === undefined) counts.set(key, { stamp, count: 1 });
      else entry.count += 1;
    },
    most(): CourtStamp | null {
      const order = [...counts.values()].sort(
        (one, two) => two.count - one.count || (two.stamp.filed ?? "").localeCompare(one.stamp.filed ?? ""),
      );
      return order[0]?.stamp ?? null;
    },
  };
}

/** Makes a collector for one document. */
export function createFieldCollector(): FieldCollector {
  const stamps = createStampTally();
  const languages = createTally();
  const marks = createTally();
  const bates: Value<"bates">[] = [];
  const found = startFindings();
  let [pages, pagesWithText, transcriptPages, exemptPages, tabularPages] = [0, 0, 0, 0, 0];

  function addDetection({ value }: Detection): void {
    if (value.kind === "ecf-stamp" || value.kind === "appellate-stamp") stamps.add(value);
    else if (value.kind === "bates") bates.push(value);
    else if (value.kind === "classification") marks.add(value.mark);
    else if (value.kind === "diplomatic-note" && found.note === null) found.note = value;
  }

  return {
    add(page) {
      pages += 1;
      const kinds = new Set(page.detections.map(({ value }) => value.kind));
      if (kinds.has("transcript-line")) transcriptPages += 1;
      if (kinds.has("exemption")) exemptPages += 1;
      if (page.language !== null) languages.add(page.language);
      for (const detection of page.detections) addDetection(detection);
      if (page.text === "") return;
      pagesWithText += 1;
      if (pagesWithText <= TABLE_PAGES && isTabular(page.text)) tabularPages += 1;
      addFindings(found, page, pagesWithText, kinds.has("date"));
    },
    finish(file) {
      const stamp = stamps.most();
      const kind = proposeKind({
        format: file.format,
        heading: found.heading?.kind ?? null,
        isNote: found.note !== null,
        isReleased: found.isReleased || isReleased("", file.fileName),
        isAttachment: stamp?.kind === "ecf-stamp" && stamp.attachment !== null,
        isOfCourt: /court/iu.test(found.court ?? ""),
        hasWords: found.hasWords,
        isSignedAsLetter: found.isSignedAsLetter,
        first: found.first,
        shares: {
          transcript: transcriptPages / Math.max(1, pagesWithText),
          exempt: exemptPages / Math.max(1, pages),
          tabular: tabularPages / Math.max(1, Math.min(pagesWithText, TABLE_PAGES)),
        },
      });
      const range = confirmBates(bates);
      return {
        kind,
        title: titleOf(file, kind, found),
        date: dateOf(file, kind, found, stamp),
        author: authorOf(file, kind, found),
        // No page says who held the document.
        custodian: null,
        court: courtOf(kind, found),
        caseNumber: stamp?.caseNumber ?? (kind === "table" || kind === "container" ? null : found.docketNumber),
        ecfNumber: stamp?.kind === "ecf-stamp" ? numberOf(stamp) : null,
        batesBegin: range?.[0] ?? null,
        batesEnd: range?.[1] ?? null,
        noteNumber: kind === "diplomatic-note" ? (found.note?.number ?? null) : null,
        classification: marks.most(),
        language: languages.most(),
      };
    },
  };
}

function titleOf(file: FileForFields, kind: DocumentKind | null, found: Findings): string | null {
  const subject = file.headers?.subject?.trim() ?? "";
  if (subject !== "") return subject.slice(0, LONGEST_TITLE);
  const declared = meaningfulTitle(file.metadata.title);
  if (declared !== null) return declared;
  const { note, heading, sheet, first } = found;
  if (kind === "diplomatic-note" && note?.number) {
    const isSpanish = /^(?:Embajada|Ministerio|Misión)/u.test(note.sender ?? "");
    return isSpanish ? `Nota Verbal ${note.number}` : `Note Verbale ${note.number}`;
  }
  if (kind === "foia-release") return sheet?.title ?? readSubject(first);
  if (kind === "letter" || kind === "email") return readSubject(first);
  if (kind === "web-page") return readDocketHeading(first);
  if (kind === "opinion" && (heading === null || EVERY_OPINION.test(heading.title))) {
    return readCaseName(first) ?? heading?.title ?? null;
  }
  return heading?.kind === kind ? heading.title : null;
}

/** Headings that every opinion of a court bears: the case tells them apart. */
const EVERY_OPINION = /^(?:(?:SLIP\s)?OPINION(?:\sOF\sTHE\sCOURT)?|PER\sCURIAM)$/u;
/** Longest title, as the catalogue keeps it. */
const LONGEST_TITLE = 500;

function dateOf(
  file: FileForFields,
  kind: DocumentKind | null,
  found: Findings,
  stamp: CourtStamp | null,
): string | null {
  return proposeDate(kind, file.format, {
    headers: file.headers === null ? null : (file.headers.date?.slice(0, 10) ?? null),
    note: found.noteDate,
    released: found.sheet?.date ?? null,
    filed: stamp?.filed ?? null,
    decided: found.decided,
    dateLine: found.dateLine,
    cover: kind === "report" ? found.coverDate : null,
    first: found.firstDay,
    namesDays: found.namesDays,
    created: /^\d{4}-\d{2}-\d{2}/u.exec(file.metadata.created ?? "")?.[0] ?? null,
  });
}

function authorOf({ metadata, headers }: FileForFields, kind: DocumentKind | null, found: Findings): string | null {
  if (headers?.from) return headers.from;
  if (kind === "diplomatic-note") return found.note?.sender ?? null;
  const declarant = kind === "declaration" ? readDeclarant(found.heading?.title ?? "") : null;
  const signature = kind === "letter" ? found.signature : null;
  return declarant ?? signature ?? meaningfulAuthor(metadata.author);
}

function courtOf(kind: DocumentKind | null, found: Findings): string | null {
  if (kind === "diplomatic-note") return found.note?.sender ?? found.court;
  if (kind === "foia-release") return found.sheet?.agency ?? found.court;
  return found.court;
}

const numberOf = ({ document, attachment }: Value<"ecf-stamp">) =>
  attachment === null ? document : `${document}-${attachment}`;

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
