import { toRomanDigits } from "../roman-digits.ts";
import type { BlockShape } from "./page-writer.ts";

/** A list under way. */
export interface ListContext {
  readonly kind: "bullets" | "numbers" | "letters" | "capitals" | "roman" | "large-roman";
  readonly level: number;
  /** Number of the next item. */
  readonly counter: { next: number };
}

const BULLETS = ["•", "–", "·"];
const KINDS: ReadonlyMap<string, ListContext["kind"]> = new Map<string, ListContext["kind"]>([
  ["a", "letters"],
  ["A", "capitals"],
  ["i", "roman"],
  ["I", "large-roman"],
]);
const DEEPEST_LEVEL = 8;

/** Begins a list inside of another, or of none. */
export function beginList(
  tagName: string,
  attributes: ReadonlyMap<string, string>,
  outer: ListContext | null,
): ListContext {
  const level = outer === null ? 0 : Math.min(outer.level + 1, DEEPEST_LEVEL);
  if (tagName !== "ol") return { kind: "bullets", level, counter: { next: 1 } };
  const kind = KINDS.get(attributes.get("type") ?? "") ?? "numbers";
  return { kind, level, counter: { next: readNumber(attributes.get("start")) ?? 1 } };
}

/** Begins an item; one outside of any list gets a bullet, as in browsers. */
export function beginItem(attributes: ReadonlyMap<string, string>, list: ListContext | null): BlockShape {
  const progress = { isBegun: false };
  if (list === null || list.kind === "bullets") {
    const level = list?.level ?? 0;
    return { kind: "item", marker: BULLETS[level % BULLETS.length] ?? "•", level, progress };
  }
  const number = readNumber(attributes.get("value")) ?? list.counter.next;
  list.counter.next = number + 1;
  return { kind: "item", marker: `${writeNumber(number, list.kind)}.`, level: list.level, progress };
}

function readNumber(value: string | undefined): number | null {
  return /^\s*-?\d{1,9}\s*$/u.test(value ?? "") ? Number(value) : null;
}

function writeNumber(number: number, kind: ListContext["kind"]): string {
  if (number < 1 || number > 3_999) return String(number);
  switch (kind) {
    case "letters":
      return writeLetters(number);
    case "capitals":
      return writeLetters(number).toUpperCase();
    case "roman":
      return toRomanDigits(number);
    case "large-roman":
      return toRomanDigits(number).toUpperCase();
    default:
      return String(number);
  }
}

/** a … z, aa, ab … */
function writeLetters(number: number): string {
  let rest = number;
  let letters = "";
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(0x61 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
