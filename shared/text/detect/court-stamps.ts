import type { DetectedValue, Detection } from "../../model/detection.ts";
import { usDate } from "./calendar.ts";
import { createCover } from "./cover.ts";
import { matchAt, type PageContext } from "./page-context.ts";

/** Parts of a stamp, as they are read one after the other. */
interface StampParts {
  document: string | null;
  attachment: string | null;
  filed: string | null;
  page: number | null;
  pages: number | null;
  /** Printed by bankruptcy courts only. */
  isBankruptcy: boolean;
  end: number;
}

/** What may stand between the parts: spaces, a line break, a comma or a bar. */
const BETWEEN = /[\s,|·]*/uy;

/** A number of a district or bankruptcy case. Stamps that were set letter by letter have spaces in odd places. */
const CASE_NUMBER =
  /(?:\d{1,2}\s?:\s?)?\d{2}\s?-\s?[a-z]{2,6}\s?-\s?\d{1,6}(?:\s?-\s?[A-Z][A-Za-z0-9]{0,4}(?![a-z]))*(?:-\d{1,3}(?!\d))?/iuy;
const BANKRUPTCY_NUMBER = /(?:\d{1,2}:)?\d{2}-\d{5}(?:-[A-Za-z0-9]{1,5}){0,3}(?![\d-])/uy;
/** A number of an appeal, e.g. `25-5067`; `23-1234L` and a second, consolidated number occur. */
const APPEAL_NUMBER = /\d{2}\s?-\s?\d{1,5}(?![\d-])L?/uy;

const DOCUMENT =
  /(?:Document|Doc(?:ument)?\.?|ECF|DktEntry|Dkt\.?|Entry)\s{0,4}(?:Number|No\.?|Entry)?\s{0,4}#?\s{0,4}:?\s{0,4}(?<document>\d{1,12}(?:\.\d{1,3})?)(?:\s?-\s?(?<attachment>\d{1,4}))?(?!\d)/iuy;
const FILED =
  /(?:Date\s{1,4})?(?:Filed|FILED)\s{0,4}:?\s{0,4}(?:\(?in\s{1,4}[A-Z]{4}\)?\s{1,4}on\s{1,4}|in\s{1,4}[A-Z]{4}\s{1,4}on\s{1,4})?(?<date>\d{1,2}\/\d{1,2}\/\d{2,4})/iuy;
const BARE_DATE = /(?<date>\d{1,2}\/\d{1,2}\/\d{2,4})/uy;
const ENTERED =
  /(?:Entered|Entd)\s{0,4}(?:on\s{1,4}FLSD\s{1,4}Docket)?\s{0,4}:?\s{0,4}\d{1,2}\/\d{1,2}\/\d{2,4}(?:\s{1,4}\d{1,2}:\d{2}(?::\d{2})?)?/iuy;
const DESCRIBED = /Desc\s{0,4}:?\s{1,4}(?:Main\s{1,4}Document|Exhibit|[A-Z][A-Za-z ]{0,30}?)(?=\s{1,4}P(?:age|g))/uy;
const PAGE =
  /(?:Page|Pg\.?)\s{0,4}:?\s{0,4}(?<page>\d{1,5})(?:\s{0,4}(?:of|\/)\s{0,4}(?<pages>\d{1,5}))?(?!\d)|(?<bare>\d{1,5})\s{1,4}of\s{1,4}(?<bareOf>\d{1,5})(?:\.(?=\s|$))?(?!\d)/iuy;
const PAGES = /Pages\s{0,4}:?\s{0,4}(?<pages>\d{1,5})/iuy;
const COURT = /(?:USDC|U\.S\.D\.C\.)\s{1,4}[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:\s{1,4}Page(?=\s))?/uy;
const IDENTIFIER = /(?:Entry\s{1,4})?ID\s{0,4}:\s{0,4}\d+|\d{7,12}(?!\d)/iuy;
/** Stands inside some stamps (W.D. Mich.); it is found on its own as well. */
const PAGE_ID = /(?:Page|Pg)\s?I\s?D\s{0,4}\.?\s{0,4}(?:#|No\.?)?\s{0,4}:?\s{0,4}(?<number>\d[\d,]*)/iuy;

/** Longest way from the docket number back to the word `Case`. */
const HEAD_REACH = 24;

/** Finds the stamps that courts' filing systems print: ECF, appellate, PageID. */
export function detectCourtStamps(page: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  const cover = createCover(page.text.length);
  let from = 0;
  for (const { word } of page.triggers.stamp) {
    const start = page.words.starts[word] ?? 0;
    if (start < from) continue;
    const stamp = readStampWithHead(page.text, start);
    if (stamp === null) continue;
    found.push(stamp);
    cover.take(stamp);
    from = stamp.end;
  }
  for (const { word } of page.triggers.docket) {
    const stamp = readStampWithoutHead(page, word);
    if (stamp === null || cover.touches(stamp.start, stamp.end)) continue;
    found.push(stamp);
    cover.take(stamp);
  }
  for (const { word } of page.triggers["page-id"]) {
    const pageId = readPageId(page, word);
    if (pageId !== null) found.push(pageId);
  }
  return found;
}

const HEAD =
  /(?<court>(?:USCA\s?\d{0,2}|U\.S\.C\.A\.)?\s?(?:Appellate\s{1,4})?(?:Cases?|Appeal))\s{0,4}(?:No\.?)?\s{0,4}:?\s{0,4}(?:#|No\.)?\s{0,4}/iuy;

function readStampWithHead(text: string, start: number): Detection | null {
  const head = matchAt(HEAD, text, start);
  if (head === null) return null;
  const at = start + head[0].length;
  const district = matchAt(CASE_NUMBER, text, at);
  if (district !== null) return ecfStamp(text, start, district[0], at + district[0].length);
  const bankruptcy = matchAt(BANKRUPTCY_NUMBER, text, at);
  if (bankruptcy !== null) {
    const parts = readParts(text, at + bankruptcy[0].length, false);
    if (parts.isBankruptcy) return toEcf(start, bankruptcy[0], parts);
  }
  const appeal = matchAt(APPEAL_NUMBER, text, at);
  if (appeal === null) return null;
  const parts = readParts(text, at + appeal[0].length, true);
  const said = [parts.document, parts.filed, parts.page ?? parts.pages].filter((part) => part !== null).length;
  if (said < 2) return null;
  const value: DetectedValue = {
    kind: "appellate-stamp",
    court: (head.groups?.["court"] ?? "").trim().replace(/\s+/gu, " "),
    caseNumber: appeal[0].replace(/\s+/gu, ""),
    document: parts.document === null ? null : joinNumber(parts),
    filed: parts.filed,
    page: parts.page,
    pages: parts.pages,
  };
  return { start, end: parts.end, value };
}

const joinNumber = ({ document, attachment }: StampParts) =>
  attachment === null ? document : `${document}-${attachment}`;

/** Some districts print the number alone: `2:20-cv-10000-ABC Doc # 1 Filed …`, also split as `C ase 1:25-cv-…`. */
function readStampWithoutHead(page: PageContext, word: number): Detection | null {
  const { text, words } = page;
  const type = words.starts[word] ?? 0;
  const before = /(?:\d{1,2}\s?:\s?)?\d{2}\s?-\s?$/u.exec(text.slice(Math.max(0, type - 12), type));
  if (before === null) return null;
  const start = type - before[0].length;
  const number = matchAt(CASE_NUMBER, text, start);
  if (number === null) return null;
  const head = /C\s?a\s?s\s?e\s?:?\s*$/iu.exec(text.slice(Math.max(0, start - HEAD_REACH), start));
  return ecfStamp(text, start - (head?.[0].length ?? 0), number[0], start + number[0].length);
}

function ecfStamp(text: string, start: number, number: string, at: number): Detection | null {
  return toEcf(start, number, readParts(text, at, false));
}

function toEcf(start: number, number: string, parts: StampParts): Detection | null {
  if (parts.document === null || (parts.filed === null && parts.page === null)) return null;
  const value: DetectedValue = {
    kind: "ecf-stamp",
    caseNumber: number.replace(/\s+/gu, ""),
    document: parts.document,
    attachment: parts.attachment,
    filed: parts.filed,
    page: parts.page,
    pages: parts.pages,
  };
  return { start, end: parts.end, value };
}

/** Reads the parts of a stamp in whatever order they come, until something else stands there. */
function readParts(text: string, start: number, isAppeal: boolean): StampParts {
  const parts: StampParts = {
    document: null,
    attachment: null,
    filed: null,
    page: null,
    pages: null,
    isBankruptcy: false,
    end: start,
  };
  let at = start;
  for (;;) {
    at += matchAt(BETWEEN, text, at)?.[0].length ?? 0;
    const length = readPart(text, at, isAppeal, parts);
    if (length === 0) return parts;
    at += length;
    parts.end = at;
  }
}

/** Reads one part into `parts`; gives its length, 0 when none stands there. No part is read twice. */
function readPart(text: string, at: number, isAppeal: boolean, parts: StampParts): number {
  const pageId = matchAt(PAGE_ID, text, at);
  if (pageId !== null) {
    // A PageID at the end of a stamp is a thing of its own; inside, more parts follow it.
    const after = at + pageId[0].length;
    return parts.filed === null && /^[\s,]*Filed/iu.test(text.slice(after, after + 12)) ? pageId[0].length : 0;
  }
  const document = parts.document === null ? matchAt(DOCUMENT, text, at) : null;
  if (document !== null) {
    parts.document = document.groups?.["document"] ?? null;
    parts.attachment = document.groups?.["attachment"] ?? null;
    return document[0].length;
  }
  const filed =
    parts.filed === null ? (matchAt(FILED, text, at) ?? (isAppeal ? matchAt(BARE_DATE, text, at) : null)) : null;
  if (filed !== null) {
    parts.filed = usDate(filed.groups?.["date"]);
    return parts.filed === null ? 0 : filed[0].length;
  }
  const entered = matchAt(ENTERED, text, at) ?? matchAt(DESCRIBED, text, at);
  if (entered !== null) {
    parts.isBankruptcy = true;
    return entered[0].length;
  }
  const court = matchAt(COURT, text, at);
  // `USDC Colorado Page 7 of 16`: the name must not take the word `Page` along.
  if (court !== null) return court[0].replace(/\s+Page$/u, "").length;
  const other = readPageNumber(text, at, parts) || readPages(text, at, parts);
  if (other > 0) return other;
  return isAppeal ? (matchAt(IDENTIFIER, text, at)?.[0].length ?? 0) : 0;
}

function readPageNumber(text: string, at: number, parts: StampParts): number {
  if (parts.page !== null) return 0;
  const found = matchAt(PAGE, text, at);
  if (found === null) return 0;
  const { page, pages, bare, bareOf } = found.groups ?? {};
  const number = Number(page ?? bare);
  if (number < 1) return 0;
  parts.page = number;
  const of = Number(pages ?? bareOf ?? 0);
  parts.pages = of > 0 ? of : null;
  return found[0].length;
}

function readPages(text: string, at: number, parts: StampParts): number {
  if (parts.pages !== null) return 0;
  const found = matchAt(PAGES, text, at);
  if (found === null) return 0;
  const pages = Number(found.groups?.["pages"]);
  parts.pages = pages > 0 ? pages : null;
  return found[0].length;
}

function readPageId(page: PageContext, word: number): Detection | null {
  const { text, words } = page;
  const at = words.starts[word] ?? 0;
  const isOneWord = (words.ends[word] ?? 0) - at > 2;
  const before = word > 0 ? (words.starts[word - 1] ?? at) : at;
  const start = isOneWord || at - before > 6 ? at : before;
  const found = matchAt(PAGE_ID, text, start);
  if (found === null) return null;
  const number = Number((found.groups?.["number"] ?? "").replaceAll(",", ""));
  return Number.isSafeInteger(number)
    ? { start, end: start + found[0].trimEnd().replace(/,$/u, "").length, value: { kind: "page-id", number } }
    : null;
}
