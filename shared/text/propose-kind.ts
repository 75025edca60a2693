import type { DocumentKind } from "../model/detection.ts";
import type { SourceFormat } from "../model/format.ts";

/** What the pages of a document show of its kind. */
export interface KindEvidence {
  readonly format: SourceFormat;
  /** Kind of the heading or caption, or null. */
  readonly heading: DocumentKind | null;
  readonly isNote: boolean;
  /** Whether it bears the marks of a released record. */
  readonly isReleased: boolean;
  /** Whether its stamp calls it an attachment of a filing, e.g. `81-5`. */
  readonly isAttachment: boolean;
  readonly isOfCourt: boolean;
  /** Whether any page says more than its stamps. */
  readonly hasWords: boolean;
  /** Whether it ends like a letter. */
  readonly isSignedAsLetter: boolean;
  /** Beginning of the first page with text. */
  readonly first: string;
  /** Shares of its pages: numbered line by line, with exemption codes, set in rows of figures. */
  readonly shares: { readonly transcript: number; readonly exempt: number; readonly tabular: number };
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
/** Share of the pages that makes a document one of those. */
const TRANSCRIPT_SHARE = 0.4;
const RELEASE_SHARE = 0.25;
const TABLE_SHARE = 0.5;

const MESSAGE_HEAD =
  /^(?:[^\n]{0,80}\n){0,3}(?:From|De):\s[^\n]+\n(?:[^\n]{0,120}\n){0,4}(?:To|Sent|Subject|Para|Asunto|Date):\s/u;
/** A message as it went over the wire: RFC 5322, section 3.6. */
const RAW_MESSAGE_HEAD = /^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version):\s/iu;
/** Head of a message that is quoted below its answer, as mail programs print it. */
const QUOTED_MESSAGE = /(?:^|\n)From:[^\n]+\n{1,2}Sent:[^\n]+\n{1,2}To:/u;
/** A court's system sends these; they are often kept as a page. */
const NOTICE_BY_MAIL = /^This is an automatic e-?mail message/u;
const SALUTATION =
  /(?:^|\n)(?:Dear[\s.]{1,2}|Estimad[oa]s?\s|Señor(?:es|as)?\s(?:y\s\p{L}+|[\p{L} ]{2,30})?:\n|Señor(?:es|as)\sy\sseñor(?:es|as):|Cher\s|Chère\s|To\sWhom\sIt\sMay|To\sAll\s(?:Parties|Counsel)|Gentlemen:)/u;
/** Memoranda go from somebody to somebody, as letters do. Those of law and opinions have headings of their own. */
const MEMORANDUM = /(?:^|\n)\W{0,3}(?:MEMORANDUM|Memorandum|MEMO)\s(?:FOR|For|for|TO|To|to)\b/u;
/** A memorandum names the addressee first and who writes after; messages do it the other way. */
const TO_BEFORE_FROM =
  /^(?:[^\n]{0,100}\n){0,6}\W{0,3}(?:TO|To|PARA|Para)\s?:\s?[^\n]{3,80}[\n.]\s{0,2}(?:FROM|From|DE|De)\s?:(?![^\n]+\n{1,2}Sent:)/u;
const TELEGRAM =
  /(?:^|\n)\W{0,3}(?:(?:OUTGOING|INCOMING|DEPARTMENTAL)\s)?(?:TELEGRAM|TELEGRAMA|CABLEGRAM|CABLE)\b|\b\d{6}Z\s[A-Z]{3}\s\d{2}\b/u;
/** How opinions of courts of appeals open, which bear no heading. */
const OPINION =
  /\b(?:Circuit Judges?\b|Opinion for the [Cc]ourt|Slip Opinion|T\.\s?C\. Memo|PER CURIAM|delivered the opinion|Before(?: the Court)?:?\s[A-Z]|DIVISION (?:ONE|TWO|THREE))/u;
const WEB_ADDRESS_HEAD = /^(?:[^\n]{0,120}\n){0,2}https?:\/\//u;

/**
 * Proposes what a document is. What it says of itself goes before what it looks like:
 *
 * - a record that was released (banner, form, or exemption codes on a quarter of its pages) is a release, whatever was
 *   released;
 * - memoranda and telegrams are letters; memoranda of law are motions and memorandum opinions are opinions by their
 *   headings; statutes, regulations, forms and press statements are `other`;
 * - an attachment of a filing that has no caption, salutation or message head of its own is an exhibit;
 * - without a word on its pages nothing is proposed, because nothing was read.
 */
export function proposeKind(seen: KindEvidence): DocumentKind | null {
  const { format, first, shares } = seen;
  if (format === "html" && NOTICE_BY_MAIL.test(first)) return "email";
  const byFormat = KIND_OF_FORMAT[format];
  if (byFormat !== undefined) return byFormat;
  if (seen.isNote) return "diplomatic-note";
  if (seen.isReleased || shares.exempt >= RELEASE_SHARE) return "foia-release";
  if (!seen.hasWords) return seen.isAttachment ? "exhibit" : null;
  if (shares.transcript >= TRANSCRIPT_SHARE) return "transcript";
  if (TO_BEFORE_FROM.test(first)) return seen.heading ?? "letter";
  if (MESSAGE_HEAD.test(first) || RAW_MESSAGE_HEAD.test(first)) return "email";
  if (seen.heading !== null) return seen.heading;
  if (QUOTED_MESSAGE.test(first)) return "email";
  if (SALUTATION.test(first) || MEMORANDUM.test(first)) return "letter";
  if (seen.isOfCourt && OPINION.test(first)) return "opinion";
  if (seen.isSignedAsLetter) return "letter";
  if (seen.isAttachment) return "exhibit";
  if (TELEGRAM.test(first)) return "letter";
  if (shares.tabular >= TABLE_SHARE) return "table";
  return WEB_ADDRESS_HEAD.test(first) ? "web-page" : "other";
}

/** Fewer lines than this make no table. */
const LEAST_ROWS = 6;
const LEAST_SHARE_OF_ROWS = 0.5;
const LEAST_SHARE_OF_FIGURES = 0.2;

/** Whether most lines of a page are rows of figures: two or more of them, or an amount at the end. */
export function isTabular(text: string): boolean {
  let lines = 0;
  let rows = 0;
  for (const line of text.split("\n")) {
    if (line.length < 4) continue;
    lines += 1;
    if (isRow(line)) rows += 1;
  }
  return rows >= LEAST_ROWS && rows / lines >= LEAST_SHARE_OF_ROWS;
}

function isRow(line: string): boolean {
  if (/\s\$?\d[\d,]*\.\d{2}$/u.test(line)) return true;
  const figures = line.match(/(?<=^|\s)[–$-]?\d[\d.,:/-]*%?(?=\s|$)/gu)?.length ?? 0;
  return figures >= 2 && figures / line.split(" ").length >= LEAST_SHARE_OF_FIGURES;
}
