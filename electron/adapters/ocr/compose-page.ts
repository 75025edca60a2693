import type { RecognisedPage } from "#core/ports/ocr-engine.ts";
import type { RunDirection, TextRun } from "#shared/model/geometry.ts";
import type { WordConfidence } from "#shared/model/page-state.ts";
import { encodeRuns } from "#shared/text/geometry-codec.ts";
import { type Affine, applyAffine } from "./page-place.ts";
import { type FoundWord, meanConfidence } from "./parse-tsv.ts";

/** A gap wider than this many times the height of the line ends a run, as in text layers. */
const WIDEST_GAP = 1.5;
/** A line that drifts by more than this share of its height is bounded word by word, so that highlights sit on the words. */
const NOTABLE_DRIFT = 0.15;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{N}]/u;

/** The words of one line. */
interface Line {
  readonly words: readonly FoundWord[];
  readonly beginsParagraph: boolean;
}

/** A word in the page's text. */
interface PlacedWord {
  readonly word: FoundWord;
  readonly start: number;
  readonly end: number;
  /** Rows of the raster that bound the line at this word. */
  readonly top: number;
  readonly bottom: number;
}

/** Where the words stand. */
export interface WordsPlace {
  /** From the raster that was recognised to PDF user space. */
  readonly toPage: Affine;
  /** Degrees, clockwise, by which lines still fall to the right in that raster. */
  readonly remainingSkew: number;
}

/**
 * Makes the page's text and geometry of recognised words, by the rules of text layers: NFC, `\n` between lines, `\n\n`
 * between paragraphs; the words of a line in one run, unless it drifts or has gaps.
 */
export function composeRecognisedPage(
  words: readonly FoundWord[],
  place: WordsPlace,
): Pick<RecognisedPage, "text" | "geometry" | "confidences" | "confidence"> {
  const parts: string[] = [];
  const runs: TextRun[] = [];
  const confidences: WordConfidence[] = [];
  let length = 0;
  for (const line of groupLines(words)) {
    if (length > 0) {
      const parting = line.beginsParagraph ? "\n\n" : "\n";
      parts.push(parting);
      length += parting.length;
    }
    const placed: PlacedWord[] = [];
    const band = measureBand(line.words, place.remainingSkew);
    for (const [index, word] of line.words.entries()) {
      if (index > 0) {
        parts.push(" ");
        length += 1;
      }
      parts.push(word.text);
      const end = length + word.text.length;
      placed.push({ word, start: length, end, ...band(word) });
      confidences.push([length, end, Math.round(word.confidence)]);
      length = end;
    }
    for (const group of groupIntoRuns(placed, place)) runs.push(makeRun(group, place.toPage));
  }
  return { text: parts.join(""), geometry: encodeRuns(runs), confidences, confidence: meanConfidence(words) };
}

function groupLines(words: readonly FoundWord[]): readonly Line[] {
  const lines: { words: FoundWord[]; beginsParagraph: boolean }[] = [];
  let before: FoundWord | undefined;
  for (const word of words) {
    const isSameParagraph = word.paragraph === before?.paragraph;
    const current = lines.at(-1);
    if (current !== undefined && word.line === before?.line) current.words.push(word);
    else lines.push({ words: [word], beginsParagraph: !isSameParagraph });
    before = word;
  }
  return lines;
}

/**
 * Finds one height for all words of a line: letters with and without ascenders have boxes of different heights, and a
 * highlight of one word must not be lower than that of its neighbour. Words that stand out of the line keep their own.
 */
function measureBand(
  words: readonly FoundWord[],
  skew: number,
): (word: FoundWord) => { readonly top: number; readonly bottom: number } {
  const slope = Math.tan((skew * Math.PI) / 180);
  const fall = (word: FoundWord): number => ((word.left + word.right) / 2) * slope;
  const tops = words.map((word) => word.top - fall(word)).sort((first, second) => first - second);
  const bottoms = words.map((word) => word.bottom - fall(word)).sort((first, second) => first - second);
  // All but the outermost eighth bound the line: one speck or rule that was read as a word does not.
  const top = tops[Math.floor(tops.length / 8)] ?? 0;
  const bottom = bottoms[bottoms.length - 1 - Math.floor(bottoms.length / 8)] ?? 0;
  const slack = (bottom - top) / 2;
  return (word) => {
    const ownTop = word.top - fall(word);
    const ownBottom = word.bottom - fall(word);
    const isInLine = ownTop >= top - slack && ownBottom <= bottom + slack && ownTop < bottom && ownBottom > top;
    return isInLine ? { top: top + fall(word), bottom: bottom + fall(word) } : { top: word.top, bottom: word.bottom };
  };
}

function groupIntoRuns(words: readonly PlacedWord[], place: WordsPlace): readonly (readonly PlacedWord[])[] {
  const groups: PlacedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group !== undefined && continuesRun(group, word, place)) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

function continuesRun(group: readonly PlacedWord[], next: PlacedWord, { toPage }: WordsPlace): boolean {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return false;
  if (isRightToLeft(first.word.text) || isRightToLeft(next.word.text)) return false;
  const height = first.bottom - first.top;
  const gap = next.word.left - last.word.right;
  if (gap < 0 || gap > WIDEST_GAP * height) return false;
  // How far the far end of the run would lie above or below its beginning, across the direction of reading.
  const [a, b, c, d] = toPage;
  const width = next.word.right - first.word.left;
  const drift = Math.abs(Math.abs(a) > Math.abs(b) ? b : a) * width + Math.abs(next.top - first.top) * Math.hypot(c, d);
  return (
    drift <= NOTABLE_DRIFT * height * Math.hypot(c, d) &&
    Math.abs(next.bottom - next.top - height) <= NOTABLE_DRIFT * height
  );
}

function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) && !LEFT_TO_RIGHT.test(text);
}

function makeRun(words: readonly PlacedWord[], toPage: Affine): TextRun {
  const [first] = words;
  if (first === undefined) throw new Error("a run without words");
  const start = first.start;
  const end = words.at(-1)?.end ?? first.end;
  const backwards = isRightToLeft(first.word.text);
  const across = words.flatMap(({ word, top, bottom }) =>
    [word.left, word.right].flatMap((x) => [applyAffine(toPage, [x, top]), applyAffine(toPage, [x, bottom])]),
  );
  const [a, b] = toPage;
  const direction = directionOf(backwards ? -a : a, backwards ? -b : b);
  const axis = direction === "right" || direction === "left" ? 0 : 1;
  const away = across.map((point) => point[axis === 0 ? 1 : 0]);
  const edges: number[] = [];
  for (const { word, top, bottom } of words) {
    const middle = (top + bottom) / 2;
    const from = backwards ? word.right : word.left;
    const to = backwards ? word.left : word.right;
    const units = word.text.length;
    // A space lies between the last edge of one word and the first edge of the next.
    for (let unit = 0; unit <= units; unit += 1) {
      edges.push(applyAffine(toPage, [from + ((to - from) * unit) / units, middle])[axis]);
    }
  }
  return { start, end, direction, low: Math.min(...away), high: Math.max(...away), edges: keepOrder(edges, direction) };
}

/** Words that touch or overlap by a pixel must not make edges step back. */
function keepOrder(edges: readonly number[], direction: RunDirection): readonly number[] {
  const sign = direction === "right" || direction === "up" ? 1 : -1;
  let reached = Number.NEGATIVE_INFINITY;
  return edges.map((edge) => {
    reached = Math.max(reached, edge * sign);
    return reached * sign;
  });
}

function directionOf(x: number, y: number): RunDirection {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? "right" : "left";
  return y >= 0 ? "up" : "down";
}
