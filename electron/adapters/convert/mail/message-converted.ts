import type { RefusedChild } from "#core/ports/document-converter.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import { describeSize } from "../archive/describe-size.ts";
import { describeRefusal } from "../archive/refuse-child.ts";
import type { Converted } from "../converted.ts";
import type { Block } from "../rendition.ts";

/** An attachment as the head of a message lists it. */
export interface ListedAttachment {
  readonly name: string;
  /** Null when it is not known. */
  readonly bytes: number | null;
  /** Why it was not handed out, or null. */
  readonly refusal: RefusedChild["reason"] | null;
}

/** What the pages of a message show, whatever format it came in. */
export interface MessagePages {
  readonly format: SourceFormat;
  readonly headers: MessageHeaders;
  /** The date as written, with its zone; null when there is none. */
  readonly writtenDate: string | null;
  /** Further fields that matter, under the addresses. */
  readonly further: readonly { readonly label: string; readonly value: string | null }[];
  readonly attachments: readonly ListedAttachment[];
  readonly body: readonly Block[];
  readonly notices: readonly ConversionNotice[];
}

/** Sets a message: who, to whom, when, about what, with what, then a rule and the body. */
export function messageConverted(pages: MessagePages): Converted {
  const { headers, writtenDate, attachments } = pages;
  const rows = [
    { label: "From", value: headers.from },
    { label: "To", value: join(headers.to) },
    { label: "Cc", value: join(headers.cc) },
    { label: "Bcc", value: join(headers.bcc) },
    ...pages.further,
    { label: "Date", value: writtenDate },
    { label: "Subject", value: headers.subject },
    { label: "Message-ID", value: headers.messageId },
    { label: "Attachments", value: join(attachments.map(listAttachment)) },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const body: readonly Block[] =
    pages.body.length > 0 ? pages.body : [{ kind: "remark", text: "The message has no text." }];
  return {
    format: pages.format,
    content: {
      kind: "rendition",
      rendition: { title: headers.subject, blocks: [{ kind: "facts", rows }, { kind: "rule" }, ...body] },
    },
    metadata: {
      ...NO_METADATA,
      title: headers.subject,
      author: headers.from,
      created: headers.date,
    },
    headers,
    notices: dropRepeated(pages.notices),
  };
}

function join(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(", ");
}

function listAttachment({ name, bytes, refusal }: ListedAttachment): string {
  const size = bytes === null ? "" : ` (${describeSize(bytes)})`;
  return refusal === null ? `${name}${size}` : `${name}${size} [${describeRefusal(refusal)}]`;
}

/** Several parts may raise the same doubt: it is said once. */
function dropRepeated(notices: readonly ConversionNotice[]): readonly ConversionNotice[] {
  const seen = new Set<string>();
  return notices.filter(({ kind, detail }) => {
    const key = `${kind} ${detail}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
