import { readFileSync, statSync } from "node:fs";
import type { HighlightAnnotation, WithheldRegion } from "#core/ports/document-annotator.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { describePage, holdsHighlights, isSamePage, type PageState, withPage } from "./compare-pages.ts";
import { withholdText } from "./hidden/withhold-text.ts";
import { joinBytes } from "./join-bytes.ts";
import { addHighlight } from "./pdfium-highlights.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { saveIncrementally } from "./save-copy.ts";
import { appendHighlights } from "./update/append-highlights.ts";
import { completeCrossReference } from "./update/complete-cross-reference.ts";
import { UnreadableStructure } from "./update/syntax.ts";
import { copyFailed as failed, withDocument } from "./with-document.ts";

/** Readers look for the header in so many bytes. */
const HEADER_WINDOW = 1024;

/** The original and its copy are held in memory. Bytes. */
const LARGEST_ORIGINAL = 1024 ** 3;

type ByPage = ReadonlyMap<number, readonly HighlightAnnotation[]>;

/**
 * Writes highlight annotations into a copy of a PDF. The copy is opened again and compared with the original and with what
 * was asked for before it is handed out.
 *
 * The update is written here, so that it holds the annotated pages and the highlights only. Encrypted files, whose text has
 * to be encrypted in the update too, and files whose cross-reference table is damaged are left to PDFium, which writes
 * anew whatever it has loaded; then every page of the copy is compared.
 *
 * @param path absolute path of the original
 * @param withheld hidden places whose text must not be in the copy; with any, the highlights go into a file written anew
 * @param onProgress is called for every page that was compared
 * @returns the original's bytes, or what `withholdText` made of them, followed by an incremental update
 * @throws ProbativeError `document/original-missing`, `export/annotation-failed`
 */
export function annotateDocument(
  pdfium: Pdfium,
  path: string,
  annotations: readonly HighlightAnnotation[],
  withheld: readonly WithheldRegion[],
  onProgress: () => void,
): Uint8Array<ArrayBuffer> {
  const file = readOriginal(path);
  const original = withheld.length === 0 ? file : withholdText(pdfium, file, withheld, onProgress);
  const byPage: ByPage = Map.groupBy(annotations.map(cleanAnnotation), (annotation) => annotation.page);
  const pages = findPages(pdfium, original, byPage);
  const update = appendOwnUpdate(original, pages, byPage);
  const copy = update ?? appendPdfiumUpdate(pdfium, original, byPage);
  const toCompare =
    update === null ? Array.from({ length: pages.pageCount }, (_, index) => index + 1) : [...byPage.keys()];
  const before = describePages(pdfium, original, pages.pageCount, toCompare, new Map(), onProgress);
  const after = describePages(pdfium, copy, pages.pageCount, toCompare, byPage, onProgress);
  for (const page of toCompare) {
    const isSame = isSamePage(before.get(page) ?? null, after.get(page) ?? null, byPage.get(page)?.length ?? 0);
    if (!isSame) throw failed(`Page ${page} of the copy differs from the original.`, page);
  }
  return copy;
}

/** Strings of a PDF end at a zero for many readers, and half a character is none. */
function cleanAnnotation(annotation: HighlightAnnotation): HighlightAnnotation {
  const clean = (text: string): string => text.replaceAll("\0", "").toWellFormed();
  return {
    ...annotation,
    name: clean(annotation.name),
    author: clean(annotation.author),
    subject: clean(annotation.subject),
    contents: clean(annotation.contents),
  };
}

function readOriginal(path: string): Uint8Array {
  try {
    if (statSync(path).size > LARGEST_ORIGINAL) throw failed("It is larger than 1 GiB.");
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof ProbativeError) throw cause;
    throw new ProbativeError("document/original-missing", "", {}, cause);
  }
}

interface FoundPages {
  readonly pageCount: number;
  /** Object numbers of the pages that get highlights; null when the file is not to be updated by hand. */
  readonly objectNumbers: ReadonlyMap<number, number> | null;
}

function findPages(pdfium: Pdfium, original: Uint8Array, byPage: ByPage): FoundPages {
  const { exports } = pdfium;
  return withDocument(pdfium, original, (document) => {
    const pageCount = exports.FPDF_GetPageCount(document);
    const isSound =
      exports.EPDF_IsEncrypted(document) === 0 && exports.FPDF_DocumentHasValidCrossReferenceTable(document);
    const objectNumbers = new Map<number, number>();
    for (const page of byPage.keys()) {
      const number = withPage(pdfium, document, page, (pointer) => exports.EPDFPage_GetObjectNumber(pointer));
      if (number === null) throw failed(`Page ${page} cannot be loaded.`, page);
      objectNumbers.set(page, number);
    }
    return { pageCount, objectNumbers: isSound ? objectNumbers : null };
  });
}

/** Null when the file's structure is not as the standard has it. */
function appendOwnUpdate(original: Uint8Array, pages: FoundPages, byPage: ByPage): Uint8Array<ArrayBuffer> | null {
  const { objectNumbers } = pages;
  if (objectNumbers === null) return null;
  try {
    return appendHighlights(
      original,
      [...byPage].map(([page, annotations]) => ({ objectNumber: objectNumbers.get(page) ?? 0, annotations })),
    );
  } catch (thrown) {
    if (thrown instanceof UnreadableStructure) return null;
    throw thrown;
  }
}

function appendPdfiumUpdate(pdfium: Pdfium, original: Uint8Array, byPage: ByPage): Uint8Array<ArrayBuffer> {
  const written = withDocument(pdfium, original, (document) => {
    for (const [page, annotations] of byPage) {
      const isAdded = withPage(pdfium, document, page, (pointer) =>
        annotations.every((annotation) => addHighlight(pdfium, pointer, annotation)),
      );
      if (isAdded !== true) throw failed(`A highlight on page ${page} was refused.`, page);
    }
    return saveIncrementally(pdfium, document);
  });
  if (written === null) throw failed("It could not be written.");
  return joinToOriginal(original, written);
}

/**
 * Makes of what PDFium wrote a file that begins with all bytes of the original. PDFium leaves out what stands before the
 * header; readers count offsets from the header, so these bytes can be put back.
 */
function joinToOriginal(original: Uint8Array, written: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const header = Math.max(0, Buffer.from(original.subarray(0, HEADER_WINDOW)).indexOf("%PDF-", 0, "latin1"));
  const body = original.subarray(header);
  const completed = completeCrossReference(written, body.length);
  if (completed === null) throw failed("Its cross-reference table is of an unknown kind.");
  if (Buffer.compare(completed.subarray(0, body.length), body) !== 0) {
    throw failed("The copy does not begin with the original.");
  }
  return header === 0 ? completed : joinBytes([original.subarray(0, header), completed]);
}

/** States of some pages of a file, null for those that cannot be loaded. Fails when a highlight of `wanted` is missing. */
function describePages(
  pdfium: Pdfium,
  bytes: Uint8Array,
  pageCount: number,
  pages: readonly number[],
  wanted: ByPage,
  onProgress: () => void,
): ReadonlyMap<number, PageState | null> {
  return withDocument(pdfium, bytes, (document) => {
    if (pdfium.exports.FPDF_GetPageCount(document) !== pageCount) throw failed("The copy has other pages.");
    const states = new Map<number, PageState | null>();
    for (const page of pages) {
      const state = withPage(pdfium, document, page, (pointer) => {
        const isComplete = holdsHighlights(pdfium, pointer, wanted.get(page) ?? []);
        if (!isComplete) throw failed(`A highlight on page ${page} is not in the copy.`, page);
        return describePage(pdfium, pointer);
      });
      states.set(page, state);
      onProgress();
    }
    return states;
  });
}
