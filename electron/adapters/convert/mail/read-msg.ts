import MsgReaderModule from "@kenjiuno/msgreader";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ConversionNotice, MessageHeaders } from "#shared/model/format.ts";
import { handOut } from "../archive/refuse-child.ts";
import { visibleName } from "../archive/visible-name.ts";
import type { Converted, FormatInput } from "../converted.ts";
import { checkCompoundFile } from "./compound-file.ts";
import { decodeHtml, guessEncoding } from "./decode-text.ts";
import { type BodyItem, setBody } from "./message-body.ts";
import { type ListedAttachment, messageConverted } from "./message-converted.ts";
import { readHeader, readMessageHeaders } from "./message-headers.ts";
import { type AttachmentFields, checkFields, type MessageFields } from "./msg-fields.ts";
import { type MimeHeader, parseMime } from "./parse-mime.ts";
import { shortSubject } from "./part-name.ts";
import { pictureBlock } from "./picture-block.ts";
import { type UnwrappedRtf, unwrapRtf } from "./unwrap-rtf.ts";

// The library is CommonJS: its class is the default of its default.
const MsgReader = "default" in MsgReaderModule ? (MsgReaderModule.default as typeof MsgReaderModule) : MsgReaderModule;

const NOT_FLOWED = { isFlowed: false, deletesSpace: false } as const;

/**
 * Reads an Outlook message (.msg, MS-OXMSG). Who wrote to whom and when comes from the headers that it was transported with,
 * where it keeps them, else from its properties. Attachments become children; an attached message becomes a `.msg` of its
 * own, which is written anew from its properties because it is no file inside of the outer one.
 *
 * @throws ProbativeError `import/corrupt`
 */
export async function readMsg(input: FormatInput): Promise<Converted> {
  checkCompoundFile(input.bytes);
  input.progress();
  const notices: ConversionNotice[] = [];
  const { reader, fields } = openMessage(input.bytes, notices);
  const transported =
    fields.headers === undefined
      ? []
      : (await parseMime(new TextEncoder().encode(`${fields.headers}\r\n\r\n`))).message.headers;
  const headers = readHeaders(fields, transported);
  const attachments: ReadAttachment[] = [];
  for (const attachment of fields.attachments) {
    input.progress();
    attachments.push(readAttachment(reader, attachment, attachments.length + 1));
  }
  const shown = new Set<ReadAttachment>();
  const unwrapped = fields.compressedRtf === undefined ? null : unwrapRtf(fields.compressedRtf);
  const items = readBody(fields, unwrapped, notices);
  if (unwrapped?.kind === "rtf" && items.every(({ kind }) => kind !== "text"))
    attachments.unshift({ name: "formatted text.rtf", bytes: unwrapped.bytes, contentId: null, isHidden: false });
  const body = setBody(items, {
    progress: input.progress,
    picture(address) {
      const id = /^cid:(.*)$/iu.exec(address)?.[1];
      const found = attachments.find(({ contentId }) => contentId !== null && contentId === id);
      if (found?.bytes == null) return null;
      if (pictureBlock(found.bytes, null) !== null) shown.add(found);
      return found.bytes;
    },
  });
  const listed: ListedAttachment[] = [];
  for (const attachment of attachments) {
    // Outlook marks a picture of the text as hidden; anything else was attached.
    if (shown.has(attachment) && attachment.isHidden) continue;
    listed.push(handOutAttachment(input, attachment));
  }
  return messageConverted({
    format: "msg",
    headers,
    writtenDate: readHeader(transported, "date") ?? fields.clientSubmitTime ?? fields.messageDeliveryTime ?? null,
    further: [],
    attachments: listed,
    body: body.blocks,
    notices: [...notices, ...body.notices],
  });
}

interface OpenMessage {
  readonly reader: InstanceType<typeof MsgReader>;
  readonly fields: MessageFields;
}

/**
 * Messages that were written before Unicode hold bytes of a code page, which they usually name: it is only known once the
 * properties were read, so they are read again with it.
 */
function openMessage(source: Uint8Array, notices: ConversionNotice[]): OpenMessage {
  const open = (encoding: string | null): OpenMessage => {
    // A copy: the library takes the whole memory that a view lies in for the file.
    const reader = new MsgReader(Uint8Array.from(source).buffer);
    if (encoding !== null) reader.parserConfig = { ansiEncoding: encoding };
    return { reader, fields: attempt(() => checkFields(reader.getFileData())) };
  };
  const message = open(null);
  const page = message.fields.messageCodepage ?? message.fields.internetCodepage;
  // A message of Unicode text has no bytes that a code page would change.
  if (page !== undefined && page !== 65_001 && page !== 1252) return retry(() => open(`cp${page}`), message);
  const text = `${message.fields.subject ?? ""}\n${message.fields.body ?? ""}`;
  if (page !== undefined || !/[\x80-\xff]/u.test(text) || /[^\0-\xff]/u.test(text)) return message;
  const guessed = guessEncoding(Buffer.from(text, "latin1"));
  if (guessed === "windows-1252" || guessed.startsWith("ISO-8859-1")) return message;
  notices.push({ kind: "encoding", detail: `The message names no encoding and was read as ${guessed}.` });
  return retry(() => open(guessed), message);
}

/** An encoding that the library does not know leaves the message as it was read first. */
function retry(open: () => OpenMessage, first: OpenMessage): OpenMessage {
  try {
    return open();
  } catch {
    return first;
  }
}

interface ReadAttachment {
  readonly name: string;
  /** Null when it is damaged. */
  readonly bytes: Uint8Array | null;
  readonly contentId: string | null;
  readonly isHidden: boolean;
}

/** The library throws what comes of reading behind an end. */
function attempt<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (thrown) {
    throw new ProbativeError("import/corrupt", "Its properties cannot be read.", {}, thrown);
  }
}

function readHeaders(fields: MessageFields, transported: readonly MimeHeader[]): MessageHeaders {
  const recipients = (kind: "to" | "cc" | "bcc"): readonly string[] =>
    fields.recipients
      .filter(({ recipType }) => recipType === kind)
      .map((each) => writeAddress(each.name, each.smtpAddress ?? each.email));
  const sent = readMessageHeaders(transported);
  const from = writeAddress(
    fields.senderName,
    fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail,
  );
  return {
    from: sent.from ?? (from === "" ? null : from),
    to: sent.to.length > 0 ? sent.to : recipients("to"),
    cc: sent.cc.length > 0 ? sent.cc : recipients("cc"),
    // Transported headers never name blind copies; the sender's own message does.
    bcc: recipients("bcc"),
    subject: cleaned(fields.subject) ?? sent.subject,
    date: sent.date ?? readUtc(fields.clientSubmitTime ?? fields.messageDeliveryTime),
    messageId: sent.messageId ?? cleaned(fields.messageId)?.replaceAll(/[<>]/gu, "") ?? null,
    inReplyTo: sent.inReplyTo,
    references: sent.references,
  };
}

function cleaned(value: string | undefined): string | null {
  const text = visibleName((value ?? "").replaceAll(/[\0\s]+/gu, " ").trim());
  return text === "" ? null : text;
}

/** Addresses of Exchange's own directory (`/O=…/CN=…`) say nothing outside of it when there is a name. */
function writeAddress(name: string | undefined, address: string | undefined): string {
  const [shown, mail] = [cleaned(name), cleaned(address)];
  if (mail === null || mail === shown) return shown ?? "";
  if (shown === null) return mail;
  return mail.startsWith("/") ? shown : `${shown} <${mail}>`;
}

function readUtc(text: string | undefined): string | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(".000Z", "Z");
}

function readBody(
  fields: MessageFields,
  unwrapped: UnwrappedRtf | null,
  notices: ConversionNotice[],
): readonly BodyItem[] {
  const decoded =
    fields.html === undefined ? null : decodeHtml(fields.html, codePageLabel(fields.internetCodepage ?? null));
  if (decoded !== null && decoded.doubt !== null) notices.push({ kind: "encoding", detail: decoded.doubt });
  const html = decoded?.text ?? fields.bodyHtml ?? (unwrapped?.kind === "html" ? unwrapped.text : null);
  const plain = cleanBody(fields.body) ?? (unwrapped?.kind === "plain" ? unwrapped.text : null);
  if (plain === null && html === null) {
    if (fields.compressedRtf === undefined) return [];
    const detail =
      unwrapped?.kind === "rtf"
        ? "The text is kept as formatted text (RTF) only: see the attached file."
        : "The text of the message is damaged.";
    notices.push({ kind: unwrapped === null ? "damaged-part" : "content-not-shown", detail });
    return [{ kind: "remark", text: detail }];
  }
  return [{ kind: "text", plain: plain === null ? null : { text: plain, format: NOT_FLOWED }, html }];
}

function cleanBody(body: string | undefined): string | null {
  const text = (body ?? "").replaceAll("\0", "");
  return text.trim() === "" ? null : text;
}

function codePageLabel(page: number | null): string | null {
  if (page === null) return null;
  const named = new Map([
    [20127, "us-ascii"],
    [20866, "koi8-r"],
    [28591, "iso-8859-1"],
    [28592, "iso-8859-2"],
    [50220, "iso-2022-jp"],
    [50221, "iso-2022-jp"],
    [51932, "euc-jp"],
    [51949, "euc-kr"],
    [54936, "gb18030"],
    [65001, "utf-8"],
  ]).get(page);
  if (named !== undefined) return named;
  return page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`;
}

function readAttachment(
  reader: InstanceType<typeof MsgReader>,
  fields: AttachmentFields,
  number: number,
): ReadAttachment {
  const isMessage = fields.innerMsgContent === true;
  const given = cleaned(fields.fileName) ?? cleaned(fields.fileNameShort) ?? cleaned(fields.name);
  const name = isMessage
    ? `${shortSubject(cleaned(fields.innerMsgContentFields?.subject) ?? given ?? `message-${number}`)}.msg`
    : (given ?? `attachment-${number}${fields.extension ?? ".bin"}`);
  let bytes: Uint8Array | null = null;
  try {
    bytes = reader.getAttachment(number - 1).content;
  } catch {
    bytes = null;
  }
  return { name, bytes, contentId: fields.pidContentId ?? null, isHidden: fields.attachmentHidden === true };
}

function handOutAttachment(input: FormatInput, { name, bytes }: ReadAttachment): ListedAttachment {
  if (bytes === null) {
    input.children.refuse({ name, reason: "import/corrupt", message: "It cannot be read out of the message." });
    return { name, bytes: null, refusal: "import/corrupt" };
  }
  return { name, bytes: bytes.length, refusal: handOut(input.children, input.depth, name, bytes) };
}
