import type { RefusedChild } from "#core/ports/document-converter.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice, SourceFormat } from "#shared/model/format.ts";
import { describeSize } from "../archive/describe-size.ts";
import { describeRefusal } from "../archive/refuse-child.ts";
import type { Converted } from "../converted.ts";
import type { Block, Cell } from "../rendition.ts";

/** Messages that the pages of a mailbox list; all of them are handed out. */
export const MAX_LISTED = 20_000;

/** A message as the pages of a mailbox list it. */
export interface ListedMessage {
  /** Path of its folder, or null where there are none. */
  readonly folder: string | null;
  /** As written. */
  readonly date: string | null;
  readonly from: string | null;
  readonly subject: string | null;
  readonly bytes: number;
  readonly refusal: RefusedChild["reason"] | null;
}

/** Sets the pages of a mailbox: what it is, and a table of its messages in their order, under the name of each folder. */
export function setMailbox(mailbox: {
  readonly format: SourceFormat;
  readonly fileName: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly messages: readonly ListedMessage[];
  readonly notices: readonly ConversionNotice[];
}): Converted {
  const { format, fileName, facts, messages, notices } = mailbox;
  const blocks: Block[] = [
    { kind: "heading", level: 1, spans: [{ text: fileName }] },
    { kind: "facts", rows: facts },
  ];
  for (let start = 0; start < messages.length; ) {
    const folder = messages[start]?.folder ?? null;
    let end = start;
    while (end < messages.length && (messages[end]?.folder ?? null) === folder) end += 1;
    if (folder !== null) blocks.push({ kind: "heading", level: 2, spans: [{ text: folder }] });
    blocks.push({
      kind: "table",
      headerRows: 1,
      widths: [1, 3, 4, 5, 2],
      rows: [
        ["No.", "Date", "From", "Subject", "Size"].map((text) => ({ ...cell(text), header: true })),
        ...messages.slice(start, end).map((message, index) => listMessage(message, start + index + 1)),
      ],
    });
    start = end;
  }
  return {
    format,
    content: { kind: "rendition", rendition: { title: fileName, blocks } },
    metadata: NO_METADATA,
    headers: null,
    notices,
  };
}

function listMessage({ date, from, subject, bytes, refusal }: ListedMessage, number: number): readonly Cell[] {
  const subjectCell: Cell =
    refusal === null
      ? cell(subject ?? "")
      : {
          blocks: [
            { kind: "paragraph", spans: [{ text: subject ?? "" }] },
            { kind: "remark", text: describeRefusal(refusal) },
          ],
        };
  return [
    { ...cell(String(number)), align: "end" },
    cell(date ?? ""),
    cell(from ?? ""),
    subjectCell,
    { ...cell(describeSize(bytes)), align: "end" },
  ];
}

function cell(text: string): Cell {
  return { blocks: [{ kind: "paragraph", spans: [{ text }] }] };
}
