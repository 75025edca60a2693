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
  const core = densestHits(sorted, room);
  return writeSnippet(text, cutBetweenWords(text, placeWindow(text.length, core, room), core), sorted);
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

/** Moves the ends inwards to the next space, but not into the hits, and never into the middle of a surrogate pair. */
function cutBetweenWords(text: string, window: Span, core: Span | null): Span {
  const middle = Math.floor((window.start + window.end) / 2);
  const firstHit = core !== null && core.start >= window.start ? core.start : middle;
  const lastHit = core !== null && core.end <= window.end ? core.end : middle;
  const latestStart = Math.min(firstHit, window.start + WORD_REACH);
  const earliestEnd = Math.max(lastHit, window.end - WORD_REACH);
  let { start, end } = window;
  if (start > 0) {
    while (start < latestStart && !isSpace(text, start - 1)) start += 1;
    if (!isSpace(text, start - 1)) start = dividesPair(text, window.start) ? window.start + 1 : window.start;
  }
  if (end < text.length) {
    while (end > earliestEnd && !isSpace(text, end)) end -= 1;
    if (!isSpace(text, end)) end = dividesPair(text, window.end) ? window.end - 1 : window.end;
  }
  return { start, end };
}

/** Writes the window with single spaces and “…” where the text goes on, and moves the hits to where they then stand. */
function writeSnippet(text: string, window: Span, hits: readonly Span[]): Snippet {
  let snippet = text.slice(0, window.start).trim() === "" ? "" : ELLIPSIS;
  const bodyStart = snippet.length;
  const offsets = new Map<number, number>();
  for (let index = window.start; index < window.end; index += 1) {
    offsets.set(index, snippet.length);
    if (!isSpace(text, index)) snippet += text.charAt(index);
    else if (snippet.length > bodyStart && !snippet.endsWith(" ")) snippet += " ";
  }
  snippet = snippet.length > bodyStart ? snippet.trimEnd() : snippet;
  const bodyEnd = snippet.length;
  if (bodyEnd > bodyStart && text.slice(window.end).trim() !== "") snippet += ELLIPSIS;
  const offsetOf = (offset: number) =>
    Math.min(bodyEnd, offsets.get(offset) ?? (offset < window.start ? bodyStart : bodyEnd));
  const marks = hits
    .map((hit) => ({ start: offsetOf(hit.start), end: offsetOf(hit.end) }))
    .filter((mark) => mark.start < mark.end);
  return { snippet, marks };
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index));
}

function dividesPair(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1));
}
