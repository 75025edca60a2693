import type { Detection } from "../../model/detection.ts";
import { maskStamps } from "../mask-stamps.ts";
import type { PageContext } from "./page-context.ts";
import { isInMargin } from "./places.ts";

const ROMAN = "[ivxlc]{1,7}";
/** A line that is nothing but a page number: `3`, `- 3 -`, `Page 3`, `3 of 9`, `iv`, `A-3`. */
const ALONE = new RegExp(
  `^[-–—~[(\\s]{0,4}(?:(?:Page|PAGE|Página|Pág\\.|page|p\\.)\\s?)?(?<label>\\d{1,4}|${ROMAN}|[A-Z]{1,2}-\\d{1,3})(?:\\s?(?:of|de|sur|/)\\s?\\d{1,4})?[-–—~\\])\\s.]{0,4}$`,
  "u",
);
/** `Page 3` or `Página 3` at the end of a header or footer. */
const SAID =
  /(?:^|\s)(?:Page|PAGE|Página|Pág\.)\s(?<label>\d{1,4})(?:\s(?:of|de|sur)\s\d{1,4})?$|^Cite\sas:\s.{3,60}\s(?<cited>\d{1,3})$|^Page\s(?<first>\d{1,4})\s\p{Lu}{2,}/u;
/** A running head that begins or ends with the number: `2 TARRANT REGIONAL WATER DIST.`, `Hon. A. Carrow 5`. */
const HEAD_START = /^(?<label>\d{1,3})\s(?=\p{Lu}{2,}|§)/u;
const HEAD_END = /[\p{L}).;:,]\s(?<label>\d{1,3})$/u;
const MONTH_BEFORE = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s\d{1,3}$/u;
const NUMBERED_NOUN =
  /(?:No|Nos|Part|Section|Sec|Chapter|Exhibit|Ex|Form|Rule|Volume|Vol|Tab|Flight|Phase|Case|Doc|Title|Schedule|Table|Article|Annex|Appendix)\.?\s\d{1,3}$/iu;
const LONGEST_HEAD = 90;
const WIDE_MARGIN = 0.25;
/** Page numbers stand in the outermost lines of the page. */
const EDGE_LINES = 3;

interface Line {
  readonly start: number;
  readonly content: string;
}

/**
 * Finds the number that is printed on a page, in its outermost lines. Only a whole document shows that the numbers run
 * on; one page shows where such a number stands.
 */
export function detectPrintedPage(page: PageContext, stamps: readonly Detection[]): readonly Detection[] {
  const lines = readEdgeLines(maskStamps(page.text, stamps));
  const candidates = lines
    .map((line) => readLabel(line))
    .filter((found) => found !== null)
    .filter(({ start, isAlone }) => standsInMargin(page, start, isAlone));
  // A number alone on its line says more than one beside other words.
  const best = candidates.find(({ isAlone }) => isAlone) ?? candidates[0];
  if (best === undefined) return [];
  const { start, end, label } = best;
  return [{ start, end, value: { kind: "printed-page", label } }];
}

/** The outermost lines that hold something; the outer ones first. */
function readEdgeLines(text: string): readonly Line[] {
  const first: Line[] = [];
  for (let start = 0; start < text.length && first.length < EDGE_LINES; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    const line = trimLine(text, start, end);
    if (line !== null) first.push(line);
    start = end + 1;
  }
  const last: Line[] = [];
  for (let end = text.length; end > 0 && last.length < EDGE_LINES; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = trimLine(text, start, end);
    if (line !== null && !first.some((other) => other.start === line.start)) last.push(line);
    end = start - 1;
  }
  return first
    .flatMap((line, index) => [last[index], line])
    .concat(last.slice(first.length))
    .filter((line) => line !== undefined);
}

function trimLine(text: string, start: number, end: number): Line | null {
  if (end - start > LONGEST_HEAD * 2) return null;
  const raw = text.slice(start, end);
  const content = raw.trim();
  if (/^\d{1,2}$/u.test(content) && isInColumn(text, start, end, Number(content))) return null;
  return content === "" ? null : { start: start + raw.indexOf(content), content };
}

/** One of the line numbers of a transcript or of pleading paper: its neighbour is the number before or after. */
function isInColumn(text: string, start: number, end: number, number: number): boolean {
  const previous = text.lastIndexOf("\n", start - 2) + 1;
  const before = start > 1 ? /^\d{1,2}(?=\s)/u.exec(text.slice(previous, previous + 3))?.[0] : undefined;
  const after = /^\n(?<next>\d{1,2})(?:\s|$)/u.exec(text.slice(end, end + 4))?.groups?.["next"];
  return Number(before ?? Number.NaN) === number - 1 || Number(after ?? Number.NaN) === number + 1;
}

function readLabel({ start, content }: Line): { start: number; end: number; label: string; isAlone: boolean } | null {
  if (content.length > LONGEST_HEAD) return null;
  const alone = ALONE.exec(content);
  const said = alone ?? SAID.exec(content);
  const isNoNumber = MONTH_BEFORE.test(content) || NUMBERED_NOUN.test(content);
  const head = said ?? HEAD_START.exec(content) ?? (isNoNumber ? null : HEAD_END.exec(content));
  const { label = head?.groups?.["cited"] ?? head?.groups?.["first"] } = head?.groups ?? {};
  if (head === null || head === undefined || label === undefined) return null;
  const at = start + head.index + head[0].lastIndexOf(label);
  return { start: at, end: at + label.length, label, isAlone: said !== null };
}

/** Pages whose text stands small in the middle carry their number farther in; alone on its line it is one all the same. */
function standsInMargin({ places }: PageContext, offset: number, isAlone: boolean): boolean {
  const known = places();
  if (!known.known) return true;
  const place = known.at(offset);
  if (place === null) return false;
  return isInMargin(place) || (isAlone && (place.down < WIDE_MARGIN || place.down > 1 - WIDE_MARGIN));
}
