const LENGTH_LINE = /^\s*(\d{1,12})[ \t]*\r?\n/u;

/**
 * Apple Mail keeps a message behind a line with its length in bytes and in front of a property list: this gives the message.
 * Other bytes are returned as they are.
 */
export function unwrapEmlx(bytes: Uint8Array): Uint8Array {
  const match = LENGTH_LINE.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 32)));
  if (match === null) return bytes;
  const start = match[0].length;
  return bytes.subarray(start, start + Number(match[1]));
}
