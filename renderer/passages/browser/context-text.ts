import { oneLine } from "../passage-filter.ts";

/** What stands around a quotation. */
export interface QuoteContext {
  readonly before: string;
  readonly after: string;
}

/** Ends of sentences: a full stop and its like, with closing quotes, before a space. */
const SENTENCE_END = /[.!?…]["”’»)\]]*\s+/gu;

/** How much is shown of the page on each side, in code units. */
const MORE = 600;

/**
 * The rest of the sentence around a quotation, from the text that is kept with it: what comes before the last end of a
 * sentence, and after the next one, is left out.
 */
export function sentenceAround(prefix: string, suffix: string): QuoteContext {
  const ends = [...prefix.matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  const before = last === undefined ? cutStart(prefix) : prefix.slice(last.index + last[0].length);
  const next = /[.!?…]["”’»)\]]*(?=\s|$)/u.exec(suffix);
  const after = next === null ? cutEnd(suffix) : suffix.slice(0, next.index + next[0].length);
  return { before: flow(before), after: flow(after) };
}

/** A longer stretch of the page around a range of its text. */
export function stretchAround(text: string, start: number, end: number): QuoteContext {
  const before = text.slice(Math.max(0, start - MORE), start);
  const after = text.slice(end, end + MORE);
  return {
    before: flow(start > MORE ? cutStart(before) : before),
    after: flow(end + MORE < text.length ? cutEnd(after) : after),
  };
}

/** The context was cut in the middle of a word as likely as not. */
function cutStart(text: string): string {
  const space = text.search(/\s/u);
  return space < 0 ? text : `…${text.slice(space)}`;
}

function cutEnd(text: string): string {
  const space = text.search(/\s\S*$/u);
  return space < 0 ? text : `${text.slice(0, space)} …`;
}

/** In one line, with the space to the quotation kept. */
function flow(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  return `${/^\s/u.test(text) ? " " : ""}${line}${/\s$/u.test(text) ? " " : ""}`;
}
