/**
 * The little of PDF syntax that an incremental update needs: where a value ends, and which entries a dictionary has. What
 * is not understood throws `UnreadableStructure`; the caller then goes another way.
 */

/** The file's structure is not as the standard has it. */
export class UnreadableStructure extends Error {
  override readonly name = "UnreadableStructure";
}

/** Bytes from `start` to `end` of some larger whole. */
export interface Span {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Values within values: more levels than any file needs, fewer than the stack has. */
const DEEPEST_VALUE = 100;

const PERCENT = 0x25;
const PARENTHESIS_OPEN = 0x28;
const PARENTHESIS_CLOSE = 0x29;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET_OPEN = 0x5b;
const BACKSLASH = 0x5c;
const BRACKET_CLOSE = 0x5d;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;
}

function isRegular(byte: number | undefined): boolean {
  if (byte === undefined || isSpace(byte)) return false;
  return !(
    (byte >= PARENTHESIS_OPEN && byte <= PARENTHESIS_CLOSE) ||
    byte === PERCENT ||
    byte === SLASH ||
    byte === LESS ||
    byte === GREATER ||
    byte === BRACKET_OPEN ||
    byte === BRACKET_CLOSE ||
    byte === 0x7b ||
    byte === 0x7d
  );
}

/** The offset of the next byte that is neither space nor comment. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== PERCENT) return at;
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  }
}

/** A word of regular characters: a number, a keyword, or what follows the slash of a name. */
export function readWord(bytes: Uint8Array, from: number): { readonly word: string; readonly end: number } {
  let end = from;
  while (isRegular(bytes[end])) end += 1;
  return { word: Buffer.from(bytes.subarray(from, end)).toString("latin1"), end };
}

/** A whole number that is not negative, and where it ends. */
export function readNumber(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  const { word, end } = readWord(bytes, skipSpace(bytes, from));
  if (!/^\d{1,15}$/.test(word)) throw new UnreadableStructure("a number was expected");
  return { value: Number(word), end };
}

function skipString(bytes: Uint8Array, from: number): number {
  let open = 1;
  let at = from + 1;
  while (open > 0) {
    const byte = bytes[at];
    if (byte === undefined) throw new UnreadableStructure("a string does not end");
    if (byte === BACKSLASH) at += 1;
    else if (byte === PARENTHESIS_OPEN) open += 1;
    else if (byte === PARENTHESIS_CLOSE) open -= 1;
    at += 1;
  }
  return at;
}

/** Where a number ends, or the reference that it begins: `12 0 R`. */
function skipNumberOrReference(bytes: Uint8Array, end: number): number {
  const generation = readWord(bytes, skipSpace(bytes, end));
  if (!/^\d{1,5}$/.test(generation.word)) return end;
  const letter = readWord(bytes, skipSpace(bytes, generation.end));
  return letter.word === "R" ? letter.end : end;
}

/** Where the value that begins at `from` ends. */
export function skipValue(bytes: Uint8Array, from: number, depth = 0): number {
  if (depth > DEEPEST_VALUE) throw new UnreadableStructure("values are nested too deep");
  const at = skipSpace(bytes, from);
  const byte = bytes[at];
  if (byte === SLASH) return readWord(bytes, at + 1).end;
  if (byte === PARENTHESIS_OPEN) return skipString(bytes, at);
  if (byte === LESS && bytes[at + 1] === LESS) return readDictionary(bytes, at, depth).end;
  if (byte === LESS) {
    const end = bytes.indexOf(GREATER, at);
    if (end < 0) throw new UnreadableStructure("a string does not end");
    return end + 1;
  }
  if (byte === BRACKET_OPEN) {
    let next = skipSpace(bytes, at + 1);
    while (bytes[next] !== BRACKET_CLOSE) next = skipSpace(bytes, skipValue(bytes, next, depth + 1));
    return next + 1;
  }
  const { word, end } = readWord(bytes, at);
  if (word === "") throw new UnreadableStructure("a value was expected");
  return /^\d+$/.test(word) ? skipNumberOrReference(bytes, end) : end;
}

/** A dictionary: the places of its values by key, and where it ends. */
export interface Dictionary {
  readonly entries: ReadonlyMap<string, Span>;
  readonly start: number;
  /** After the closing `>>`. */
  readonly end: number;
}

/** Reads the dictionary at `from`. A key that stands twice has no certain value, and is refused. */
export function readDictionary(bytes: Uint8Array, from: number, depth = 0): Dictionary {
  const start = skipSpace(bytes, from);
  if (bytes[start] !== LESS || bytes[start + 1] !== LESS) throw new UnreadableStructure("a dictionary was expected");
  const entries = new Map<string, Span>();
  let at = skipSpace(bytes, start + 2);
  while (bytes[at] !== GREATER) {
    if (bytes[at] !== SLASH) throw new UnreadableStructure("a key was expected");
    const { word, end } = readWord(bytes, at + 1);
    const key = word.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const valueStart = skipSpace(bytes, end);
    const valueEnd = skipValue(bytes, valueStart, depth + 1);
    if (entries.has(key)) throw new UnreadableStructure("a key stands twice");
    entries.set(key, { bytes, start: valueStart, end: valueEnd });
    at = skipSpace(bytes, valueEnd);
  }
  if (bytes[at + 1] !== GREATER) throw new UnreadableStructure("a dictionary does not end");
  return { entries, start, end: at + 2 };
}

/** The text of a span, one character a byte. */
export function textOf(span: Span): string {
  return Buffer.from(span.bytes.subarray(span.start, span.end)).toString("latin1");
}

/** A whole number in a dictionary; undefined when the key is absent or holds something else. */
export function numberIn(dictionary: Dictionary, key: string): number | undefined {
  const span = dictionary.entries.get(key);
  const text = span === undefined ? "" : textOf(span);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The numbers of an array in a dictionary; undefined when the key is absent. */
export function numbersIn(dictionary: Dictionary, key: string): readonly number[] | undefined {
  const span = dictionary.entries.get(key);
  if (span === undefined) return undefined;
  const match = /^\[([\d\s]*)\]$/.exec(textOf(span));
  if (match === null) throw new UnreadableStructure("an array of numbers was expected");
  return (match[1] ?? "").trim().split(/\s+/).filter(Boolean).map(Number);
}

/** The object that a value refers to; undefined when it is not a reference. */
export function referenceOf(span: Span): number | undefined {
  const match = /^(\d{1,10})\s+\d{1,5}\s+R$/.exec(textOf(span));
  return match === null ? undefined : Number(match[1]);
}
