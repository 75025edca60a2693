import { closeSync, fstatSync, openSync } from "node:fs";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type ByteSource, createFileSource } from "./byte-source.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** PDFium's error numbers (fpdfview.h). */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** PDFium on 32 bits counts a file's bytes in 32 bits. */
const LARGEST_FILE = 2 ** 32 - 1;

/** Readers accept a header that does not stand at the very start (ISO 32000-1, implementation note 13). */
const HEADER_WINDOW = 1024;

/** A PDF that PDFium has open. Pages, annotations and strings hang on `pointer` until it is closed. */
export interface OpenDocument {
  readonly pointer: Pointer;
  readonly byteLength: number;
  close(): void;
}

/** The one callback through which PDFium reads documents, and the document it serves. */
interface Reader {
  callback: Pointer;
  current: ByteSource | undefined;
}
const readers = new WeakMap<Pdfium, Reader>();

function readerOf(pdfium: Pdfium): Reader {
  const known = readers.get(pdfium);
  if (known !== undefined) return known;
  const reader: Reader = { callback: 0, current: undefined };
  reader.callback = pdfium.addCallback((_parameter = 0, position = 0, buffer = 0, length = 0) => {
    const isRead = reader.current?.read(position >>> 0, pdfium.bytes(), buffer >>> 0, length >>> 0);
    return isRead === true ? 1 : 0;
  }, "iiiii");
  readers.set(pdfium, reader);
  return reader;
}

function openDescriptor(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw new ProbativeError("import/unreadable", "", {}, cause);
  }
}

function hasHeader(source: ByteSource): boolean {
  const head = Buffer.alloc(Math.min(source.byteLength, HEADER_WINDOW + 5));
  return source.read(0, head, 0, head.length) && head.includes("%PDF-", 0, "latin1");
}

/**
 * Opens a PDF without copying it into PDFium's memory. One document at a time per instance of PDFium.
 *
 * @throws ProbativeError `import/unreadable`, `import/not-a-regular-file`, `import/empty`, `import/not-a-pdf`,
 *   `import/encrypted`, `import/corrupt`, `import/memory` (4 GiB and more)
 */
export function openDocument(pdfium: Pdfium, path: string): OpenDocument {
  const descriptor = openDescriptor(path);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new ProbativeError("import/not-a-regular-file");
    const open = openSource(pdfium, createFileSource(descriptor, status.size));
    return {
      ...open,
      close() {
        open.close();
        closeSync(descriptor);
      },
    };
  } catch (thrown) {
    closeSync(descriptor);
    throw thrown;
  }
}

/** Opens a PDF from any source; as `openDocument`. */
export function openSource(pdfium: Pdfium, source: ByteSource): OpenDocument {
  const { byteLength } = source;
  if (byteLength === 0) throw new ProbativeError("import/empty");
  if (byteLength > LARGEST_FILE) throw new ProbativeError("import/memory", "It holds 4 GiB or more.");
  const reader = readerOf(pdfium);
  reader.current = source;
  // FPDF_FILEACCESS: length of the file, function that reads a block, first argument of that function.
  const access = pdfium.exports.malloc(12);
  const view = new DataView(pdfium.bytes().buffer);
  view.setUint32(access, byteLength, true);
  view.setUint32(access + 4, reader.callback, true);
  view.setUint32(access + 8, 0, true);
  const pointer = pdfium.exports.FPDF_LoadCustomDocument(access, 0);
  if (pointer === 0) {
    const error = pdfium.exports.FPDF_GetLastError();
    pdfium.exports.free(access);
    reader.current = undefined;
    throw refusalFor(error, source);
  }
  return {
    pointer,
    byteLength,
    close() {
      pdfium.exports.FPDF_CloseDocument(pointer);
      pdfium.exports.free(access);
      reader.current = undefined;
    },
  };
}

function refusalFor(error: number, source: ByteSource): ProbativeError {
  if (error === ERROR_PASSWORD || error === ERROR_SECURITY) return new ProbativeError("import/encrypted");
  return new ProbativeError(hasHeader(source) ? "import/corrupt" : "import/not-a-pdf");
}

/**
 * The number of pages, which is the file's own claim and therefore checked (safety.md, H3).
 *
 * @throws ProbativeError `import/page-count` unless it is a whole number from 1 to `maxPages`
 */
export function countPages(pdfium: Pdfium, document: OpenDocument, maxPages: number): number {
  const count = pdfium.exports.FPDF_GetPageCount(document.pointer);
  if (!Number.isInteger(count) || count < 1 || count > maxPages) {
    throw new ProbativeError("import/page-count", `It claims ${count}; the limit is ${maxPages}.`, { count, maxPages });
  }
  return count;
}
