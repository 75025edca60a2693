/** Bytes in which an encoding is declared (browsers look at 1,024; some pages declare it later). */
const DECLARATION_BYTES = 8_192;

/**
 * Finds the encoding that a page declares in `<meta charset>` or `<meta http-equiv="Content-Type">`, or in the declaration of
 * XHTML. What stands in comments is passed over.
 */
export function findCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES))
    .toString("latin1")
    .replaceAll(/<!--[\s\S]*?-->/gu, "");
  for (const [tag] of head.matchAll(/<meta\b[^>]*>/giu)) {
    const name = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/iu.exec(tag)?.[1];
    if (name !== undefined) return name;
  }
  return /^<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:.-]{2,40})["']/iu.exec(head)?.[1] ?? null;
}
