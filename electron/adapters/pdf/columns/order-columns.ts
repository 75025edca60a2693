import { createGlyphs, type Glyphs, pushGlyph, reserveGlyphs } from "../glyphs.ts";
import type { Lines } from "../lines.ts";
import { type Band, findBands, findGutters } from "./gutters.ts";
import { cutIntoPieces, hasJumps, jumpsAcross, type Piece, type Pieces } from "./pieces.ts";
import { arrangeRows, rateProse } from "./prose.ts";

/** Jumps across a gutter that show a page to be painted row by row. */
const FEWEST_JUMPS = 6;
/** Jumps that are enough elsewhere on a page that has shown it, e.g. under a heading across. */
const FEWEST_FURTHER_JUMPS = 3;
/** Share of the rows of the shorter column that must be reached by a jump. */
const JUMP_SHARE = 0.6;

/** Rows of a column that is so tall that it may be prose of the looser kind, next to one that is plainly prose. */
const TALL = 20;

/** A page of more pieces is a table: the densest newspaper page has some hundreds of rows. */
const MOST_PIECES = 1000;

/** Columns of a band: for every piece from `band.from`, the number of its column. */
interface Columns {
  readonly band: Band;
  readonly numbers: readonly number[];
}

/**
 * Brings lines that are painted row by row across columns of prose into the order of the columns. Everything else (one
 * column, columns painted one by one, tables, forms, numbered lines) is returned as it is, untouched.
 *
 * @param lines of the page, in the order of painting
 * @returns `lines` themselves, or new lines that are cut where they went across a gutter
 */
export function orderColumns(lines: Lines): Lines {
  if (!hasJumps(lines, FEWEST_JUMPS)) return lines;
  const pieces = cutIntoPieces(lines);
  if (pieces.list.length > MOST_PIECES) return lines;
  const found = findColumns(pieces, lines.units);
  return found.length === 0 ? lines : arrangeLines(lines, pieces.list, found);
}

function findColumns(pieces: Pieces, units: Glyphs): readonly Columns[] {
  const gutters = findGutters(pieces, FEWEST_JUMPS);
  const taken = new Set<number>();
  const found: Columns[] = [];
  const search = (gutter: number, fewest: number): boolean => {
    const columns = findBands(pieces.list, gutter, taken)
      .filter((band) => countJumps(pieces, band, gutter) >= fewest)
      .flatMap((band) => divideBand(pieces, band, gutter, gutters, fewest, units) ?? []);
    for (const { band } of columns) for (let index = band.from; index < band.to; index += 1) taken.add(index);
    found.push(...columns);
    return columns.length > 0;
  };
  for (const gutter of gutters) {
    if (search(gutter, FEWEST_JUMPS)) search(gutter, FEWEST_FURTHER_JUMPS);
  }
  return found;
}

function countJumps(pieces: Pieces, band: Band, gutter: number): number {
  let jumps = 0;
  for (let index = band.from + 1; index < band.to; index += 1) {
    const [before, piece] = [pieces.list[index - 1], pieces.list[index]];
    if (before === undefined || piece === undefined || before.end > gutter || piece.begin < gutter) continue;
    if (jumpsAcross(pieces, index - 1, index)) jumps += 1;
  }
  return jumps;
}

/** Divides a band into columns of prose; undefined when it has not at least two. */
function divideBand(
  pieces: Pieces,
  band: Band,
  gutter: number,
  gutters: readonly number[],
  fewest: number,
  units: Glyphs,
): Columns | undefined {
  const inside = pieces.list.slice(band.from, band.to);
  const isOpen = (at: number): boolean => inside.every((piece) => piece.end <= at || piece.begin >= at);
  const others = gutters.filter((at) => at !== gutter && isOpen(at) && countJumps(pieces, band, at) >= fewest);
  let edges = keepDistinct([gutter, ...others], inside);
  while (edges.length > 0) {
    const numbers = inside.map((piece) => edges.filter((edge) => piece.begin >= edge).length);
    const weakest = findNoProse(inside, numbers, edges.length + 1, fewest, units);
    if (weakest === undefined) return areJumped(pieces, band, edges, numbers) ? { band, numbers } : undefined;
    // What is no column of its own (numbers, marks) belongs to the neighbour that is nearer.
    edges = edges.filter((_, index) => index !== nearerEdge(inside, edges, numbers, weakest));
  }
  return undefined;
}

/** The gutters in order, one of each that have the same pieces on either side. */
function keepDistinct(gutters: readonly number[], inside: readonly Piece[]): readonly number[] {
  const distinct = new Map<number, number>();
  for (const at of gutters) {
    const left = inside.filter((piece) => piece.end <= at).length;
    if (!distinct.has(left)) distinct.set(left, at);
  }
  return [...distinct.values()].sort((first, second) => first - second);
}

/** The number of a column that is no prose; undefined when all are. */
function findNoProse(
  inside: readonly Piece[],
  numbers: readonly number[],
  count: number,
  fewestRows: number,
  units: Glyphs,
): number | undefined {
  const loose: number[] = [];
  for (let column = 0; column < count; column += 1) {
    const rows = arrangeRows(inside.filter((_, index) => numbers[index] === column));
    const rating = rows.length < fewestRows ? "none" : rateProse(rows, units);
    if (rating === "none" || (rating === "loose" && rows.length < TALL)) return column;
    if (rating === "loose") loose.push(column);
  }
  return loose.length === count ? loose[0] : undefined;
}

/** Index of the edge over which a column is nearer to its neighbour. */
function nearerEdge(
  inside: readonly Piece[],
  edges: readonly number[],
  numbers: readonly number[],
  column: number,
): number {
  const room = (edge: number): number => {
    if (edge < 0 || edge >= edges.length) return Number.POSITIVE_INFINITY;
    const left = Math.max(...inside.filter((_, index) => numbers[index] === edge).map((piece) => piece.end));
    const right = Math.min(...inside.filter((_, index) => numbers[index] === edge + 1).map((piece) => piece.begin));
    return right - left;
  };
  return room(column - 1) <= room(column) ? column - 1 : column;
}

/** True when the rows go on across every edge, as they do where a page is painted row by row. */
function areJumped(pieces: Pieces, band: Band, edges: readonly number[], numbers: readonly number[]): boolean {
  const inside = pieces.list.slice(band.from, band.to);
  const rows = [...edges, 0].map(
    (_, column) => arrangeRows(inside.filter((_piece, index) => numbers[index] === column)).length,
  );
  return edges.every((edge, index) => {
    const shorter = Math.min(rows[index] ?? 0, rows[index + 1] ?? 0);
    return countJumps(pieces, band, edge) >= shorter * JUMP_SHARE;
  });
}

/** Copies the lines, those of the bands column by column. */
function arrangeLines(lines: Lines, pieces: readonly Piece[], found: readonly Columns[]): Lines {
  const order = pieces.map((_, index) => index);
  const columnOf = new Array<number>(pieces.length).fill(-1);
  for (const { band, numbers } of found) {
    const inside = order.slice(band.from, band.to);
    inside.sort((first, second) => (numbers[first - band.from] ?? 0) - (numbers[second - band.from] ?? 0));
    inside.forEach((piece, index) => {
      order[band.from + index] = piece;
    });
    numbers.forEach((number, index) => {
      columnOf[band.from + index] = number;
    });
  }
  const arranged: Lines = { units: createGlyphs(lines.units.count), starts: [0] };
  order.forEach((index, place) => {
    const piece = pieces[index];
    if (piece === undefined) return;
    const next = order[place + 1] ?? -1;
    const goesOn = next === index + 1 && pieces[next]?.line === piece.line && columnOf[next] === columnOf[index];
    copyUnits(lines.units, piece.from, goesOn ? (pieces[next]?.from ?? piece.to) : piece.to, arranged.units);
    if (!goesOn) arranged.starts.push(arranged.units.count);
  });
  return arranged;
}

function copyUnits(source: Glyphs, from: number, to: number, target: Glyphs): void {
  reserveGlyphs(target, target.count + to - from);
  for (let unit = from; unit < to; unit += 1) {
    const { code, direction, begin, end, low, high } = source;
    pushGlyph(
      target,
      code[unit] ?? 0,
      direction[unit] ?? 0,
      begin[unit] ?? 0,
      end[unit] ?? 0,
      low[unit] ?? 0,
      high[unit] ?? 0,
    );
  }
}
