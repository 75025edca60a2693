import { jumpsAcross, type Piece, type Pieces } from "./pieces.ts";
import { median } from "./statistics.ts";

/** Gutters that are looked at on one page; beyond these a page is a table. */
const MOST_GUTTERS = 8;
/** Narrowest room that all jumps of a gutter have in common, in heights of the line. */
const NARROWEST_GUTTER = 0.4;

/**
 * Finds the places that most jumps of a page go across.
 *
 * @param fewest jumps across a gutter
 * @returns coordinates along the direction of the text, those with the most jumps first
 */
export function findGutters(pieces: Pieces, fewest: number): readonly number[] {
  const edges: (readonly [at: number, change: 1 | -1])[] = [];
  const heights: number[] = [];
  pieces.list.forEach((piece, index) => {
    const before = pieces.list[index - 1];
    if (before === undefined || !jumpsAcross(pieces, index - 1, index)) return;
    edges.push([before.end, 1], [piece.begin, -1]);
    heights.push(piece.height);
  });
  const narrowest = median(heights) * NARROWEST_GUTTER;
  edges.sort((first, second) => first[0] - second[0] || second[1] - first[1]);
  const found: { readonly at: number; readonly jumps: number }[] = [];
  let open = 0;
  let opened = Number.NEGATIVE_INFINITY;
  let isRising = false;
  for (const [at, change] of edges) {
    if (change === 1) {
      opened = at;
      isRising = true;
    } else {
      if (isRising && open >= fewest && at - opened >= narrowest) found.push({ at: (opened + at) / 2, jumps: open });
      isRising = false;
    }
    open += change;
  }
  found.sort((first, second) => second.jumps - first.jumps);
  return found.slice(0, MOST_GUTTERS).map(({ at }) => at);
}

/** Pieces that follow each other in the order of painting: from `from` to `to`, `to` excluded. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** How far a row may stand above the one painted before it, in heights: columns need not share their baselines. */
const REGRESS = 1;
/** White across all columns, in leadings of the band, that parts two bands. */
const WHITE_STRIP = 2;
/** Room above a line that may be a heading over all columns, in leadings. */
const HEADING_ROOM = 1.3;

/**
 * Finds the stretches of a page that are painted from top to bottom without anything across the gutter. Headings over
 * the columns, strips of white and lines that stand alone part them.
 *
 * @param taken pieces that belong to a band already
 */
export function findBands(pieces: readonly Piece[], gutter: number, taken: ReadonlySet<number>): readonly Band[] {
  const walls = pieces.filter((piece) => isAcross(piece, gutter)).map((piece) => piece.depth);
  const bands: Band[] = [];
  let from = 0;
  let reached = Number.NEGATIVE_INFINITY;
  const close = (to: number): void => {
    if (to > from) bands.push(...partBand(pieces, { from, to }, gutter));
    reached = Number.NEGATIVE_INFINITY;
  };
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (isAcross(piece, gutter) || taken.has(index)) {
      close(index);
      from = index + 1;
      return;
    }
    const isApart =
      before?.direction !== piece.direction ||
      piece.depth < reached - REGRESS * piece.height ||
      walls.some((wall) => wall > reached && wall < piece.depth);
    if (Number.isFinite(reached) && isApart) {
      close(index);
      from = index;
    }
    reached = Math.max(reached, piece.depth);
  });
  close(pieces.length);
  return bands;
}

function isAcross(piece: Piece, gutter: number): boolean {
  return piece.begin < gutter && piece.end > gutter;
}

/** Parts a band where white goes across all columns, and before and after a line that stands alone. */
function partBand(pieces: readonly Piece[], band: Band, gutter: number): readonly Band[] {
  const leading = usualLeading(pieces, band, gutter);
  const parts: Band[] = [];
  let from = band.from;
  let rowStart = band.from;
  let reached = pieces[band.from]?.depth ?? 0;
  const part = (at: number): void => {
    if (at > from) parts.push({ from, to: at });
    from = at;
  };
  for (let index = band.from + 1; index <= band.to; index += 1) {
    const piece = pieces[index];
    const fall = piece === undefined ? Number.POSITIVE_INFINITY : piece.depth - reached;
    if (piece !== undefined && fall <= piece.height / 2) {
      reached = Math.max(reached, piece.depth);
      continue;
    }
    // The row from rowStart to index has ended; what follows is `fall` below it.
    const isSetOff = fall > HEADING_ROOM * leading;
    const standsRight = (pieces[rowStart]?.begin ?? 0) > gutter;
    if (piece !== undefined) {
      const isWhite = fall > WHITE_STRIP * leading;
      const isLoneLeft = isSetOff && isAlone(pieces, band, index, gutter);
      if (isWhite || isLoneLeft || (isSetOff && standsRight && rowStart === from)) part(index);
      reached = piece.depth;
    }
    rowStart = index;
  }
  part(band.to);
  return parts;
}

/** True when the row that begins at `index` has nothing beyond the gutter. */
function isAlone(pieces: readonly Piece[], band: Band, index: number, gutter: number): boolean {
  const first = pieces[index];
  if (first === undefined || first.begin > gutter) return false;
  for (let other = index + 1; other < band.to; other += 1) {
    const piece = pieces[other];
    if (piece === undefined || piece.depth > first.depth + first.height / 2) return true;
    if (piece.begin > gutter) return false;
  }
  return true;
}

/** The median distance of lines that follow each other on one side of the gutter. */
function usualLeading(pieces: readonly Piece[], band: Band, gutter: number): number {
  const falls: number[] = [];
  const last: (Piece | undefined)[] = [undefined, undefined];
  for (let index = band.from; index < band.to; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const side = piece.begin > gutter ? 1 : 0;
    const above = last[side];
    const fall = above === undefined ? 0 : piece.depth - above.depth;
    if (fall > piece.height / 2) falls.push(fall);
    last[side] = piece;
  }
  return falls.length === 0 ? Number.POSITIVE_INFINITY : median(falls);
}
