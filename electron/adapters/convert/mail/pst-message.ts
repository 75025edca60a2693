import type { PSTAttachment, PSTMessage } from "pst-extractor";
import { nameChild } from "./part-name.ts";
import { type WrittenMessage, type WrittenPart, writeEml } from "./write-eml.ts";

/** Messages inside of messages that are followed. */
const MAX_EMBEDDED = 10;
const MAX_ATTACHMENT_BYTES = 1024 ** 3;

/** Fields that describe a body which is written anew. */
const BODY_FIELD = /^(?:content-[\w-]+|mime-version)$/iu;

/**
 * Writes a message of an Outlook data file as RFC 5322: with the headers that it was transported with, where it keeps
 * them, else from its properties; with its text as plain text and HTML; and with its attachments.
 *
 * @throws whatever the library throws at damaged data
 */
export function writePstMessage(message: PSTMessage, depth = 0): Uint8Array {
  const transported = splitFields(message.transportMessageHeaders);
  const headers: (readonly [string, string])[] = [
    ...(transported.length > 0 ? transported : describeMessage(message)),
    ["X-Converted-From", `Outlook data file (${message.messageClass.replaceAll(/[^\x20-\x7e]/gu, "")})`],
  ];
  const attachments = readAttachments(message, depth);
  const [plain, html] = [textOrNull(message.body), textOrNull(message.bodyHTML)];
  const rtf = plain === null && html === null ? textOrNull(message.bodyRTF) : null;
  const formatted: readonly WrittenPart[] =
    rtf === null
      ? []
      : [{ name: "formatted text.rtf", type: "application/rtf", contentId: null, bytes: Buffer.from(rtf, "latin1") }];
  const written: WrittenMessage = { headers, plain, html, attachments: [...formatted, ...attachments] };
  return writeEml(written);
}

/** When it was sent, else when it came, else when it was made. */
export function pstMessageDate(message: PSTMessage): string | null {
  const date = message.clientSubmitTime ?? message.messageDeliveryTime ?? message.creationTime;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toUTCString().replace("GMT", "+0000");
}

/** Who sent it, as `Name <address>`. */
export function pstMessageSender(message: PSTMessage): string {
  return writeAddress(
    message.senderName || message.sentRepresentingName,
    message.senderEmailAddress || message.sentRepresentingEmailAddress,
  );
}

function textOrNull(text: string): string | null {
  const cleaned = text.replaceAll("\0", "");
  return cleaned.trim() === "" ? null : cleaned;
}

function splitFields(text: string): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (const line of text.replaceAll(/\r?\n[ \t]+/gu, " ").split(/\r?\n/u)) {
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]+):\s*(.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !BODY_FIELD.test(name)) fields.push([name, value]);
  }
  return fields;
}

function describeMessage(message: PSTMessage): readonly (readonly [string, string])[] {
  const recipients: Record<string, string[]> = { To: [], Cc: [], Bcc: [] };
  for (let index = 0; index < message.numberOfRecipients; index += 1) {
    const recipient = message.getRecipient(index);
    if (recipient === null) continue;
    const field = ["", "To", "Cc", "Bcc"][recipient.recipientType & 0x0f] ?? "To";
    recipients[field]?.push(writeAddress(recipient.displayName, recipient.smtpAddress || recipient.emailAddress));
  }
  const named = (field: string, display: string): string => (recipients[field] ?? []).join(", ") || display;
  return [
    ["From", pstMessageSender(message)],
    ["To", named("To", message.displayTo)],
    ["Cc", named("Cc", message.displayCC)],
    ["Bcc", named("Bcc", message.displayBCC)],
    ["Date", pstMessageDate(message) ?? ""],
    ["Subject", message.subject],
    ["Message-ID", message.internetMessageId],
    ["In-Reply-To", message.inReplyToId],
  ].flatMap(([name = "", value = ""]) => (value.trim() === "" ? [] : [[name, value.trim()] as const]));
}

function writeAddress(name: string, address: string): string {
  if (!address.includes("@") || address === name) return name || address;
  const quoted = /^[\w .'-]*$/u.test(name) ? name : `"${name.replaceAll(/["\\]/gu, "'")}"`;
  return name === "" ? address : `${quoted} <${address}>`;
}

function readAttachments(message: PSTMessage, depth: number): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (let index = 0; index < message.numberOfAttachments; index += 1)
    parts.push(readAttachment(message.getAttachment(index), index + 1, depth));
  return parts;
}

function readAttachment(attachment: PSTAttachment, number: number, depth: number): WrittenPart {
  const contentId = attachment.contentId === "" ? null : attachment.contentId;
  const embedded = depth < MAX_EMBEDDED ? attachment.embeddedPSTMessage : null;
  if (embedded !== null) {
    const bytes = writePstMessage(embedded, depth + 1);
    return { name: nameChild(null, "message/rfc822", bytes, number), type: "message/rfc822", contentId: null, bytes };
  }
  const type = attachment.mimeTag === "" ? "application/octet-stream" : attachment.mimeTag;
  const name = attachment.longFilename || attachment.filename || attachment.displayName;
  const bytes = readContent(attachment);
  return { name: nameChild(name === "" ? null : name, type, bytes, number), type, contentId, bytes };
}

function readContent(attachment: PSTAttachment): Uint8Array {
  const stream = attachment.fileInputStream;
  if (stream === null) return new Uint8Array(0);
  const length = stream.length.toNumber();
  if (length < 0 || length > MAX_ATTACHMENT_BYTES) throw new RangeError("an attachment claims an impossible size");
  const bytes = Buffer.alloc(length);
  if (length > 0) stream.readCompletely(bytes);
  return bytes;
}
