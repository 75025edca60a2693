import type { Detection } from "../../model/detection.ts";
import type { PageContext } from "./page-context.ts";

/** `14. The …`, `¶ 14`, at the start of a line; sections and tables of contents are told apart by what follows. */
const NUMBERED = /(?:^|\n)(?:(?<plain>\d{1,4})\.\s(?=["“'‘([]?\p{L})|¶\s?(?<marked>\d{1,4})\.?(?=\s))/gu;
const DOTS = /\.{4,}|(?:\.\s){4,}|…{2,}/u;

/** Finds the numbers of numbered paragraphs. They increase down the page. */
export function detectParagraphNumbers({ text }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  let last = 0;
  for (const match of text.matchAll(NUMBERED)) {
    const printed = match.groups?.["plain"] ?? match.groups?.["marked"] ?? "";
    const number = Number(printed);
    const start = match.index + (match[0].startsWith("\n") ? 1 : 0);
    const isParagraph =
      start === 0 ||
      (last > 0 && number === last + 1) ||
      text.startsWith("\n\n", start - 2) ||
      startsSentence(text, start);
    if (number < 1 || number <= last || !isParagraph || isEntry(text, start)) continue;
    // A gap is a number from elsewhere: a year, a figure at the start of a line.
    if (last > 0 && number > last + 3) continue;
    last = number;
    const end = start + match[0].trim().length;
    found.push({ start, end, value: { kind: "paragraph", number } });
  }
  return found;
}

/** The line before has ended a sentence. */
function startsSentence(text: string, start: number): boolean {
  return /[.;:!?”"')\]]$/u.test(text.slice(Math.max(0, start - 2), start - 1));
}

/** An entry of a table of contents. */
function isEntry(text: string, start: number): boolean {
  const end = text.indexOf("\n", start);
  return DOTS.test(text.slice(start, Math.min(end === -1 ? text.length : end, start + 200)));
}
