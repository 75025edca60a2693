import type { Span } from "../rendition.ts";
import { breakLines, breakVerbatim, type Line, type Measure } from "./break-lines.ts";
import type { PrintableCharacters } from "./printable-characters.ts";
import type { Strip } from "./strips.ts";
import { styleSpans } from "./style-spans.ts";
import { HAIRLINE, INK, makeStyle, QUIET, type TypeSize, VERBATIM } from "./styles.ts";

/** What blocks are laid out with. */
export interface Setting {
  readonly measure: Measure;
  readonly printable: PrintableCharacters;
  readonly comments: Comments;
}

/** Comments of the document, in their order. */
export interface Comments {
  add(text: string, author: string | undefined): number;
  /** Hands out those that were added since the last time. */
  take(): readonly { readonly number: number; readonly text: string; readonly author: string | undefined }[];
}

/** Begins to number comments. */
export function createComments(): Comments {
  let count = 0;
  let waiting: { number: number; text: string; author: string | undefined }[] = [];
  return {
    add(text, author) {
      count += 1;
      waiting.push({ number: count, text, author });
      return count;
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** How a piece of running text is set. */
export interface TextShape extends TypeSize {
  readonly spaceBefore: number;
  readonly align?: "start" | "center" | "end" | "justify";
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Every line stays with the next, and the last with what follows. */
  readonly staysWithNext?: boolean;
  /** Bars at the left, one for each level of quotation. */
  readonly bars?: number;
}

const BAR_DISTANCE = 10;

/** Sets running text, line by line. No line of it stands alone at the foot or the head of a page. */
export function* layOutText(
  spans: readonly Span[],
  width: number,
  shape: TextShape,
  setting: Setting,
): Generator<Strip> {
  const { printable, comments } = setting;
  const inset = (shape.bars ?? 0) * BAR_DISTANCE;
  const texts = styleSpans(spans, { ...shape, printable, addComment: (text, author) => comments.add(text, author) });
  const lines = breakLines(texts, width - inset, setting.measure);
  yield* stackLines(lines, width, shape);
}

/** Sets text whose lines and white space stand. */
export function* layOutVerbatim(text: string, width: number, spaceBefore: number, setting: Setting): Generator<Strip> {
  const style = makeStyle("mono", VERBATIM.size, INK);
  const lines = breakVerbatim(setting.printable.prepare(text), style, width, setting.measure);
  let isFirst = true;
  for (const line of lines) {
    yield makeLineStrip(line, width, { ...VERBATIM, spaceBefore: isFirst ? spaceBefore : 0 }, false, isFirst);
    isFirst = false;
  }
}

/** Sets what Probative says: quiet, small and in brackets. */
export function layOutRemark(text: string, width: number, type: TypeSize, setting: Setting): Generator<Strip> {
  const shape = { ...type, spaceBefore: type.leading / 2, colour: QUIET, italic: true };
  return layOutText([{ text: `[Probative: ${text}]` }], width, shape, setting);
}

function* stackLines(lines: Iterable<Line>, width: number, shape: TextShape): Generator<Strip> {
  let number = 0;
  let held: { readonly line: Line; readonly number: number } | null = null;
  let waiting: { readonly line: Line; readonly number: number } | null = null;
  const make = ({ line, number: at }: { line: Line; number: number }, keeps: boolean): Strip =>
    makeLineStrip(line, width, shape, keeps || at === 0 || shape.staysWithNext === true, at === 0);
  for (const line of lines) {
    if (held !== null) yield make(held, false);
    held = waiting;
    waiting = { line, number };
    number += 1;
  }
  // The last line but one takes the last with it to the next page.
  if (held !== null) yield make(held, true);
  if (waiting !== null)
    yield makeLineStrip(waiting.line, width, shape, shape.staysWithNext === true, waiting.number === 0);
}

function makeLineStrip(line: Line, width: number, shape: TextShape, keepWithNext: boolean, isFirst: boolean): Strip {
  const bars = shape.bars ?? 0;
  const room = width - bars * BAR_DISTANCE - line.width;
  const shift = bars * BAR_DISTANCE + (shape.align === "center" ? room / 2 : shape.align === "end" ? room : 0);
  const spaceBefore = isFirst ? shape.spaceBefore : 0;
  return {
    height: shape.leading,
    spaceBefore,
    keepWithNext,
    draw(canvas, x, top) {
      for (let bar = 0; bar < bars; bar += 1) {
        const at = x + bar * BAR_DISTANCE + 1;
        canvas.rule([at, top], [at, top + shape.leading], HAIRLINE, 1);
      }
      // A baseline stands three quarters down its line: descenders keep clear of the next line's ascenders.
      canvas.line(line, x + shift, top + shape.leading * 0.75);
    },
  };
}
