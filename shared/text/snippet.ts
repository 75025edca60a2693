import { countBits } from "../base/count-bits.ts";
import type { Span } from "./normalize.ts";

/** A piece of a text for a list of results; `marks` are offsets into `snippet` (code units, end exclusive). */
export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly Span[];
}

/** A hit, and which words of the search it shows: a bit each, so that a piece can be chosen that shows many of them. */
export interface SnippetHit extends Span {
  readonly terms?: number;
}

const ELLIPSIS = "…";
/** Between two pieces that do not touch. */
const JOINT = " … ";

/** How far a cut may move to fall between words, in code units; a longer word is cut. */
const WORD_REACH = 30;

/** Share of the room around the hits that goes before them: a reader needs more of what follows. */
const SHARE_BEFORE = 0.4;

/**
 * A piece of a text that shows as many different words of the search as fit into it, and of such pieces the first one with
 * the most hits; at most `maxLength` code units long, cut between words with “…” where text is left out. Where two shorter
 * pieces show more of the words than one piece does, there are two, joined by “…”. White space becomes single spaces.
 * Hits outside the piece give no mark; one that is longer than the piece is marked as far as it shows. Without hits the
 * beginning of the text is given.
 *
 * @param hits offsets into `text`, in any order; they may overlap
 * @param maxLength at least 10
 */
export function makeSnippet(text: string, hits: readonly SnippetHit[], maxLength = 200): Snippet {
  const sorted = hits
    .filter((hit) => hit.start < hit.end && hit.start >= 0 && hit.end <= text.length)
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const room = Math.max(10, maxLength) - 2 * ELLIPSIS.length;
  const cores = chooseCores(sorted, room);
  const each = cores.length > 1 ? Math.floor((room - JOINT.length) / cores.length) : room;
  const windows: Span[] = [];
  for (const core of cores) {
    const { start, end } = placeWindow(text.length, core, each);
    // A piece near the begin or the end of the text is moved inwards, and may then reach into the other.
    const clear = { start: Math.max(start, windows.at(-1)?.end ?? 0), end };
    windows.push(cutBetweenWords(text, clear, core));
  }
  return writeSnippet(text, windows, sorted);
}

/** From the first to the last of some hits, and the words that they show. */
interface Core extends Span {
  readonly terms: number;
  readonly count: number;
}

/** What the snippet is to show, in the order of the text: one stretch, or two where these show more words. */
function chooseCores(hits: readonly SnippetHit[], room: number): readonly (Core | null)[] {
  const one = bestHits(hits, room, 0);
  const all = hits.reduce((terms, hit) => terms | termsOf(hit), 0);
  if (one === null || one.terms === all) return [one];
  const half = Math.floor((room - JOINT.length) / 2);
  const first = bestHits(hits, half, 0);
  if (first === null) return [one];
  const others = hits.filter((hit) => hit.end <= first.start - half || hit.start >= first.end + half);
  const second = bestHits(others, half, first.terms);
  if (second === null || countBits(first.terms | second.terms) <= countBits(one.terms)) return [one];
  return first.start < second.start ? [first, second] : [second, first];
}

/** From the first to the last of the hits in a stretch of `room` with the most words besides `known`, then the most hits. */
function bestHits(hits: readonly SnippetHit[], room: number, known: number): Core | null {
  let best: Core | null = null;
  for (const [index, first] of hits.entries()) {
    let terms = termsOf(first);
    let { end } = first;
    let count = 1;
    for (let next = index + 1; next < hits.length; next += 1) {
      const hit = hits[next];
      if (hit === undefined || hit.end > first.start + room) break;
      terms |= termsOf(hit);
      end = Math.max(end, hit.end);
      count += 1;
    }
    const gain = countBits(terms & ~known) - (best === null ? -1 : countBits(best.terms & ~known));
    if (best === null || gain > 0 || (gain === 0 && count > best.count))
      best = { start: first.start, end, terms, count };
  }
  return best;
}

function termsOf(hit: SnippetHit): number {
  return hit.terms === undefined || hit.terms === 0 ? 1 : hit.terms;
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

/** Writes the windows with single spaces and “…” where the text goes on, and moves the hits to where they then stand. */
function writeSnippet(text: string, windows: readonly Span[], hits: readonly Span[]): Snippet {
  let snippet = "";
  const marks: Span[] = [];
  let before = 0;
  for (const window of windows) {
    const isLeftOut = text.slice(before, window.start).trim() !== "";
    const lead = before === 0 ? ELLIPSIS : JOINT;
    if (isLeftOut) snippet += lead;
    else if (snippet !== "") snippet += " ";
    snippet = writeWindow(text, window, snippet, hits, marks);
    before = window.end;
  }
  if (snippet !== "" && !snippet.endsWith(ELLIPSIS) && text.slice(before).trim() !== "") snippet += ELLIPSIS;
  return { snippet, marks };
}

function writeWindow(text: string, window: Span, before: string, hits: readonly Span[], marks: Span[]): string {
  let snippet = before;
  const bodyStart = snippet.length;
  /** Where each code unit of the window stands in the snippet. */
  const offsets = new Int32Array(Math.max(0, window.end - window.start));
  let length = bodyStart;
  let wordStart = window.start;
  for (let index = window.start; index < window.end; index += 1) {
    offsets[index - window.start] = length;
    if (!isSpace(text, index)) {
      length += 1;
      continue;
    }
    if (index > wordStart) {
      snippet += `${text.slice(wordStart, index)} `;
      length += 1;
    }
    wordStart = index + 1;
  }
  snippet += text.slice(wordStart, window.end);
  snippet = snippet.length > bodyStart ? snippet.trimEnd() : snippet;
  const bodyEnd = snippet.length;
  const offsetOf = (offset: number) => {
    if (offset < window.start) return bodyStart;
    return offset >= window.end ? bodyEnd : Math.min(bodyEnd, offsets[offset - window.start] ?? bodyEnd);
  };
  for (const hit of hits) {
    const mark = { start: offsetOf(hit.start), end: offsetOf(hit.end) };
    if (mark.start < mark.end) marks.push(mark);
  }
  return snippet;
}

/** What `\s` means in an expression: each code unit of a snippet is asked about, and most are letters. */
function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit > 0x20 && unit < 0x80) return false;
  return /\s/.test(text.charAt(index));
}

function dividesPair(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1));
}
