/** Codes with a meaning of their own (TIFF 6.0, section 13). */
const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const SHORTEST = 9;
const MOST_CODES = 4096;

/**
 * Decodes TIFF's LZW. Whatever bytes are given it ends, for the table never leads in a circle.
 *
 * @param target is filled from its start
 * @returns bytes that were written
 */
export function decodeLzw(data: Uint8Array, target: Uint8Array): number {
  const prefixes = new Uint16Array(MOST_CODES);
  const lasts = new Uint8Array(MOST_CODES);
  const firsts = new Uint8Array(MOST_CODES);
  const lengths = new Uint16Array(MOST_CODES).fill(1, 0, 256);
  for (let value = 0; value < 256; value += 1) {
    firsts[value] = value;
    lasts[value] = value;
  }
  let free = FIRST_FREE;
  let bits = SHORTEST;
  let before: number | null = null;
  let written = 0;
  let position = 0;

  /** Writes the string of a code, from its end. */
  const write = (code: number): void => {
    let current = code;
    for (let at = written + (lengths[code] ?? 0) - 1; at >= written; at -= 1) {
      if (at < target.length) target[at] = lasts[current] ?? 0;
      current = prefixes[current] ?? 0;
    }
    written = Math.min(target.length, written + (lengths[code] ?? 0));
  };

  while (written < target.length && position + bits <= data.length * 8) {
    const at = position >> 3;
    const window = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    const code = (window >> (24 - (position & 7) - bits)) & ((1 << bits) - 1);
    position += bits;
    if (code === END) break;
    if (code === CLEAR) {
      free = FIRST_FREE;
      bits = SHORTEST;
      before = null;
      continue;
    }
    if (before === null) {
      if (code >= CLEAR) break;
      write(code);
      before = code;
      continue;
    }
    if (code > free || (code === free && free >= MOST_CODES)) break;
    if (free < MOST_CODES) {
      prefixes[free] = before;
      firsts[free] = firsts[before] ?? 0;
      lasts[free] = firsts[code === free ? before : code] ?? 0;
      lengths[free] = (lengths[before] ?? 0) + 1;
      free += 1;
    }
    write(code);
    before = code;
    // One code earlier than would be needed.
    if (free + 1 >= 1 << bits && bits < 12) bits += 1;
  }
  return written;
}
