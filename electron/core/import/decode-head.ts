/**
 * Decodes the first bytes of a file as text, to tell what kind of text it is; the end may cut a character.
 *
 * UTF-16 is told by its mark, or by zeros at every other byte; then UTF-8; then any encoding of single bytes, as Latin-1,
 * when there are no control characters but those that texts have.
 *
 * @returns null when the bytes are no text
 */
export function decodeHead(head: Uint8Array): string | null {
  const wide = findWideEncoding(head);
  if (wide !== null) return withoutControls(new TextDecoder(wide).decode(head, { stream: true }));
  const utf8 = decodeUtf8(head);
  return withoutControls(utf8 ?? new TextDecoder("latin1").decode(head));
}

/** What no text has. Escape is kept for ISO 2022, form feed and backspace for old printers, the last one for CP/M's end. */
const CONTROLS = /[\0-\x07\x0e-\x19\x1c-\x1f]/u;

function withoutControls(text: string): string | null {
  return CONTROLS.test(text) ? null : text;
}

function decodeUtf8(head: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}

/** With fewer bytes, zeros at every other one may be chance. */
const FEWEST_WIDE_BYTES = 16;

function findWideEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head.length < FEWEST_WIDE_BYTES) return null;
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = head.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  return even > pairs * 0.4 && odd < pairs * 0.05 ? "utf-16be" : null;
}
