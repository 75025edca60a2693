import type { Span } from "./normalize.ts";

/** A piece of a text for a list of results; `marks` are offsets into `snippet` (code units, end exclusive). */
export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly Span[];
}

const ELLIPSIS = "…";

/** How far a cut may move to fall between words, in code units; a longer word is cut. */
const WORD_REACH = 30;

/** Share of the room around the hits that goes before them: a reader needs more of what follows. */
const SHARE_BEFORE = 0.4;

/**
 * A piece of a text around the place where the most hits stand close together (the first such place), at most
 * `maxLength` code units long, cut between words with “…” where text is left out. White space becomes single spaces.
 * Hits outside the piece give no mark; one that is longer than the piece is marked as far as it shows. Without hits the
 * beginning of the text is given.
 *
 * @param hits offsets into `text`, in any order; they may overlap
 * @param maxLength at least 10
 */
export function makeSnippet(text: string, hits: readonly Span[], maxLength = 200): Snippet {
  const sorted = hits
    .filter((hit) => hit.start < hit.end && hit.start >= 0 && hit.end <= text.length)
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const room = Math.max(10, maxLength) - 2 * ELLIPSIS.length;
  const window = cutBetweenWords(text, placeWindow(text.length, densestHits(sorted, room), room));
  return writeSnippet(text, window, sorted);
}

/** From the first to the last of the most hits that fit into the room; the first hit alone when it does not fit. */
function densestHits(hits: readonly Span[], room: number): Span | null {
  let best: Span | null = null;
  let most = 0;
  let last = 0;
  for (const [index, first] of hits.entries()) {
    last = Math.max(last, index);
    while ((hits[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= first.start + room) last += 1;
    const count = last - index + 1;
    if (count > most) {
      most = count;
      best = { start: first.start, end: hits[last]?.end ?? first.end };
    }
  }
  return best;
}

function placeWindow(length: number, core: Span | null, room: number): Span {
  if (length <= room || core === null) return { start: 0, end: Math.min(length, room) };
  const free = Math.max(0, room - (core.end - core.start));
  const start = Math.max(0, Math.min(core.start - Math.floor(free * SHARE_BEFORE), length - room));
  return { start, end: Math.min(length, start + room) };
}

/** Moves the ends inwards to the next space, and never into the middle of a surrogate pair. */
function cutBetweenWords(text: string, window: Span): Span {
  let { start, end } = window;
  if (start > 0 && !isSpace(text, start - 1)) {
    const reach = Math.min(start + WORD_REACH, end);
    let next = start;
    while (next < reach && !isSpace(text, next)) next += 1;
    if (next < reach) start = next;
    else if (isLowSurrogate(text, start)) start += 1;
  }
  if (end < text.length && !isSpace(text, end)) {
    const reach = Math.max(end - WORD_REACH, start);
    let next = end;
    while (next > reach && !isSpace(text, next - 1)) next -= 1;
    if (next > reach) end = next;
    else if (isLowSurrogate(text, end)) end -= 1;
  }
  return { start, end };
}
