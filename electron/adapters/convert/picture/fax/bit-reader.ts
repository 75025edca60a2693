/** Reads bits, the highest of each byte first. Behind the end stand zeros, which begin no code. */
export class BitReader {
  #position = 0;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.length * 8;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#end;
  }

  /** The next bits, up to 16 of them, without going on. */
  peek(count: number): number {
    const at = this.#position >> 3;
    const bytes = this.#bytes;
    const window = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    return (window >> (24 - (this.#position & 7) - count)) & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.#position += count;
  }

  /** Goes on to the beginning of the next byte, unless it stands at one. */
  alignToByte(): void {
    this.#position = (this.#position + 7) & ~7;
  }
}
