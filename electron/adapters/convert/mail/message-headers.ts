import { type Address, addressParser, decodeWords } from "postal-mime";
import type { MessageHeaders } from "#shared/model/format.ts";
import { visibleName } from "../archive/visible-name.ts";
import { parseMailDate } from "./parse-mail-date.ts";
import type { MimeHeader } from "./parse-mime.ts";

/** The headers that threads, the library and the account work with. The first of several fields of one name counts. */
export function readMessageHeaders(headers: readonly MimeHeader[]): MessageHeaders {
  const first = (name: string): string | null => readHeader(headers, name);
  const from = readAddresses(headers, "from");
  return {
    from: from.length > 0 ? from.join(", ") : (readAddresses(headers, "sender")[0] ?? null),
    to: readAddresses(headers, "to"),
    cc: readAddresses(headers, "cc"),
    bcc: readAddresses(headers, "bcc"),
    subject: first("subject"),
    date: parseMailDate(first("date") ?? ""),
    messageId: splitIds(first("message-id"))[0] ?? null,
    inReplyTo: splitIds(first("in-reply-to"))[0] ?? null,
    references: splitIds(first("references")),
  };
}

/** A field decoded, with control characters made visible; null when it is absent or empty. */
export function readHeader(headers: readonly MimeHeader[], name: string): string | null {
  const field = headers.find((each) => each.name === name);
  if (field === undefined) return null;
  const value = visibleName(
    decodeWords(field.value)
      .replaceAll(/[\t\r\n ]+/gu, " ")
      .trim(),
  );
  return value === "" ? null : value;
}

function readAddresses(headers: readonly MimeHeader[], name: string): readonly string[] {
  return headers
    .filter((field) => field.name === name && field.value.trim() !== "")
    .flatMap(({ value }) => {
      const addresses = addressParser(value).flatMap(writeAddress);
      // What does not parse is still what was written.
      return addresses.length > 0 ? addresses : [decodeWords(value).trim()];
    })
    .map(visibleName);
}

function writeAddress(address: Address): readonly string[] {
  if (address.group !== undefined) {
    const members = address.group.flatMap(writeAddress).join(", ");
    return [`${address.name}: ${members};`];
  }
  if (address.name === "") return address.address === "" ? [] : [address.address];
  return [address.address === "" ? address.name : `${address.name} <${address.address}>`];
}

function splitIds(value: string | null): readonly string[] {
  if (value === null) return [];
  const bracketed = [...value.matchAll(/<([^<>]+)>/gu)].map(([, id]) => (id ?? "").trim());
  return bracketed.length > 0 ? bracketed : value.split(/\s+/u).filter((id) => id !== "");
}
