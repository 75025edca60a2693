import { visibleName } from "../archive/visible-name.ts";
import { findHeadField } from "./head-field.ts";

/** Extensions of media types that mail carries without a name. A hint for people: the bytes decide what a child is. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ["application/json", "json"],
  ["application/msword", "doc"],
  ["application/pdf", "pdf"],
  ["application/pgp-encrypted", "pgp"],
  ["application/pgp-signature", "asc"],
  ["application/pkcs7-mime", "p7m"],
  ["application/pkcs7-signature", "p7s"],
  ["application/x-pkcs7-mime", "p7m"],
  ["application/x-pkcs7-signature", "p7s"],
  ["application/ics", "ics"],
  ["application/rtf", "rtf"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/xml", "xml"],
  ["application/zip", "zip"],
  ["audio/mpeg", "mp3"],
  ["image/bmp", "bmp"],
  ["image/gif", "gif"],
  ["image/heic", "heic"],
  ["image/jpeg", "jpg"],
  ["image/jpg", "jpg"],
  ["image/png", "png"],
  ["image/svg+xml", "svg"],
  ["image/tiff", "tif"],
  ["image/webp", "webp"],
  ["message/global", "eml"],
  ["message/rfc822", "eml"],
  ["text/calendar", "ics"],
  ["text/csv", "csv"],
  ["text/html", "html"],
  ["text/markdown", "md"],
  ["text/plain", "txt"],
  ["text/rtf", "rtf"],
  ["text/vcard", "vcf"],
  ["text/x-vcard", "vcf"],
  ["video/mp4", "mp4"],
]);

const MESSAGE = /^message\/(?:rfc822|global)$/u;
const MAX_SUBJECT_UNITS = 120;

/**
 * Name of a child: as the message gives it; a message without one is named by its subject, and everything else by its
 * number and media type (`attachment-3.bin`).
 *
 * @param number 1-based, among the children
 */
export function nameChild(fileName: string | null, type: string, bytes: Uint8Array, number: number): string {
  const isMessage = MESSAGE.test(type);
  const extension = EXTENSIONS.get(type) ?? "bin";
  if (fileName !== null) {
    const name = visibleName(fileName);
    return isMessage && !/\.eml$/iu.test(name) ? `${name}.eml` : name;
  }
  const subject = isMessage ? findSubject(bytes) : null;
  return subject === null ? `attachment-${number}.${extension}` : `${subject}.eml`;
}

/** Subject of a message that is not parsed otherwise, fit for a name; null when it has none. */
function findSubject(bytes: Uint8Array): string | null {
  const subject = findHeadField(bytes, "subject");
  return subject === null ? null : shortSubject(subject);
}

/** A subject fit for a name: no folders in it, and not long. */
export function shortSubject(subject: string): string {
  const name = subject.replaceAll(/[/\\]/gu, "-");
  return name.length <= MAX_SUBJECT_UNITS ? name : `${name.slice(0, MAX_SUBJECT_UNITS - 1).toWellFormed()}…`;
}
