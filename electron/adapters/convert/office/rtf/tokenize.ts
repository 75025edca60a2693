/** Takes what an RTF file consists of, in its order. */
export interface TokenReceiver {
  open(): void;
  close(): void;
  /** A control word with its number, if it has one. */
  word(name: string, parameter: number | null): void;
  /** A control symbol: one character behind the backslash that is no letter. */
  symbol(character: string): void;
  /** `\'xx`: one byte of text. */
  hexByte(byte: number): void;
  /** Bytes of text as they stand, from `start` to `end` of the file. */
  text(start: number, end: number): void;
  /** Raw bytes behind `\bin`. */
  binary(bytes: Uint8Array): void;
  /** False to stop. */
  goesOn(): boolean;
}

/** RTF 1.9.1: a control word has at most 32 letters; longer ones are damage, read as a word that nobody knows. */
const MAX_WORD = 256;

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const QUOTE = 0x27;

/** Cuts an RTF file into tokens. Any bytes are accepted. Nothing is nested here: groups are only told. */
export function tokenizeRtf(bytes: Uint8Array, receiver: TokenReceiver): void {
  let at = 0;
  while (at < bytes.length && receiver.goesOn()) {
    const byte = bytes[at];
    if (byte === OPEN) {
      receiver.open();
      at += 1;
    } else if (byte === CLOSE) {
      receiver.close();
      at += 1;
    } else if (byte === BACKSLASH) at = readControl(bytes, at + 1, receiver);
    else if (isIgnored(byte)) at += 1;
    else {
      let end = at + 1;
      while (end < bytes.length && !isSpecial(bytes[end])) end += 1;
      receiver.text(at, end);
      at = end;
    }
  }
}

/** Line breaks in the file mean nothing; NUL stands behind the end of some files. */
function isIgnored(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0;
}

function isSpecial(byte: number | undefined): boolean {
  return byte === OPEN || byte === CLOSE || byte === BACKSLASH || isIgnored(byte);
}

/** @returns where the next token begins */
function readControl(bytes: Uint8Array, start: number, receiver: TokenReceiver): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (!isLetter(first)) {
    if (first !== QUOTE) {
      receiver.symbol(String.fromCharCode(first));
      return start + 1;
    }
    const value = Number.parseInt(Buffer.from(bytes.subarray(start + 1, start + 3)).toString("latin1"), 16);
    if (Number.isNaN(value)) return start + 1;
    receiver.hexByte(value);
    return start + 3;
  }
  let at = start;
  while (at < bytes.length && at - start < MAX_WORD && isLetter(bytes[at])) at += 1;
  const name = Buffer.from(bytes.subarray(start, at)).toString("latin1");
  const digits = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < bytes.length && at - digits < 11 && isDigit(bytes[at])) at += 1;
  const parameter = Number.parseInt(Buffer.from(bytes.subarray(digits, at)).toString("latin1"), 10);
  // One space belongs to the word and ends it.
  if (bytes[at] === 0x20) at += 1;
  if (name === "bin") {
    const end = Math.min(at + Math.max(0, parameter || 0), bytes.length);
    receiver.binary(bytes.subarray(at, end));
    return end;
  }
  receiver.word(name, Number.isNaN(parameter) ? null : parameter);
  return at;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
