import type { Detection } from "../../model/detection.ts";
import { createCover } from "./cover.ts";
import { matchAt, type PageContext } from "./page-context.ts";

/** `1231(b)(3)`, `208.16(c)(2)–(4)`, `1101 note`, `2000ee-1`. */
const SECTION = String.raw`\d{1,5}[a-z]{0,3}(?:-\d{1,3}[a-z]?)?(?:\.\d{1,4}(?:-\d{1,3})?)?[a-z]?(?:\s?\([A-Za-z\d]{1,5}\)){0,6}`;
const CODE = new RegExp(
  String.raw`(?<code>U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?)\s{0,2}(?<part>pt\.\s|Part\s|part\s|parts\s|[Ss]ec(?:tion|s?\.)\s|§{1,2}\s?|\$\s)?\s?(?<section>${SECTION})`,
  "uy",
);
const PUBLIC_LAW = /Pub(?:lic)?\.?\s?L(?:aw)?\.?\s(?:No\.?\s)?(?<number>\d{2,3}\s?[-–]\s?\d{1,4})/uy;
const PUBLIC_LAW_SHORT = /P\.?\s?L\.?\s(?:No\.?\s)?(?<number>\d{2,3}[-–]\d{1,4})(?![\d-])/uy;

/** Reporters in their usual form, and how else they are set (spaces are free). */
const REPORTERS: readonly string[] = [
  "U.S.",
  "S. Ct.",
  "L. Ed. 2d",
  "L. Ed.",
  "F. Supp. 3d",
  "F. Supp. 2d",
  "F. Supp.",
  "F.4th",
  "F.3d",
  "F.2d",
  "F. App’x",
  "F.R.D.",
  "B.R.",
  "Fed. Cl.",
  "Fed. Reg.",
  "T.C.M.",
  "T.C.",
  "Stat.",
  "WL",
  "S.W.3d",
  "S.W.2d",
  "S.E.2d",
  "N.E.3d",
  "N.E.2d",
  "N.W.2d",
  "So. 3d",
  "So. 2d",
  "P.3d",
  "P.2d",
  "A.3d",
  "A.2d",
  "Cal. Rptr. 3d",
  "Cal. Rptr. 2d",
  "Cal. App. 4th",
  "N.Y.S.2d",
  "I. & N. Dec.",
  "F.",
];

const squeeze = (reporter: string) => reporter.replace(/[\s.’']/gu, "").toLowerCase();
const REPORTER_BY_FORM = new Map(REPORTERS.map((reporter) => [squeeze(reporter), reporter]));
const REPORTER_PATTERN = REPORTERS.map((reporter) =>
  reporter
    .replace(/[.]\s?/gu, "\\.?\\s?")
    .replace(/\s(?!\?)/gu, "\\s")
    .replace("’", "['’]"),
).join("|");
const REPORTED = new RegExp(
  `\\s(?<reporter>${REPORTER_PATTERN})(?<=[.\\dA-Za-z]\\s?)\\s{0,2}(?:at\\s)?(?<page>\\d{1,8}(?:,\\d{3})?|_{2,4})(?![\\p{L}\\d]|-\\d)(?<year>[^()\\n;]{0,24}\\((?:[^()\\n]{0,24}\\s)?(?<of>\\d{4})\\))?`,
  "uy",
);

const DISTRICT_NUMBER =
  /(?:\d{1,2}[:-])?\d{2}\s?-?\s?(?:cv|cr|md|mc|mj|bk|ap|misc|mag|civ|crim|mdl)\s?-?\s?\d{2,6}(?:\s?-\s?[A-Z]{1,5}(?![a-z]))*(?:-\d{1,3}(?!\d))?(?:\s\([A-Z][A-Za-z]{1,4}\)(?:\s?\([A-Z][A-Za-z]{1,4}\))?)?/iuy;
/** Older numbers of some districts: `21 Mag. 4335`, `20 Civ. 1234 (ABC)`. */
const OLD_NUMBER = /(?:Mag|Civ|Crim|Cr|Misc)\.\s\d{1,5}(?:\s\([A-Z]{2,4}\))?(?!\d)/uy;
const AFTER_NUMBER_WORD =
  /(?:No|Nos|NO|NOS|[Nn]umber|Docket|Dkt)\.?\s?:?\s{0,2}(?:#\s?)?(?:(?:MDL|CV|CR|C|Civ\.|Crim\.)\s)?(?<number>\d{2}\s?[-–]\s?\d{3,6}(?:-(?:CV|CR|MC|[A-Z]{1,3})(?![A-Za-z])){0,3}(?:\s[A-Z]{2,3}(?=\s?(?:[\n(),;]|$)))?(?:-[A-Z]{1,4}){0,3}(?:\s?\([A-Z][A-Za-z]{1,4}\)){0,2}|\d{2}A\d{1,4}|[A-Z]{2}\d{5,8}|\d{4}-[A-Z]{2}\d{4,6})(?![\d/])/uy;
const ANOTHER_NUMBER = /(?:,\s?|\s?(?:and|&)\s|,\s?and\s)(?<number>\d{2}\s?-\s?\d{3,6})(?![\d/-])/uy;

/** Finds docket numbers, statutes and regulations, and citations of reporters. */
export function detectCitations(page: PageContext): readonly Detection[] {
  return [...detectStatutes(page), ...detectReporters(page), ...detectDockets(page)];
}

const CODE_FORMS: Readonly<Record<string, string>> = { usc: "U.S.C.", usca: "U.S.C.", cfr: "C.F.R." };

function detectStatutes({ text, words, triggers }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const { word } of triggers.law) {
    const at = words.starts[word] ?? 0;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    const law = matchAt(PUBLIC_LAW, text, at) ?? matchAt(PUBLIC_LAW_SHORT, text, at);
    if (law !== null) {
      const number = (law.groups?.["number"] ?? "").replace(/\s/gu, "").replace("–", "-");
      found.push({ start: at, end: at + law[0].length, value: { kind: "statute", value: `Pub. L. ${number}` } });
      continue;
    }
    const title = word > 0 && words.isNumber[word - 1] === 1 ? (words.starts[word - 1] ?? 0) : -1;
    if (title < 0 || !/^\s{1,2}$/u.test(text.slice(words.ends[word - 1] ?? 0, at))) continue;
    const code = matchAt(CODE, text, at);
    if (code === null) continue;
    const form = CODE_FORMS[(code.groups?.["code"] ?? "").replace(/[\s.]/gu, "").toLowerCase()];
    const number = text.slice(title, words.ends[word - 1] ?? 0);
    if (form === undefined || number.length > 2) continue;
    const part = /part|pt/iu.test(code.groups?.["part"] ?? "") ? "pt. " : "§ ";
    const section = (code.groups?.["section"] ?? "").replace(/\s/gu, "");
    found.push({
      start: title,
      end: at + code[0].length,
      value: { kind: "statute", value: `${number} ${form} ${part}${section}` },
    });
  }
  return found;
}

function detectReporters({ text, words, numbers }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const word of numbers) {
    const start = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    if (end - start > 4 || start < (found.at(-1)?.end ?? 0)) continue;
    if (!/[A-Z]/u.test(text[end + 1] ?? "") || /[\d.,$(-]/u.test(text[start - 1] ?? "")) continue;
    const match = matchAt(REPORTED, text, end);
    if (match === null) continue;
    const { reporter = "", page = "", of } = match.groups ?? {};
    const form = REPORTER_BY_FORM.get(squeeze(reporter));
    if (form === undefined) continue;
    const year = of === undefined ? "" : ` (${of})`;
    found.push({
      start,
      end: end + match[0].length,
      value: { kind: "reporter", value: `${text.slice(start, end)} ${form} ${page}${year}` },
    });
  }
  return found;
}

function detectDockets({ text, words, triggers }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  const cover = createCover(text.length);
  const add = (start: number, printed: string) => {
    if (cover.touches(start, start + printed.length)) return;
    cover.take({ start, end: start + printed.length });
    const value = printed
      .replace(/\s?[-–]\s?/gu, "-")
      .replace(/\s+/gu, " ")
      .trim();
    found.push({ start, end: start + printed.length, value: { kind: "docket-number", value } });
  };
  for (const { word } of triggers.docket) {
    const at = words.starts[word] ?? 0;
    const lead = /(?:\d{1,2}[:-])?\d{2}\s?-?\s?$/u.exec(text.slice(Math.max(0, at - 10), at));
    const district = lead === null ? null : matchAt(DISTRICT_NUMBER, text, at - lead[0].length);
    if (lead !== null && district !== null) {
      add(at - lead[0].length, district[0]);
      continue;
    }
    const year = /(?<!\d)\d{2}\s$/u.exec(text.slice(Math.max(0, at - 4), at));
    const old = year === null ? null : matchAt(OLD_NUMBER, text, at);
    if (year !== null && old !== null) {
      add(at - year[0].length, year[0] + old[0]);
      continue;
    }
    // `H.R. Rep. No. 95-1283` numbers a report, `Pub. L. No. 104-208` a law.
    if (/(?:Rep|Res|Doc|Op|L|Order|Release|Bulletin|Form)\.?\s$/u.test(text.slice(Math.max(0, at - 10), at))) continue;
    const numbered = matchAt(AFTER_NUMBER_WORD, text, at);
    const number = numbered?.groups?.["number"];
    if (numbered === null || number === undefined) continue;
    let end = at + numbered[0].length;
    add(end - number.length, number);
    for (let next = matchAt(ANOTHER_NUMBER, text, end); next !== null; next = matchAt(ANOTHER_NUMBER, text, end)) {
      const other = next.groups?.["number"] ?? "";
      end += next[0].length;
      add(end - other.length, other);
    }
  }
  return found;
}
