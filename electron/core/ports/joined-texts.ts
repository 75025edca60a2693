/** Several texts, one after the other in UTF-8: what passes between threads without being copied. */
export interface JoinedTexts {
  readonly bytes: Uint8Array;
  /** Where each ends in `bytes`; it begins where the one before ends. */
  readonly ends: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Joins texts; half a pair of surrogates becomes U+FFFD. */
export function joinTexts(texts: readonly string[]): JoinedTexts {
  const parts = texts.map((text) => encoder.encode(text));
  const ends = new Uint32Array(parts.length);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    bytes.set(part, at);
    at += part.length;
    ends[index] = at;
  }
  return { bytes, ends };
}

/** The text at an index. */
export function textAt({ bytes, ends }: JoinedTexts, index: number): string {
  return decoder.decode(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]));
}
