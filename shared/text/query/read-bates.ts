import type { OpenRange } from "./query-node.ts";
import { fail } from "./read-failure.ts";
import { failBackwards, RANGE_DOTS, type RawRange, type RawValue, readRange } from "./read-range.ts";

const NUMBERED = /^(?<prefix>.*?)(?<digits>\d+)$/su;
/** `DHS-000123-000200`: as many digits, the second number the greater. */
const DASHED = /^(?<prefix>.*?)(?<from>\d+)\s?[-–]\s?(?<to>\d+)$/su;
const BATES_HELP = "Write bates:DHS-000123, bates:DHS-000123..DHS-000200, or bates:DHS-* for the whole series.";
const MOST_BATES_DIGITS = 15;

/** Bates numbers. The prefix is kept as typed, with its separator; an empty one stands for every prefix. */
export function readBates(raw: RawValue): { readonly prefix: string; readonly range: OpenRange<number> } {
  const series = /^(?<prefix>[^*]*)\*$/su.exec(raw.text)?.groups;
  if (series !== undefined) return { prefix: requirePrefix(series["prefix"] ?? "", raw), range: { from: 0, to: null } };
  const range = splitDashed(raw) ?? readRange(raw);
  const from = range.from === null ? null : readBatesNumber(range.from);
  const to = range.to === null ? null : readBatesNumber(range.to);
  const prefix = from?.prefix ?? to?.prefix ?? "";
  if (from !== null && to !== null && to.prefix !== "" && to.prefix !== prefix) {
    fail(`Both ends of a range have one prefix; here they are “${prefix}” and “${to.prefix}”.`, raw.offset);
  }
  const numbers = {
    from: from === null ? null : from.number + (range.isFromExcluded ? 1 : 0),
    to: to === null ? null : to.number - (range.isToExcluded ? 1 : 0),
  };
  if (numbers.to !== null && numbers.to < (numbers.from ?? 0)) failBackwards(raw);
  return { prefix, range: numbers };
}

/** Runs of so many digits that fall are a range whose ends were exchanged; of fewer, a year and a number. */
const FEWEST_DIGITS_OF_RANGE = 5;

function splitDashed({ text, offset }: RawValue): RawRange | null {
  const found = DASHED.exec(text)?.groups;
  if (found === undefined || RANGE_DOTS.test(text) || /^[[{<>=≤≥]/u.test(text)) return null;
  const { prefix = "", from = "", to = "" } = found;
  if (from.length !== to.length) return null;
  if (Number(from) >= Number(to)) {
    return from.length < FEWEST_DIGITS_OF_RANGE ? null : failBackwards({ text, offset });
  }
  return {
    from: { text: `${prefix}${from}`, offset },
    to: { text: to, offset: offset + text.length - to.length },
    isFromExcluded: false,
    isToExcluded: false,
  };
}

function requirePrefix(prefix: string, { text, offset }: RawValue): string {
  if (!/^[\p{L}\p{N}&._\- ]*$/u.test(prefix)) fail(`“${text}” is not a Bates number. ${BATES_HELP}`, offset);
  return prefix;
}

function readBatesNumber({ text, offset }: RawValue): { readonly prefix: string; readonly number: number } {
  const found = NUMBERED.exec(text)?.groups;
  if (found === undefined) return fail(`“${text}” does not end in a number. ${BATES_HELP}`, offset);
  const { prefix = "", digits = "" } = found;
  if (digits.length > MOST_BATES_DIGITS) fail(`A Bates number has at most ${MOST_BATES_DIGITS} digits.`, offset);
  return { prefix: requirePrefix(prefix, { text, offset }), number: Number(digits) };
}
