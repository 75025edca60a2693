/** Offsets into a source text for each code unit of a normalised text: unit `i` stems from `starts[i]`–`ends[i]`. */
export interface SourceOffsets {
  readonly starts: Int32Array;
  /** End exclusive. */
  readonly ends: Int32Array;
}

/** A text in the form in which quotations are compared, with the way back to the text it was made from. */
export interface NormalizedText {
  readonly normalized: string;
  readonly toSource: SourceOffsets;
  /**
   * Offsets into `normalized`, ascending, where a hyphen and a line break were taken out. Such a hyphen may have been
   * part of the word (`well-known`) or of the line break (`deten-tion`); the text alone does not say which.
   */
  readonly lineEndJoins: readonly number[];
}

/** A stretch of text in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Single curly quotation marks, the modifier-letter apostrophe, double curly quotation marks, dashes, ligatures. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...["‘", "’", "‚", "‛", "ʼ"].map((mark) => [mark, "'"] as const),
  ...["“", "”", "„", "‟"].map((mark) => [mark, '"'] as const),
  ...["‐", "‑", "‒", "–", "—", "―", "−", "﹘", "﹣", "-"].map((dash) => [dash, "-"] as const),
  ...([
    ["ﬀ", "ff"],
    ["ﬁ", "fi"],
    ["ﬂ", "fl"],
    ["ﬃ", "ffi"],
    ["ﬄ", "ffl"],
    ["ﬅ", "st"],
    ["ﬆ", "st"],
  ] as const),
]);

/** Soft hyphen, zero-width space, word joiner, zero-width no-break space: they have no width and no meaning. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/;

const SPACE = /\s/;

/**
 * A hyphen that divides a word at the end of a line, with the break. A soft hyphen always does; another hyphen only
 * before a lower-case letter, because `Ortega-⏎Ruiz` keeps its hyphen. One line break only: a paragraph ends words.
 */
const LINE_END_HYPHEN =
  /(?<=[\p{L}\p{M}])(?:[-\u2010][^\S\r\n]*\r?\n[^\S\r\n]*(?=\p{Ll})|\u00AD[^\S\r\n]*\r?\n[^\S\r\n]*(?=\p{L}))/uy;

const DIVIDED_OR_INVISIBLE = new RegExp(`${LINE_END_HYPHEN.source}|${INVISIBLE.source}`, "gu");

/**
 * The form in which a quotation is compared with a page: curly quotation marks and dashes made plain, ligatures spelt
 * out, every run of white space (line and paragraph breaks too) one space, invisible characters removed, words that are
 * divided at the end of a line joined. Case and accents are kept.
 *
 * Takes time linear in the length of `text`. White space at either end becomes one space; it is not trimmed.
 *
 * @param text in NFC, as page texts are; another text must be brought to NFC first, or its accents will not compare
 */
export function normalizeForMatching(text: string): NormalizedText {
  const capacity = text.length * 3;
  const units = new Uint16Array(capacity);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const lineEndJoins: number[] = [];
  let length = 0;

  const append = (unit: number, start: number, end: number) => {
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };

  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isPlain(code)) {
      append(code, index, index + 1);
      index += 1;
      continue;
    }
    const character = text.charAt(index);
    const hyphenEnd = endOfLineEndHyphen(text, index, code);
    if (hyphenEnd !== null) {
      lineEndJoins.push(length);
      index = hyphenEnd;
      continue;
    }
    const next = index + 1;
    if (!INVISIBLE.test(character)) {
      if (SPACE.test(character)) {
        if (length > 0 && units[length - 1] === SPACE_UNIT) ends[length - 1] = next;
        else append(SPACE_UNIT, index, next);
      } else {
        const replacement = REPLACEMENTS.get(character) ?? character;
        for (let part = 0; part < replacement.length; part += 1) append(replacement.charCodeAt(part), index, next);
      }
    }
    index = next;
  }
  return {
    normalized: stringOfUnits(units.subarray(0, length)),
    toSource: { starts: starts.slice(0, length), ends: ends.slice(0, length) },
    lineEndJoins,
  };
}

/**
 * The stretch of source text from which `normalized.slice(start, end)` was made. An empty stretch stays empty, at the
 * place where it stands. A stretch that begins or ends inside a ligature takes the whole ligature.
 */
export function sourceSpan(text: NormalizedText, start: number, end: number): Span {
  const { starts, ends } = text.toSource;
  if (start >= end) {
    const at = starts[start] ?? ends[ends.length - 1] ?? 0;
    return { start: at, end: at };
  }
  const sourceStart = starts[start];
  const sourceEnd = ends[end - 1];
  if (sourceStart === undefined || sourceEnd === undefined) {
    throw new RangeError(`no source for ${start}–${end} in a text of ${starts.length} code units`);
  }
  return { start: sourceStart, end: sourceEnd };
}

/**
 * Whether two texts have the same words, in the form in which quotations are compared. Where one of them divides a word
 * at the end of a line, the other may have a hyphen there or not. White space at the ends does not count.
 */
export function isSameWording(first: string, second: string): boolean {
  const one = normalizeForMatching(first.normalize("NFC"));
  const two = normalizeForMatching(second.normalize("NFC"));
  const oneJoins = new Set(one.lineEndJoins);
  const twoJoins = new Set(two.lineEndJoins);
  const oneEnd = one.normalized.trimEnd().length;
  const twoEnd = two.normalized.trimEnd().length;
  let left = one.normalized.startsWith(" ") ? 1 : 0;
  let right = two.normalized.startsWith(" ") ? 1 : 0;
  while (left < oneEnd || right < twoEnd) {
    const leftUnit = left < oneEnd ? one.normalized.charAt(left) : "";
    const rightUnit = right < twoEnd ? two.normalized.charAt(right) : "";
    if (leftUnit === rightUnit) {
      left += 1;
      right += 1;
    } else if (rightUnit === "-" && oneJoins.has(left)) right += 1;
    else if (leftUnit === "-" && twoJoins.has(right)) left += 1;
    else return false;
  }
  return true;
}

/** What `joinDividedWords` leaves where a word was divided: a soft hyphen, which marks just that and has no width. */
export const DIVISION_MARK = "\u00AD";

/**
 * A text in which words that are divided at the end of a line are whole again, with `DIVISION_MARK` in place of the
 * hyphen and the break; invisible characters are removed, all else stays.
 */
export function joinDividedWords(text: string): string {
  return text.replace(DIVIDED_OR_INVISIBLE, (found) => (found.includes("\n") ? DIVISION_MARK : ""));
}

const SPACE_UNIT = 0x20;
const HYPHEN_UNIT = 0x2d;

/** ASCII that stays what it is and takes part in no rule; most of a page is this. */
function isPlain(code: number): boolean {
  return code > SPACE_UNIT && code < 0x7f && code !== HYPHEN_UNIT;
}

function endOfLineEndHyphen(text: string, index: number, code: number): number | null {
  if (code !== HYPHEN_UNIT && code !== 0x2010 && code !== 0xad) return null;
  LINE_END_HYPHEN.lastIndex = index;
  return LINE_END_HYPHEN.test(text) ? LINE_END_HYPHEN.lastIndex : null;
}

/** Code units to string, in parts because a call takes only so many arguments. */
function stringOfUnits(units: Uint16Array): string {
  const partLength = 8192;
  let text = "";
  for (let start = 0; start < units.length; start += partLength) {
    text += String.fromCharCode(...units.subarray(start, start + partLength));
  }
  return text;
}
