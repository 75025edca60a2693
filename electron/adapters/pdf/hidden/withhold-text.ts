import type { WithheldRegion } from "#core/ports/document-annotator.ts";
import type { Box } from "#shared/model/geometry.ts";
import { describePage, type PageState, withPage } from "../compare-pages.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { withMemory } from "../pdfium-strings.ts";
import { saveAnew } from "../save-copy.ts";
import { copyFailed, withDocument } from "../with-document.ts";
import { addPicturePage } from "./picture-page.ts";

type BoxesByPage = ReadonlyMap<number, readonly Box[]>;

/**
 * Makes a file with the same pages in which hidden text cannot be found by any means: pages that hold some become pictures
 * of themselves, and the others are copied into a new file, because a file that is changed keeps what was there before.
 * The result is opened again, and every page is compared.
 *
 * @throws ProbativeError `export/annotation-failed`
 */
export function withholdText(
  pdfium: Pdfium,
  original: Uint8Array,
  withheld: readonly WithheldRegion[],
  onProgress: () => void,
): Uint8Array<ArrayBuffer> {
  const boxes: BoxesByPage = new Map(
    [...Map.groupBy(withheld, (place) => place.page)].map(([page, places]) => [page, places.map(({ box }) => box)]),
  );
  const before = withDocument(pdfium, original, (source) => describeAll(pdfium, source, onProgress));
  for (const page of boxes.keys()) {
    if (before[page - 1] === undefined) throw copyFailed(`There is no page ${page}.`, page);
  }
  const copy = withDocument(pdfium, original, (source) => copyPages(pdfium, source, before.length, boxes, onProgress));
  const after = withDocument(pdfium, copy, (document) => describeAll(pdfium, document, onProgress));
  if (after.length !== before.length) throw copyFailed("The copy has other pages.");
  for (const [index, state] of after.entries()) {
    const page = index + 1;
    const isRight = boxes.has(page) ? holdsNoText(state, before[index]) : holdsSameText(state, before[index]);
    if (!isRight) throw copyFailed(`Page ${page} of the copy is not as it should be.`, page);
  }
  return copy;
}

type KnownState = PageState | null | undefined;

function holdsNoText(copy: KnownState, original: KnownState): boolean {
  return copy?.characters === 0 && copy.annotations === 0 && copy.box === original?.box;
}

function holdsSameText(copy: KnownState, original: KnownState): boolean {
  return (
    copy?.box === original?.box &&
    copy?.rotation === original?.rotation &&
    copy?.characters === original?.characters &&
    copy?.checksum === original?.checksum
  );
}

function describeAll(pdfium: Pdfium, document: Pointer, onProgress: () => void): readonly (PageState | null)[] {
  return Array.from({ length: Math.max(0, pdfium.exports.FPDF_GetPageCount(document)) }, (_, index) => {
    onProgress();
    return withPage(pdfium, document, index + 1, (page) => describePage(pdfium, page));
  });
}

function copyPages(
  pdfium: Pdfium,
  source: Pointer,
  pageCount: number,
  boxes: BoxesByPage,
  onProgress: () => void,
): Uint8Array<ArrayBuffer> {
  const { exports } = pdfium;
  const target = exports.FPDF_CreateNewDocument();
  if (target === 0) throw copyFailed("There is no memory for a copy.");
  try {
    let from = 0;
    for (let index = 0; index <= pageCount; index += 1) {
      const hidden = boxes.get(index + 1);
      if (hidden === undefined && index < pageCount) continue;
      importPages(pdfium, source, target, from, index);
      if (hidden !== undefined) addPicturePage(pdfium, source, target, index, hidden);
      from = index + 1;
      onProgress();
    }
    const written = saveAnew(pdfium, target);
    if (written === null) throw copyFailed("It could not be written.");
    return written;
  } finally {
    exports.FPDF_CloseDocument(target);
  }
}

/** Copies the pages from `from` to before `to` to the same places. */
function importPages(pdfium: Pdfium, source: Pointer, target: Pointer, from: number, to: number): void {
  const count = to - from;
  if (count <= 0) return;
  const isDone = withMemory(pdfium, count * 4, (indices) => {
    const view = new DataView(pdfium.bytes().buffer);
    for (let index = 0; index < count; index += 1) view.setInt32(indices + 4 * index, from + index, true);
    return pdfium.exports.FPDF_ImportPagesByIndex(target, source, indices, count, from) !== 0;
  });
  if (!isDone) throw copyFailed(`Pages ${from + 1} to ${to} cannot be copied.`, from + 1);
}
