import { readFileSync, statSync } from "node:fs";
import { createMemorySource } from "./byte-source.ts";
import { FILE_ATTACHMENT } from "./flattened-page.ts";
import { countPages, type OpenDocument, openDocument, openSource } from "./open-document.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { readString, withMemory } from "./pdfium-strings.ts";
import { nameEmbeddedFiles } from "./update/name-embedded-files.ts";
import type { PdfPart } from "./worker-tasks.ts";

/** Files that are taken out of one document, and bytes of one of them (safety.md, H4). */
const MOST_ATTACHMENTS = 10_000;
const LARGEST_ATTACHMENT = 1024 ** 3;

/** A larger file gets no second attempt, for it would have to be held in memory. */
const LARGEST_RENAMED = 256 * 1024 ** 2;

/** Bytes that are sent at a time. */
const PIECE_BYTES = 1024 ** 2;

const MOST_PAGES = 20_000;

/** Sends a piece of what a document carries. */
export type SendPart = (part: PdfPart, transfer: readonly ArrayBuffer[]) => Promise<void>;

/** Files in the name tree of a document: those of its attachments pane, or of a portfolio. */
export function countEmbeddedFiles(pdfium: Pdfium, document: Pointer): number {
  return Math.max(0, pdfium.exports.FPDFDoc_GetAttachmentCount(document));
}

/**
 * Takes out the files that a document carries: those in its name tree in their order, then those of its pages'
 * annotations. A file that cannot be read is refused; the others are handed out all the same.
 *
 * @throws ProbativeError as `openDocument`
 */
export async function readAttachments(pdfium: Pdfium, path: string, send: SendPart): Promise<void> {
  const names = new Map<string, number>();
  const missing = new Map<number, string>();
  const open = openDocument(pdfium, path);
  try {
    await visitAttachments(pdfium, open, async (attachment, number) => {
      if (number > MOST_ATTACHMENTS) return refuse(send, "…", "It carries more than 10,000 files.");
      const name = distinguish(nameToShow(readName(pdfium, attachment), number), names);
      const isSent = await sendAttachment(pdfium, attachment, name, send);
      if (!isSent) missing.set(number, name);
    });
  } finally {
    open.close();
  }
  if (missing.size > 0) await readMissing(pdfium, path, missing, send);
}

/** Second attempt for files whose names do not lead PDFium to their bytes; what is still missing is refused. */
async function readMissing(
  pdfium: Pdfium,
  path: string,
  missing: ReadonlyMap<number, string>,
  send: SendPart,
): Promise<void> {
  const left = new Map(missing);
  const named = statSync(path).size <= LARGEST_RENAMED ? nameEmbeddedFiles(readFileSync(path)) : null;
  if (named !== null) {
    const open = openSource(pdfium, createMemorySource(named));
    try {
      await visitAttachments(pdfium, open, async (attachment, number) => {
        const name = left.get(number);
        if (name !== undefined && (await sendAttachment(pdfium, attachment, name, send))) left.delete(number);
      });
    } finally {
      open.close();
    }
  }
  for (const name of left.values()) {
    await send({ kind: "refuse", child: { name, reason: "import/corrupt", message: "Its bytes cannot be read." } }, []);
  }
}

/** Visits what a document carries, numbered from 1; one beyond the limit is visited, so that it can be said. */
async function visitAttachments(
  pdfium: Pdfium,
  open: OpenDocument,
  visit: (attachment: Pointer, number: number) => Promise<void>,
): Promise<void> {
  let count = 0;
  const take = async (attachment: Pointer): Promise<void> => {
    count += 1;
    if (count <= MOST_ATTACHMENTS + 1) await visit(attachment, count);
  };
  const embedded = Math.min(countEmbeddedFiles(pdfium, open.pointer), MOST_ATTACHMENTS + 1);
  for (let index = 0; index < embedded; index += 1) {
    await take(pdfium.exports.FPDFDoc_GetAttachment(open.pointer, index));
  }
  const pages = countPages(pdfium, open, MOST_PAGES);
  for (let page = 0; page < pages && count <= MOST_ATTACHMENTS; page += 1) {
    await takeFromPage(pdfium, open.pointer, page, take);
  }
}

async function takeFromPage(
  pdfium: Pdfium,
  document: Pointer,
  pageIndex: number,
  take: (attachment: Pointer) => Promise<void>,
): Promise<void> {
  const { exports } = pdfium;
  const page = exports.FPDF_LoadPage(document, pageIndex);
  if (page === 0) return;
  try {
    const count = exports.FPDFPage_GetAnnotCount(page);
    for (let index = 0; index < count; index += 1) {
      const annotation = exports.FPDFPage_GetAnnot(page, index);
      if (annotation === 0) continue;
      try {
        const carriesFile = exports.FPDFAnnot_GetSubtype(annotation) === FILE_ATTACHMENT;
        if (carriesFile) await take(exports.FPDFAnnot_GetFileAttachment(annotation));
      } finally {
        exports.FPDFPage_CloseAnnot(annotation);
      }
    }
  } finally {
    exports.FPDF_ClosePage(page);
  }
}

async function refuse(send: SendPart, name: string, message: string): Promise<void> {
  await send({ kind: "refuse", child: { name, reason: "import/unsafe-archive", message } }, []);
}

function readName(pdfium: Pdfium, attachment: Pointer): string {
  if (attachment === 0) return "";
  return readString(pdfium, (buffer, length) => pdfium.exports.FPDFAttachment_GetName(attachment, buffer, length));
}

/** False when its bytes cannot be read; nothing was sent then. */
async function sendAttachment(pdfium: Pdfium, attachment: Pointer, name: string, send: SendPart): Promise<boolean> {
  const length = attachment === 0 ? null : lengthOf(pdfium, attachment);
  if (length === null) return false;
  if (length > LARGEST_ATTACHMENT) {
    await refuse(send, name, "It is larger than 1 GiB.");
    return true;
  }
  const bytes = length === 0 ? new Uint8Array(0) : readBytes(pdfium, attachment, length);
  if (bytes === null) return false;
  await send({ kind: "begin", child: { name } }, []);
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.slice(from, from + PIECE_BYTES);
    await send({ kind: "bytes", bytes: piece }, [piece.buffer]);
  }
  await send({ kind: "end" }, []);
  return true;
}

/** Bytes of a file once decoded; null when they cannot be found. */
function lengthOf(pdfium: Pdfium, attachment: Pointer): number | null {
  return withMemory(pdfium, 4, (written) => {
    if (pdfium.exports.FPDFAttachment_GetFile(attachment, 0, 0, written) === 0) return null;
    return new DataView(pdfium.bytes().buffer).getUint32(written, true);
  });
}

function readBytes(pdfium: Pdfium, attachment: Pointer, length: number): Uint8Array<ArrayBuffer> | null {
  const { exports } = pdfium;
  return withMemory(pdfium, 4, (written) =>
    withMemory(pdfium, length, (buffer) => {
      const isRead = exports.FPDFAttachment_GetFile(attachment, buffer, length, written) !== 0;
      return isRead ? pdfium.bytes().slice(buffer, buffer + length) : null;
    }),
  );
}

/** Controls and marks that hide or reorder what is shown. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const LONGEST_NAME = 255;

/** The name of a file as people may see it: nothing unseen, no way out of the document, not without end. */
function nameToShow(given: string, number: number): string {
  const shown = given
    .toWellFormed()
    .replaceAll(UNSEEN, showCode)
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/")
    .trim();
  return shown === "" ? `attachment ${number}` : [...shown].slice(0, LONGEST_NAME).join("");
}

function showCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** Two files of one name are told apart by a number. */
function distinguish(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}
