import { z } from "zod";

/**
 * What a file is, told from its bytes. `zip`, `mbox` and `pst` hold other files: their pages list what they hold.
 * `eml` covers every message of RFC 5322, with or without attachments; `mhtml` is a saved web page in that form.
 */
export const sourceFormatSchema = z.enum([
  "pdf",
  "png",
  "jpeg",
  "tiff",
  "webp",
  "text",
  "markdown",
  "rtf",
  "html",
  "mhtml",
  "docx",
  "xlsx",
  "csv",
  "eml",
  "msg",
  "mbox",
  "pst",
  "zip",
]);
export type SourceFormat = z.infer<typeof sourceFormatSchema>;

/** Something that a rendition could not carry over, or that a reader of it must know. Never holds text of the document. */
export const conversionNoticeSchema = z.object({
  kind: z.enum([
    /** Characters for which the shipped typefaces have no form; `detail` names scripts or code points and how many. */
    "characters-without-glyph",
    /** Remote content that was named and not loaded; `detail` says how many addresses. */
    "remote-content-not-loaded",
    /** A picture, object or embedded file that could not be shown. */
    "content-not-shown",
    /** Text is hidden in the original (hidden rows, hidden text); it is shown and marked, or counted here. */
    "hidden-content",
    /** The original holds tracked changes or comments; the rendition marks them. */
    "tracked-changes",
    "comments",
    /** The encoding was guessed, or bytes did not fit it. */
    "encoding",
    /** A part was damaged and left out. */
    "damaged-part",
    /** The rendition was cut at a limit; `detail` says which. */
    "cut-at-limit",
    /** Highlights and comments that the file brought became passages; `detail` says how many. */
    "annotations-read",
  ]),
  /** In plain words, for the account. */
  detail: z.string(),
});
export type ConversionNotice = z.infer<typeof conversionNoticeSchema>;

/** Headers of a message, decoded. Addresses are as written (`Name <address>`). */
export const messageHeadersSchema = z.object({
  from: z.string().nullable(),
  to: z.array(z.string()).readonly(),
  cc: z.array(z.string()).readonly(),
  bcc: z.array(z.string()).readonly(),
  subject: z.string().nullable(),
  /** ISO 8601 with the sender's offset when it parses, otherwise null. */
  date: z.string().nullable(),
  /** Without angle brackets. */
  messageId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  /** Oldest first. */
  references: z.array(z.string()).readonly(),
});
export type MessageHeaders = z.infer<typeof messageHeadersSchema>;
