import type { ConversionNotice } from "#shared/model/format.ts";
import { decodeHtml, decodeText } from "./decode-text.ts";
import type { BodyItem, PlainText } from "./message-body.ts";
import { readHeader } from "./message-headers.ts";
import type { MimePart } from "./parse-mime.ts";
import { pictureBlock } from "./picture-block.ts";

/** A part that another one refers to by its address. */
export interface Resource {
  readonly part: MimePart;
  /** Lower case: `cid:…`, and the part's location when it has one. */
  readonly addresses: readonly string[];
}

/** The parts of a message, sorted by what becomes of them. */
export interface CollectedParts {
  readonly body: readonly BodyItem[];
  /** Parts that are documents of their own. */
  readonly attachments: readonly MimePart[];
  readonly resources: readonly Resource[];
  readonly notices: readonly ConversionNotice[];
}

/** Media types that report on a message; their text is short and belongs to what the message says. */
const REPORTS: ReadonlyMap<string, string> = new Map([
  ["message/delivery-status", "Delivery status"],
  ["message/disposition-notification", "Disposition notification"],
  ["message/feedback-report", "Feedback report"],
  ["text/rfc822-headers", "Headers of the message that is reported on"],
]);

/** What mail programs write in front of the parts for programs that do not know MIME. */
const PREAMBLE = /\b(?:multi-?part|mime)\b/iu;

interface Collector {
  readonly attachments: MimePart[];
  readonly resources: Resource[];
  readonly notices: ConversionNotice[];
}

/** Sorts the parts of a message. Every part ends as text, picture, resource or attachment: none is dropped. */
export function collectParts(message: MimePart): CollectedParts {
  const collector: Collector = { attachments: [], resources: [], notices: [] };
  const body = [...collectStray(message), ...collect(message, collector)];
  return { body, ...collector };
}

function collectStray({ strayLines }: MimePart): readonly BodyItem[] {
  const text = strayLines.join("\n").trim();
  return text === "" ? [] : [{ kind: "report", title: "Lines among the headers that are no headers", text }];
}

function collect(part: MimePart, collector: Collector): readonly BodyItem[] {
  if (!part.type.startsWith("multipart/")) return collectLeaf(part, collector);
  // Without a boundary that is found, everything is in front of the first part.
  if (part.parts.length === 0) return part.bytes.length === 0 ? [] : [readPlain(part, collector)];
  const items = [...collectOutside(part), ...collectMultipart(part, collector)];
  return items;
}

function collectMultipart(part: MimePart, collector: Collector): readonly BodyItem[] {
  switch (part.type) {
    case "multipart/alternative":
      return joinVersions(part.parts.flatMap((child) => collect(child, collector)));
    case "multipart/related":
      return collectRelated(part, collector);
    case "multipart/encrypted":
      collector.attachments.push(...part.parts);
      return [noteUnread(collector, "The message is encrypted (OpenPGP): only what stands outside of it can be read.")];
    case "multipart/signed":
      return [
        ...part.parts.flatMap((child) => collect(child, collector)),
        { kind: "remark", text: "The message carries a signature, which was not verified." },
      ];
    default: {
      const items: BodyItem[] = [];
      for (const child of part.parts) {
        const hasText = items.some(({ kind }) => kind === "text");
        // A named text behind the first one is an attachment that some program shows at its place.
        if (hasText && child.fileName !== null && child.type.startsWith("text/")) collector.attachments.push(child);
        else items.push(...collect(child, collector));
      }
      return items;
    }
  }
}

/** The first part, or the one that `start` names, is shown (RFC 2387); the others are what it refers to. */
function collectRelated(part: MimePart, collector: Collector): readonly BodyItem[] {
  const start = part.parameters["start"]?.replaceAll(/[<>\s]/gu, "");
  const root = part.parts.find(({ contentId }) => start !== undefined && contentId === start) ?? part.parts[0];
  if (root === undefined) return [];
  const items: BodyItem[] = [...collect(root, collector)];
  for (const child of part.parts) {
    if (child === root) continue;
    const addresses = addressesOf(child);
    if (child.parts.length > 0 || addresses.length === 0) items.push(...collect(child, collector));
    else collector.resources.push({ part: child, addresses });
  }
  return items;
}

function addressesOf(part: MimePart): readonly string[] {
  const location = readHeader(part.headers, "content-location");
  return [...(part.contentId === null ? [] : [`cid:${part.contentId}`]), ...(location === null ? [] : [location])].map(
    (address) => address.toLowerCase(),
  );
}

/** All versions of one text become one item; what else came with them follows. */
function joinVersions(items: readonly BodyItem[]): readonly BodyItem[] {
  const texts = items.filter((item) => item.kind === "text");
  if (texts.length < 2) return items;
  const plain = texts.flatMap((item) => (item.plain === null ? [] : [item.plain]));
  const html = texts.flatMap((item) => (item.html === null ? [] : [item.html]));
  const joined: BodyItem = {
    kind: "text",
    plain: plain[0] === undefined ? null : { ...plain[0], text: plain.map(({ text }) => text).join("\n\n") },
    html: html.length === 0 ? null : html.join("\n"),
  };
  return [joined, ...items.filter((item) => item.kind !== "text")];
}

function collectLeaf(part: MimePart, collector: Collector): readonly BodyItem[] {
  const { type, disposition } = part;
  if (disposition === "attachment") {
    if (part.contentId !== null) collector.resources.push({ part, addresses: addressesOf(part) });
    else collector.attachments.push(part);
    return noteKind(part, collector);
  }
  if (type === "text/plain") return [readPlain(part, collector)];
  if (type === "text/html") {
    const { text, doubt } = decodeHtml(part.bytes, part.parameters["charset"] ?? null);
    noteDoubt(doubt, collector);
    return [{ kind: "text", plain: null, html: text }];
  }
  const report = REPORTS.get(type);
  if (report !== undefined) return [{ kind: "report", title: report, text: decode(part, collector) }];
  if (type.startsWith("image/") && (disposition === "inline" || part.fileName === null)) {
    if (part.contentId !== null) {
      collector.resources.push({ part, addresses: addressesOf(part) });
      return [];
    }
    const picture = pictureBlock(part.bytes, part.fileName);
    if (picture !== null) return [{ kind: "picture", block: picture }];
  }
  if (part.bytes.length > 0 || part.fileName !== null) collector.attachments.push(part);
  return noteKind(part, collector);
}

function noteKind(part: MimePart, collector: Collector): readonly BodyItem[] {
  if (/^application\/(?:x-)?pkcs7-mime$/u.test(part.type))
    return [
      noteUnread(collector, "The message is wrapped in S/MIME (signed or encrypted): what is inside is not shown."),
    ];
  if (/^application\/(?:vnd\.)?ms-tnef$/u.test(part.type) || part.fileName?.toLowerCase() === "winmail.dat")
    return [noteUnread(collector, "A part is packed by Outlook (TNEF, winmail.dat): what is inside is not shown.")];
  return [];
}

function noteUnread(collector: Collector, text: string): BodyItem {
  collector.notices.push({ kind: "content-not-shown", detail: text });
  return { kind: "remark", text };
}

/** Text before, between and behind the parts, which mail programs do not show. */
function collectOutside(part: MimePart): readonly BodyItem[] {
  const { text } = decodeText(part.bytes, null);
  const trimmed = text.trim();
  if (trimmed === "" || (trimmed.length < 400 && PREAMBLE.test(trimmed))) return [];
  return [{ kind: "report", title: "Text outside of the parts, which mail programs do not show", text: trimmed }];
}

function readPlain(part: MimePart, collector: Collector): BodyItem {
  const plain: PlainText = {
    text: decode(part, collector),
    format: {
      isFlowed: part.parameters["format"]?.toLowerCase() === "flowed",
      deletesSpace: part.parameters["delsp"]?.toLowerCase() === "yes",
    },
  };
  return { kind: "text", plain, html: null };
}

function decode(part: MimePart, collector: Collector): string {
  const { text, doubt } = decodeText(part.bytes, part.parameters["charset"] ?? null);
  noteDoubt(doubt, collector);
  return text;
}

function noteDoubt(doubt: string | null, collector: Collector): void {
  if (doubt !== null) collector.notices.push({ kind: "encoding", detail: doubt });
}
