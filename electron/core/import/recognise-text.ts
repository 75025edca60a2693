import type { SourceFormat } from "#shared/model/format.ts";

/** A line that begins a message of a mailbox (RFC 4155): a sender and a date with its year. */
const MBOX_LINE = /^From \S+.*\b(?:19|20)\d\d\b.*\r?\n/u;
/** Apple Mail's length line. */
const EMLX_LINE = /^\s*\d{1,12}[ \t]*\r?\n/u;
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,76}):(?:[ \t]|$)/u;

/** Fields that programs write and people do not: a memo has From, To, Date and Subject too. */
const PROGRAM_FIELDS =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|arc-[\w-]+|x-[\w-]+|content-(?:type|transfer-encoding|disposition|class)|authentication-results|references|in-reply-to|reply-to|thread-(?:topic|index)|list-[\w-]+)$/u;
const PEOPLE_FIELDS = /^(?:from|to|cc|bcc|date|subject|sender)$/u;

/** What a page may begin with behind white space, comments and an XML declaration. */
const HTML_START =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|base|style|script|table|div|span|section|article|p|h[1-6]|ul|ol|font|center|a|b|i|img|br|hr|pre|frameset)\b)/iu;

/** Names are hints for what bytes cannot tell. */
const BY_EXTENSION: ReadonlyMap<string, SourceFormat> = new Map([
  ["csv", "csv"],
  ["tsv", "csv"],
  ["tab", "csv"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["mdown", "markdown"],
]);

/**
 * Tells what kind of text a text is.
 *
 * @param text first characters of the file
 * @param extension of its name, in lower case without the dot: decides between Markdown, CSV and plain text, and helps where
 *   a message or a page has little to tell it by
 */
export function recogniseText(text: string, extension: string): SourceFormat {
  const body = text.replace(/^\ufeff/u, "");
  if (body.startsWith("{\\rtf")) return "rtf";
  const message = recogniseMessage(body, extension);
  if (message !== null) return message;
  const byName = BY_EXTENSION.get(extension);
  if (byName !== undefined) return byName;
  if (HTML_START.test(skipProlog(body))) return "html";
  const isNamedHtml = /^(?:x?html?|xht)$/u.test(extension);
  return isNamedHtml && /<(?:!--|[a-z][a-z0-9]*[\s>])/iu.test(body) ? "html" : "text";
}

function recogniseMessage(text: string, extension: string): "mbox" | "eml" | "mhtml" | null {
  // A single message may keep the line that once began it in a mailbox.
  const envelope = MBOX_LINE.exec(text)?.[0] ?? "";
  if (envelope !== "" && extension !== "eml" && readFields(text.slice(envelope.length)).size > 0) return "mbox";
  const fields = readFields((extension === "emlx" ? text.replace(EMLX_LINE, "") : text).slice(envelope.length));
  const names = [...fields.keys()];
  const isWritten = names.some((name) => PROGRAM_FIELDS.test(name));
  const isAddressed = names.some((name) => PEOPLE_FIELDS.test(name));
  const isNamed = /^(?:emlx?|mht|mhtml|msg|mime)$/u.test(extension);
  if (!(isWritten && (isAddressed || fields.has("mime-version"))) && !(isNamed && (isWritten || isAddressed)))
    return null;
  const isRelated = /^multipart\/related\b/iu.test(fields.get("content-type") ?? "");
  const isSent = ["to", "cc", "received", "message-id"].some((name) => fields.has(name));
  return isRelated && !isSent ? "mhtml" : "eml";
}

/** Fields at the start of a text up to an empty line; none when another line is found before it. */
function readFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const lines = text.split(/\r?\n/u);
  // The last line may be cut.
  for (const [index, line] of lines.entries()) {
    if (line === "") break;
    if (/^[ \t]/u.test(line) && fields.size > 0) continue;
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      if (index === lines.length - 1 && index > 0) break;
      return new Map();
    }
    if (!fields.has(name)) fields.set(name, line.slice(name.length + 1).trim());
  }
  return fields;
}

function skipProlog(text: string): string {
  let rest = text.trimStart();
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/^(?:<!--[\s\S]*?-->|<\?[\s\S]*?\?>)\s*/u, "");
  }
  return rest;
}
