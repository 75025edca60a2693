/**
 * Bytes that grow. A whole number is written as a varint: seven bits a byte, lowest first, the eighth set on all but the
 * last. A class, because it stands in the innermost loops.
 */
export class ByteWriter {
  bytes: Uint8Array = new Uint8Array(256);
  length = 0;

  /** @param value whole, from 0 to 2^53 - 1 */
  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.reserve(8);
    let rest = value;
    while (rest >= 0x80000000) {
      this.bytes[this.length] = (rest % 128) | 0x80;
      this.length += 1;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 0x80) {
      this.bytes[this.length] = (rest & 0x7f) | 0x80;
      this.length += 1;
      rest >>>= 7;
    }
    this.bytes[this.length] = rest;
    this.length += 1;
  }

  /** The lower byte of a number, and the one above it. */
  twoBytes(value: number): void {
    if (this.length + 2 > this.bytes.length) this.reserve(2);
    this.bytes[this.length] = value & 0xff;
    this.bytes[this.length + 1] = value >> 8;
    this.length += 2;
  }

  append(source: Uint8Array, from: number, to: number): void {
    if (to <= from) return;
    this.reserve(to - from);
    this.bytes.set(from === 0 && to === source.length ? source : source.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** A word in UTF-8. */
  text(word: string): void {
    this.reserve(word.length * 3);
    for (let index = 0; index < word.length; index += 1) {
      const unit = word.charCodeAt(index);
      if (unit >= 0x80) {
        this.length += ENCODER.encodeInto(word.slice(index), this.bytes.subarray(this.length)).written;
        return;
      }
      this.bytes[this.length] = unit;
      this.length += 1;
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written, in place. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.view());
    this.bytes = larger;
  }
}

const ENCODER = new TextEncoder();

/** Reads what `ByteWriter` wrote. Beyond the end it reads zeros: whoever reads checks `at` against what was announced. */
export class ByteReader {
  bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at] ?? 0;
    this.at += 1;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    for (let factor = 2 ** 28; ; factor *= 128) {
      byte = bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** Passes over `count` numbers. */
  skip(count: number): void {
    const { bytes } = this;
    let { at } = this;
    for (let left = count; left > 0; left -= 1) {
      while ((bytes[at] ?? 0) >= 0x80) at += 1;
      at += 1;
    }
    this.at = at;
  }
}

/** UTF-8 as a word. Words are short and almost always ASCII. */
export function decodeWord(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
}
