import type { DetectedValue, Detection } from "../../model/detection.ts";
import { createCover } from "./cover.ts";
import { matchAt, type PageContext } from "./page-context.ts";

type Law = Extract<DetectedValue, { kind: "exemption" }>["law"];

/** A code as read, before its surroundings are judged. */
interface Code {
  readonly start: number;
  readonly end: number;
  readonly law: Law;
  readonly code: string;
  /** Written without parentheses (`b6`): needs company. */
  readonly isShort: boolean;
}

/** `(b)(6)`, `b(6)`, `(b) (7) (C)`, `(b)(7)c`; 5 U.S.C. 552(b). A bracket that a scanner misread is let pass. */
const FOIA = /[([{]?b[)\]}]?\s?[([{]\s?(?<number>[1-9])\s?[)\]}](?:\s?[([{]?(?<letter>[A-F])[)\]}]?(?![\p{L}\d]))?/iuy;
/** `b6`, `b7C`, `b7D`. */
const FOIA_SHORT = /b(?<number>[1-9])(?<letter>[A-F])?(?![\p{L}\d/.])/iuy;
/** `(j)(2)`, `(k)(2)`; 5 U.S.C. 552a. */
const PRIVACY = /[([]?(?<part>[jk])[)\]]?\s?\(\s?(?<number>[1-7])\s?\)/iuy;
/** Another code of subsection (b) without its letter: `(b)(6), (7)(C)`. */
const CONTINUED = /(?:\s?[,;&/]\s?|\s)\((?<number>[1-9])\)(?:\s?\((?<letter>[A-F])\))?(?![\p{L}\d(])/uy;
/** `§ 1.4(d)`, `1.4 (c)`, `3.3(b)(1)`; E.O. 13526. */
const ORDER =
  /(?<![\d.(])(?:§\s?|Sec(?:tion|\.)?\s)?1\.4\s?\(?(?<letter>[a-h])\)(?![\p{L}\d(])|(?<![\d.(])3\.3\s?\((?<part>[bh])\)\s?\((?<number>\d{1,2})\)/gu;

const WITHHOLDINGS: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/withheld\sin\s(?:full|(?:its|their)\sentirety)/iuy, "Withheld in full"],
  [/withheld\sin\spart/iuy, "Withheld in part"],
  [/denied\sin\s(?:full|(?:its|their)\sentirety)/iuy, "Denied in full"],
  [
    /(?:released\sin\s(?:part|redacted\sform)|released\swith\s(?:deletions|redactions|excisions))/iuy,
    "Released in part",
  ],
  [/released\sin\s(?:full|(?:its|their)\sentirety)/iuy, "Released in full"],
  [/(?:non|not)[-\s]?responsive(?:\srecords?)?/iuy, "Non-responsive"],
  [/NR/uy, "Non-responsive"],
  [/referred\sto\s[^\n.;)]{2,60}/iuy, "Referred to"],
];

/** What a sentence says before it speaks of a provision, and a mark on a page does not. */
const PROSE_BEFORE =
  /(?:§{1,2}|\b(?:under|exemptions?|exempt|sections?|sec\.|secs\.|subsections?|(?:para-?\s?)?graphs?|para\.|charts?|tables?|clauses?|rules?|pursuant\sto|by|see|title|part|subparagraphs?|art(?:icle)?s?|in|of|to|with|per|U\.?\s?S\.?\s?C\.?|C\.?F\.?R\.?|F\.?O\.?I\.?A\.?|Act)\s?,?\s?)$/iu;
/** The end of another provision in a list: `1881a(a), `. */
const LISTED = /\([A-Za-z\d]{1,4}\),?\s(?:and\s|or\s)?$/u;
const CHAINED = /^\s?(?:[,;&/]|and|or|through|[-–])?\s?(?:and|or)?\s?(?:under\s|exemptions?\s)?$/u;

/** Finds the codes and words by which a release says what it withholds, as marks on the page; not talk of the law. */
export function detectExemptions(page: PageContext): readonly Detection[] {
  const codes = [...readCodes(page), ...readOrderCodes(page.text)].sort((one, two) => one.start - two.start);
  const marks = keepMarks(page.text, codes);
  const found: Detection[] = marks.map(({ start, end, law, code }) => ({
    start,
    end,
    value: { kind: "exemption", law, code },
  }));
  const cover = createCover(page.text.length);
  for (const mark of found) cover.take(mark);
  for (const { word } of page.triggers.withholding) {
    const withholding = readWithholding(page, word);
    if (withholding === null || cover.touches(withholding.start, withholding.end)) continue;
    found.push(withholding);
    cover.take(withholding);
  }
  return found;
}

function formatCode(number: string, letter: string | undefined): string {
  // Only (b)(7) has lettered parts; a letter after another number is something else.
  return number === "7" && letter !== undefined ? `(b)(7)(${letter.toUpperCase()})` : `(b)(${number})`;
}

function readCodes({ text, words, triggers }: PageContext): readonly Code[] {
  const codes: Code[] = [];
  for (const { word } of triggers["law-letter"]) {
    const letterAt = words.starts[word] ?? 0;
    const opens = /[([{]/u.test(text[letterAt - 1] ?? "");
    const start = opens ? letterAt - 1 : letterAt;
    if (start < (codes.at(-1)?.end ?? 0)) continue;
    const privacy = matchAt(PRIVACY, text, start);
    if (privacy !== null) {
      const { part = "", number = "" } = privacy.groups ?? {};
      const code = `(${part.toLowerCase()})(${number})`;
      codes.push({ start, end: start + privacy[0].length, law: "privacy-act", code, isShort: false });
      continue;
    }
    const long = matchAt(FOIA, text, start);
    const match = long ?? (opens ? null : matchAt(FOIA_SHORT, text, start));
    if (match === null) continue;
    const { number = "", letter } = match.groups ?? {};
    const length = number === "7" || letter === undefined ? match[0].trimEnd().length : match[0].search(/\d/u) + 2;
    let end = start + (long === null ? match[0].length : length);
    codes.push({ start, end, law: "foia", code: formatCode(number, letter), isShort: long === null });
    if (long === null) continue;
    for (let next = matchAt(CONTINUED, text, end); next !== null; next = matchAt(CONTINUED, text, end)) {
      const after = next.groups ?? {};
      const begin = end + next[0].indexOf("(");
      end += next[0].length;
      codes.push({
        start: begin,
        end,
        law: "foia",
        code: formatCode(after["number"] ?? "", after["letter"]),
        isShort: false,
      });
    }
  }
  return codes;
}

function readOrderCodes(text: string): readonly Code[] {
  if (!text.includes("1.4") && !text.includes("3.3")) return [];
  const codes: Code[] = [];
  for (const match of text.matchAll(ORDER)) {
    const { letter, part, number } = match.groups ?? {};
    const code = letter === undefined ? `3.3(${part})(${number})` : `1.4(${letter})`;
    // A numbered heading (`1.4 (a) Terms`) looks the same; the section sign or company tells them apart.
    const isShort = !match[0].startsWith("§");
    codes.push({ start: match.index, end: match.index + match[0].length, law: "executive-order", code, isShort });
  }
  return codes;
}

/** Statutes and regulations count their paragraphs `(a)`, `(b)(1)`, `(c)` at the start of lines. */
const ENUMERATION = /(?:^|\n)\s?\((?:a|c|d|e)\)\s?(?:\(1\)|\p{Lu})/u;
const CLASSIFICATION_TALK = /\b(?:13526|12958|12356|Classified\sby|Declassify|Reasons?:|EO\b|E\.O\.)/iu;

function keepMarks(text: string, codes: readonly Code[]): readonly Code[] {
  if (codes.length === 0) return [];
  const marks: Code[] = [];
  const isEnumerated = ENUMERATION.test(text);
  const company = codes.filter(({ isShort }) => !isShort).length;
  const shortOnes = codes.length - company;
  let rejectedEnd = -1;
  for (const code of codes) {
    const before = text.slice(Math.max(0, code.start - 32), code.start);
    const isChained = rejectedEnd >= 0 && CHAINED.test(text.slice(rejectedEnd, code.start));
    const isListed =
      LISTED.test(before) &&
      marks.at(-1)?.end !== code.start - (/[,\s]+(?:and\s|or\s)?$/u.exec(before)?.[0].length ?? 0);
    if (
      isChained ||
      isListed ||
      !isMark(text, code, before, isEnumerated) ||
      !hasCompany(text, code, company, shortOnes)
    ) {
      rejectedEnd = code.end;
    } else marks.push(code);
  }
  return marks;
}

function isMark(text: string, code: Code, before: string, isEnumerated: boolean): boolean {
  // `552(b)(6)`, `12(b)(6)`, `(a)(b)(6)`: part of a longer provision.
  if (/[\p{L}\d)\]§]\s?$/u.test(before) && /[\p{L}\d)\]§]$/u.test(before)) return false;
  const ownLine = /(?:^|\n)\s?$/u.test(before) && /^\s?(?:\n|$)/u.test(text.slice(code.end, code.end + 2));
  if (ownLine) return true;
  if (code.law === "executive-order" ? /\bsection\s$/iu.test(before) : PROSE_BEFORE.test(before)) return false;
  const startsLine = /(?:^|\n)\s?["“]?$/u.test(before);
  return !(isEnumerated && startsLine) && !/^[(\p{L}\d]/u.test(text.slice(code.end, code.end + 1));
}

/** A code written short is believed beside another one, or when it fills its line or stands with a (b)(7) letter. */
function hasCompany(text: string, code: Code, company: number, shortOnes: number): boolean {
  if (!code.isShort || company > 0) return true;
  if (code.law === "executive-order") return CLASSIFICATION_TALK.test(text);
  const isLettered = /7\)\([A-F]/u.test(code.code);
  const isAlone = /(?:^|\n)\s?$/u.test(text.slice(Math.max(0, code.start - 2), code.start));
  return (isLettered || isAlone) && (shortOnes > 1 || (isLettered && isAlone));
}

/** Marks begin a line or stand apart from running text; a sentence's words are in lower case before them. */
function readWithholding({ text, words }: PageContext, word: number): Detection | null {
  const at = words.starts[word] ?? 0;
  const previous = word > 0 ? (words.starts[word - 1] ?? at) : at;
  const isNegated = at - previous <= 4 && /^no[nt][-\s]$/iu.test(text.slice(previous, at));
  const start = isNegated ? previous : at;
  for (const [pattern, code] of WITHHOLDINGS) {
    const match = matchAt(pattern, text, start);
    if (match === null) continue;
    const end = start + match[0].trimEnd().length;
    const first = text[start] ?? "";
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 12);
    const startsLine = /(?:^|\n)[\s*•[("“-]*$/u.test(before);
    const endsLine = /^[\s\])."”;:,]*(?:\n|$)/u.test(after);
    const isCapital = first !== first.toLowerCase();
    const isShouted = match[0].slice(0, 8) === match[0].slice(0, 8).toUpperCase();
    if (code === "Non-responsive" && match[0] === "NR" && !(startsLine && endsLine)) continue;
    const isMarked = isShouted || (isCapital && (startsLine || endsLine || /[[(:|]\s?$/u.test(before)));
    // `REFERRED TO` heads a paragraph as often as it marks a page, so what follows must end with the line.
    // Courts deny in full as well, in sentences; a release says it on a line of its own.
    if (code === "Denied in full" && !startsLine) continue;
    if (!isMarked || (code === "Referred to" && (!startsLine || !isCapital))) continue;
    const said = code === "Referred to" ? `Referred to ${match[0].slice(12).trim().replace(/\s+/gu, " ")}` : code;
    return { start, end, value: { kind: "exemption", law: "withholding", code: said } };
  }
  return null;
}
