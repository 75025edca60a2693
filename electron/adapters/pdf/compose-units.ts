import { divideEvenly, type Glyphs, pushGlyph, reserveGlyphs } from "./glyphs.ts";

/** A character with the marks, or the conjoining jamo, that may be composed with it. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff]*/gu;

function textOf(units: Glyphs, from: number, to: number): string {
  let text = "";
  for (let row = from; row < to; row += 1) text += String.fromCharCode(units.code[row] ?? 0);
  return text;
}

/**
 * Brings the units from `from` to the end into NFC. What is composed of several characters takes the place of all of them;
 * what falls into several units divides its place evenly among them.
 */
export function composeUnits(units: Glyphs, from: number): void {
  const text = textOf(units, from, units.count);
  const composed = text.normalize("NFC");
  if (composed === text) return;

  let clusters = text.match(CLUSTER) ?? [];
  let forms = clusters.map((cluster) => cluster.normalize("NFC"));
  if (forms.join("") !== composed) {
    // Some composition reaches beyond marks: then the place of the whole stretch is shared.
    clusters = [text];
    forms = [composed];
  }
  const pieces = placeClusters(units, from, clusters, forms);
  reserveGlyphs(units, from + composed.length);
  units.count = from;
  for (const piece of pieces) {
    const start = units.count;
    for (let index = 0; index < piece.text.length; index += 1) {
      pushGlyph(units, piece.text.charCodeAt(index), piece.direction, 0, 0, piece.low, piece.high);
      const edges = piece.edges?.[index];
      units.begin[start + index] = edges?.[0] ?? 0;
      units.end[start + index] = edges?.[1] ?? 0;
    }
    if (piece.edges === null) divideEvenly(units, start, units.count, piece.begin, piece.end);
  }
}

/** A cluster in its composed form with its place. `edges` is null when the place is to be divided evenly. */
interface Piece {
  readonly text: string;
  readonly direction: number;
  readonly begin: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly edges: readonly (readonly [number, number])[] | null;
}

function placeClusters(
  units: Glyphs,
  from: number,
  clusters: readonly string[],
  forms: readonly string[],
): readonly Piece[] {
  let row = from;
  return clusters.map((cluster, index) => {
    const first = row;
    row += cluster.length;
    const text = forms[index] ?? cluster;
    let begin = units.begin[first] ?? 0;
    let end = units.end[first] ?? 0;
    let low = units.low[first] ?? 0;
    let high = units.high[first] ?? 0;
    const direction = units.direction[first] ?? 0;
    const edges: [number, number][] = [];
    for (let unit = first; unit < row; unit += 1) {
      edges.push([units.begin[unit] ?? 0, units.end[unit] ?? 0]);
      if (units.direction[unit] !== direction) continue;
      begin = Math.min(begin, units.begin[unit] ?? 0);
      end = Math.max(end, units.end[unit] ?? 0);
      low = Math.min(low, units.low[unit] ?? 0);
      high = Math.max(high, units.high[unit] ?? 0);
    }
    return { text, direction, begin, end, low, high, edges: text === cluster ? edges : null };
  });
}
