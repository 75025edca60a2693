import { joinBytes } from "./join-bytes.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { withMemory } from "./pdfium-strings.ts";

/** FPDF_INCREMENTAL (fpdf_save.h): what changed is appended, what was there stays as it is. */
const INCREMENTAL = 1;

/** The one callback through which PDFium writes, and what it has written. */
interface Writer {
  callback: Pointer;
  chunks: Uint8Array[];
}
const writers = new WeakMap<Pdfium, Writer>();

function writerOf(pdfium: Pdfium): Writer {
  const known = writers.get(pdfium);
  if (known !== undefined) return known;
  const writer: Writer = { callback: 0, chunks: [] };
  writer.callback = pdfium.addCallback((_self = 0, data = 0, length = 0) => {
    writer.chunks.push(pdfium.bytes().slice(data >>> 0, (data >>> 0) + (length >>> 0)));
    return 1;
  }, "iiii");
  writers.set(pdfium, writer);
  return writer;
}

/** FPDF_NO_INCREMENTAL (fpdf_save.h): the file is written anew. */
const ANEW = 2;

/** Writes a document with an incremental update that holds all changes. Null when PDFium cannot. */
export function saveIncrementally(pdfium: Pdfium, document: Pointer): Uint8Array<ArrayBuffer> | null {
  return save(pdfium, document, INCREMENTAL);
}

/** Writes a document anew. Null when PDFium cannot. */
export function saveAnew(pdfium: Pdfium, document: Pointer): Uint8Array<ArrayBuffer> | null {
  return save(pdfium, document, ANEW);
}

function save(pdfium: Pdfium, document: Pointer, flags: number): Uint8Array<ArrayBuffer> | null {
  const writer = writerOf(pdfium);
  writer.chunks = [];
  // FPDF_FILEWRITE: version, function that takes a block.
  const isSaved = withMemory(pdfium, 8, (structure) => {
    const view = new DataView(pdfium.bytes().buffer);
    view.setUint32(structure, 1, true);
    view.setUint32(structure + 4, writer.callback, true);
    return pdfium.exports.FPDF_SaveAsCopy(document, structure, flags) !== 0;
  });
  const { chunks } = writer;
  writer.chunks = [];
  return isSaved ? joinBytes(chunks) : null;
}
