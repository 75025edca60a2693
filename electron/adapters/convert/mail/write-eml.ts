/** An attachment of a message that is written. */
export interface WrittenPart {
  readonly name: string;
  readonly type: string;
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
}

/** A message to be written. Values of headers are text, without line ends. */
export interface WrittenMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly plain: string | null;
  readonly html: string | null;
  readonly attachments: readonly WrittenPart[];
}

const LINE_BYTES = 57;
const WORD_BYTES = 45;

/**
 * Writes a message of RFC 5322 and MIME. The same message always gives the same bytes: every body is Base64, in which no
 * boundary can occur, so boundaries need not be random.
 */
export function writeEml(message: WrittenMessage): Uint8Array {
  const texts = [
    ...(message.plain === null ? [] : [textPart("plain", message.plain)]),
    ...(message.html === null ? [] : [textPart("html", message.html)]),
  ];
  const body = texts.length === 1 && texts[0] !== undefined ? texts[0] : multipart("alternative", "=_versions", texts);
  const parts = [...(texts.length === 0 ? [] : [body]), ...message.attachments.map(attachmentPart)];
  const whole = parts.length === 1 && message.attachments.length === 0 ? body : multipart("mixed", "=_parts", parts);
  const head = message.headers.map(([name, value]) => `${name}: ${encodeHeader(value)}\r\n`).join("");
  return Buffer.from(`${head}MIME-Version: 1.0\r\n${whole}`, "latin1");
}

function textPart(subtype: "plain" | "html", text: string): string {
  return `Content-Type: text/${subtype}; charset=utf-8\r\n${encodeBody(Buffer.from(text, "utf8"))}`;
}

function attachmentPart({ name, type, contentId, bytes }: WrittenPart): string {
  const fileName = [...Buffer.from(name, "utf8")]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
  const id = contentId === null ? "" : `Content-ID: <${contentId.replaceAll(/[^\x21-\x7e]|[<>]/gu, "")}>\r\n`;
  const media = /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : "application/octet-stream";
  return `Content-Type: ${media}\r\nContent-Disposition: attachment; filename*=utf-8''${fileName}\r\n${id}${encodeBody(bytes)}`;
}

function multipart(subtype: string, boundary: string, parts: readonly string[]): string {
  const inner = parts.map((part) => `--${boundary}\r\n${part}`).join("");
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

function encodeBody(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += LINE_BYTES)
    lines.push(Buffer.from(bytes.subarray(start, start + LINE_BYTES)).toString("base64"));
  return `Content-Transfer-Encoding: base64\r\n\r\n${lines.join("\r\n")}\r\n`;
}

/** Words beyond ASCII as RFC 2047 has them, never cutting a character; addresses in brackets stay readable. */
function encodeHeader(value: string): string {
  const line = value.replaceAll(/[\r\n\0]+/gu, " ");
  if (/^[\x20-\x7e]*$/u.test(line)) return line;
  return line.replaceAll(/[^<>,;:"]*[^\x20-\x7e<>,;:"][^<>,;:"]*/gu, (text) => {
    const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
    return `${before}${encodeWords(words)}${after}`;
  });
}

function encodeWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of text.toWellFormed()) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  words.push(word);
  return words.map((each) => `=?utf-8?B?${Buffer.from(each, "utf8").toString("base64")}?=`).join(" ");
}
