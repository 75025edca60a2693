/** A stretch of a text that is close to a pattern: code units, end exclusive, and the edits between the two. */
export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  /** Code units inserted, removed or replaced (Levenshtein distance). */
  readonly errors: number;
}

/**
 * Finds the stretches of a text that differ from a pattern in at most `maxErrors` code units. Of matches that overlap
 * only the best is given (the first, when equal), so the result is a list of places, in the order of the text.
 *
 * The pattern is cut into `maxErrors + 1` pieces; where it stands with so few errors, one piece stands unchanged, so only
 * the surroundings of such pieces are searched (Wu and Manber 1992). There, columns of the edit-distance table are
 * computed down to the last row that can still lead to a match (Ukkonen 1985).
 *
 * @param pattern of at least `maxErrors + 1` code units; a shorter one has no unchanged piece to look for: no match
 */
export function searchApproximately(text: string, pattern: string, maxErrors: number): readonly ApproximateMatch[] {
  if (maxErrors < 0 || pattern.length <= maxErrors) return [];
  const matches: ApproximateMatch[] = [];
  for (const window of candidateWindows(text, pattern, maxErrors)) {
    for (const end of bestEnds(text, pattern, maxErrors, window.start, window.end)) {
      const start = findStart(text, pattern, end.offset, end.errors);
      keepBest(matches, { start, end: end.offset, errors: end.errors });
    }
  }
  return matches;
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** Where a match can lie: around each unchanged piece, as long as the pattern and its errors; joined where they touch. */
function candidateWindows(text: string, pattern: string, maxErrors: number): readonly Window[] {
  const pieces = maxErrors + 1;
  const windows: Window[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = Math.floor((piece * pattern.length) / pieces);
    const to = Math.floor(((piece + 1) * pattern.length) / pieces);
    const words = pattern.slice(from, to);
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      const start = Math.max(0, at - from - maxErrors);
      const end = Math.min(text.length, at - from + pattern.length + maxErrors);
      const last = windows[windows.length - 1];
      // A piece gives ascending windows: joining at once keeps a text of one repeated letter from giving millions.
      if (last !== undefined && start >= last.start && start <= last.end) {
        windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, end) };
      } else windows.push({ start, end });
    }
  }
  windows.sort((one, other) => one.start - other.start);
  const joined: Window[] = [];
  for (const window of windows) {
    const last = joined[joined.length - 1];
    if (last !== undefined && window.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    } else joined.push(window);
  }
  return joined;
}

/** Ends of the stretches with the least errors, one for each run of neighbouring ends that are near enough. */
function bestEnds(
  text: string,
  pattern: string,
  maxErrors: number,
  windowStart: number,
  windowEnd: number,
): readonly { readonly offset: number; readonly errors: number }[] {
  const length = pattern.length;
  const column = new Int32Array(length + 1);
  for (let row = 0; row <= length; row += 1) column[row] = row;
  let lastRow = Math.min(length, maxErrors);
  const ends: { offset: number; errors: number }[] = [];
  let previousEnd = -2;
  for (let index = windowStart; index < windowEnd; index += 1) {
    const unit = text.charCodeAt(index);
    const rows = Math.min(length, lastRow + 1);
    let diagonal = column[0] ?? 0;
    column[0] = 0;
    for (let row = 1; row <= rows; row += 1) {
      const above = (column[row - 1] ?? 0) + 1;
      const left = row <= lastRow ? (column[row] ?? 0) + 1 : maxErrors + 1;
      const replaced = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      diagonal = row <= lastRow ? (column[row] ?? 0) : maxErrors + 1;
      column[row] = Math.min(above, left, replaced);
    }
    lastRow = rows;
    while ((column[lastRow] ?? 0) > maxErrors) lastRow -= 1;
    if (lastRow < length) continue;
    const errors = column[length] ?? 0;
    const best = ends[ends.length - 1];
    if (best === undefined || index > previousEnd + 1) ends.push({ offset: index + 1, errors });
    else if (errors < best.errors) ends[ends.length - 1] = { offset: index + 1, errors };
    previousEnd = index;
  }
  return ends;
}

/**
 * Where the stretch begins that ends at `end` and has exactly `errors` errors: the edit-distance table from the end
 * backwards, no wider than the errors allow. Of several beginnings the one nearest to the pattern's length is taken.
 */
function findStart(text: string, pattern: string, end: number, errors: number): number {
  const length = pattern.length;
  const width = 2 * errors + 1;
  // Cell `column` of row `row` stands for `row + column - errors` units of text.
  let previous = new Int32Array(width).fill(errors + 1);
  for (let column = errors; column < width; column += 1) previous[column] = column - errors;
  for (let row = 1; row <= length; row += 1) {
    const current = new Int32Array(width).fill(errors + 1);
    for (let column = 0; column < width; column += 1) {
      const taken = row + column - errors;
      if (taken < 0 || taken > end) continue;
      let least = (previous[column + 1] ?? errors + 1) + 1;
      if (taken > 0) {
        const isSame = pattern.charCodeAt(length - row) === text.charCodeAt(end - taken);
        least = Math.min(least, (previous[column] ?? 0) + (isSame ? 0 : 1));
        if (column > 0) least = Math.min(least, (current[column - 1] ?? 0) + 1);
      }
      current[column] = least;
    }
    previous = current;
  }
  let best = errors;
  for (let column = 0; column < width; column += 1) {
    const value = previous[column] ?? errors + 1;
    const bestValue = previous[best] ?? errors + 1;
    const isNearer = Math.abs(column - errors) < Math.abs(best - errors);
    if (value < bestValue || (value === bestValue && isNearer)) best = column;
  }
  return end - (length + best - errors);
}

function keepBest(matches: ApproximateMatch[], match: ApproximateMatch): void {
  const last = matches[matches.length - 1];
  if (last === undefined || match.start >= last.end) matches.push(match);
  else if (match.errors < last.errors) matches[matches.length - 1] = match;
}

/**
 * How alike two short texts are: 1 when equal, 0 when nothing stands in the same order; 1 when both are empty.
 * Takes time in proportion to the product of their lengths.
 */
export function similarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0 || one === other) return 1;
  const column = new Int32Array(one.length + 1);
  for (let row = 0; row <= one.length; row += 1) column[row] = row;
  for (let index = 0; index < other.length; index += 1) {
    let diagonal = column[0] ?? 0;
    column[0] = index + 1;
    for (let row = 1; row <= one.length; row += 1) {
      const replaced = diagonal + (one.charCodeAt(row - 1) === other.charCodeAt(index) ? 0 : 1);
      diagonal = column[row] ?? 0;
      column[row] = Math.min((column[row - 1] ?? 0) + 1, diagonal + 1, replaced);
    }
  }
  return 1 - (column[one.length] ?? 0) / longest;
}
