import type { Span } from "./normalize.ts";

/** The longest that a sentence may be, in code units: in a table or in bad OCR none ends. */
const SENTENCE_MAX = 1500;

/**
 * What ends with a full stop and does not end a sentence: titles, references to parts of documents and cases, months, kinds
 * of companies, in English, Spanish and French; without its full stop, in lower case.
 */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "no nos v vs mr mrs ms dr prof hon rev gen col lt sgt capt gov sen rep st jr sr art arts sec secs sect ch cl par para " +
    "paras ¶ § p pp pg pgs vol ed eds fig figs ex exs exh app att dkt ecf doc docs id ibid cf e.g i.e etc viz al approx " +
    "dept dist div inc corp co ltd llc llp bros assn u.s u.s.c c.f.r f.supp f.2d f.3d f.4th cir ct cal tex fla jan feb mar " +
    "apr jun jul aug sep sept oct nov dec a.m p.m tel ext " +
    "sra srta sres dra ing lic núm núms num pág págs pag cía ee.uu s.a ud uds art arts inc lit apdo av avda " +
    "m mm mme mmes mlle mlles me al art n chap éd janv févr avr juill déc s.a.r.l"
  ).split(" "),
);

/** The word before a full stop at the end of a text, with full stops inside of it. */
const LAST_WORD = /([\p{L}\p{N}¶§.]+)\.["'”’»)\]]*\s*$/u;

/** A single letter is an initial. */
const INITIAL = /^\p{Lu}$/u;

/** Letters with full stops between them: `U.S`, `D.H.S`. They may end a sentence: what follows decides. */
const ACRONYM = /^(?:\p{L}\.)+\p{L}$/u;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** True when a sentence goes on after this piece although it ends with a full stop. */
function goesOn(piece: string, next: string): boolean {
  const word = LAST_WORD.exec(piece)?.[1];
  if (word === undefined) return false;
  if (INITIAL.test(word) || ABBREVIATIONS.has(word.toLowerCase())) return true;
  return ACRONYM.test(word) && /^["'“‘«(]*[\p{Ll}\p{N}]/u.test(next);
}

/** Paragraphs end at blank lines: the stretch between those around a range. */
export function paragraphAround(text: string, { start, end }: Span): Span {
  const breaks = /\n[^\S\n]*\n\s*/gu;
  let from = 0;
  let to = text.length;
  for (const found of text.matchAll(breaks)) {
    const after = found.index + found[0].length;
    if (after <= start) from = after;
    else if (found.index >= end) {
      to = found.index;
      break;
    }
  }
  return { start: from, end: to };
}

/** Sentences of a text without line breaks: pieces of the segmenter, joined where the sentence goes on. */
function sentencesOf(flat: string): readonly Span[] {
  const pieces = [...segmenter.segment(flat)];
  const sentences: Span[] = [];
  let start = 0;
  for (const [place, { index, segment }] of pieces.entries()) {
    const next = pieces[place + 1];
    if (next !== undefined && goesOn(segment, next.segment)) continue;
    sentences.push({ start, end: index + segment.length });
    start = index + segment.length;
  }
  return sentences;
}

/**
 * The sentences that a range lies in, from the beginning of the first to the end of the last. A line break is a space; a
 * blank line ends a sentence. Abbreviations (`No.`, `v.`, `U.S.`, `núm.`, `M.`), initials and numbers do not. One that is too
 * long to be a sentence gives the lines of the range.
 *
 * @param range offsets into the text, in code units; end exclusive
 */
export function sentenceAround(text: string, range: Span): Span {
  const paragraph = paragraphAround(text, range);
  // Of the same length, so that offsets stay: a line's end is not a sentence's.
  const flat = text.slice(paragraph.start, paragraph.end).replaceAll(/[\n\r\t\u2028\u2029]/gu, " ");
  const met = sentencesOf(flat)
    .map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end }))
    .filter(({ start, end }) => start < range.end && end > range.start);
  const found = { start: met[0]?.start ?? range.start, end: met.at(-1)?.end ?? range.end };
  return found.end - found.start <= Math.max(SENTENCE_MAX, range.end - range.start) ? found : linesAround(text, range);
}

function linesAround(text: string, { start, end }: Span): Span {
  const before = start === 0 ? -1 : text.lastIndexOf("\n", start - 1);
  const after = text.indexOf("\n", end);
  return { start: before + 1, end: after === -1 ? text.length : after };
}
