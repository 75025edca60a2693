import type { ErrorCode } from "#shared/errors/codes.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { decodeHead } from "./decode-head.ts";
import { nameSignature } from "./file-signatures.ts";
import { recogniseText } from "./recognise-text.ts";

/** What a file is, or why it is not read. */
export type RecognisedFormat =
  | { readonly kind: "format"; readonly format: SourceFormat | "compound-file" }
  | {
      readonly kind: "refused";
      readonly outcome: "failed" | "skipped";
      readonly reason: ErrorCode;
      /** What it looks like, in a sentence, or null when nothing is known. */
      readonly note: string | null;
    };

/** A PDF may start with up to 1,024 bytes of something else (ISO 32000-1, Annex H, note 13). */
const PDF_MARK = "%PDF-";
const PDF_MARK_WITHIN = 1_024;
/** Syntax of a PDF that lost its beginning: text, but not a text. */
const PDF_SYNTAX = /\b\d+ \d+ obj\b|\bendobj\b|\bstartxref\b/u;

/** Formats that are told by their first bytes alone. */
const MAGIC: readonly (readonly [RegExp, SourceFormat | "compound-file"])[] = [
  [/^\x89PNG\r\n\x1a\n/u, "png"],
  [/^\xff\xd8\xff/u, "jpeg"],
  [/^(?:II\*\0|MM\0\*)/u, "tiff"],
  [/^RIFF[\s\S]{4}WEBP/u, "webp"],
  [/^\{\\rtf/u, "rtf"],
  [/^PK(?:\x03\x04|\x05\x06)/u, "zip"],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/u, "compound-file"],
  [/^!BDN/u, "pst"],
];

/** Office keeps the name of who has a document open in a file of this size. */
const MAX_LOCK_FILE_BYTES = 1_024;

/**
 * Tells by content what a file is. Its name decides only what content cannot tell (Markdown, CSV), and what failed: a file
 * that is named as a PDF and is nothing that can be read. Files that systems and programs leave behind are skipped.
 *
 * @param head first 4,096 bytes of the file, or all of a smaller one
 * @param bytes size of the file
 * @param fileName with or without folders
 */
export function recogniseFormat(head: Uint8Array, bytes: number, fileName: string): RecognisedFormat {
  if (bytes === 0) return { kind: "refused", outcome: "failed", reason: "import/empty", note: null };
  let latin = "";
  for (const byte of head) latin += String.fromCharCode(byte);
  const name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1).toLowerCase();
  const extension = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : "";

  const leftover = nameLeftover(name, latin, bytes);
  if (leftover !== null) return skipped(leftover);
  const magic = MAGIC.find(([pattern]) => pattern.test(latin));
  if (magic !== undefined) return { kind: "format", format: magic[1] };
  const strong = nameSignature(latin, "strong");
  if (strong !== null) return refuse(extension, `It looks like ${strong}.`);
  if (isPdf(latin, extension)) return { kind: "format", format: "pdf" };

  const text = decodeHead(head);
  if (text !== null && !(extension === "pdf" && PDF_SYNTAX.test(text)))
    return { kind: "format", format: recogniseText(text, extension) };
  const weak = text === null ? nameSignature(latin, "weak") : null;
  return refuse(extension, weak === null ? null : `It looks like ${weak}.`);
}

function isPdf(latin: string, extension: string): boolean {
  const at = latin.slice(0, PDF_MARK_WITHIN + PDF_MARK.length).indexOf(PDF_MARK);
  if (at === -1) return false;
  // A text about PDFs may name the mark too.
  return extension === "pdf" || latin.slice(0, at).trim() === "" || /\b\d+ \d+ obj\b/u.test(latin);
}

/** What a system or a program leaves beside documents, as a sentence; null for everything else. */
function nameLeftover(name: string, latin: string, bytes: number): string | null {
  if (name.startsWith("~$") && bytes <= MAX_LOCK_FILE_BYTES)
    return "Office's note of who has a document open: it holds no document.";
  if (latin.startsWith("\0\x05\x16\x07") || latin.startsWith("\0\x05\x16\0"))
    return "Attributes that macOS keeps beside a file (AppleDouble): it holds no document.";
  if (latin.startsWith("\0\0\0\x01Bud1") || name === ".ds_store")
    return "The Finder's note of how a folder looks: it holds no document.";
  if (name === "thumbs.db" || name === "ehthumbs.db")
    return "Windows' small pictures of the files of a folder: it holds no document.";
  return null;
}

function refuse(extension: string, note: string | null): RecognisedFormat {
  return extension === "pdf" ? { kind: "refused", outcome: "failed", reason: "import/not-a-pdf", note } : skipped(note);
}

function skipped(note: string | null): RecognisedFormat {
  return { kind: "refused", outcome: "skipped", reason: "import/unsupported-kind", note };
}
