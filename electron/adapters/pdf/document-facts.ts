import type { DocumentMetadata, OutlineItem } from "#shared/model/document.ts";
import { parsePdfDate } from "./pdf-date.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { readString, withKey } from "./pdfium-strings.ts";

/** What a file says about itself (the document information dictionary). Absent and blank values are null. */
export function readMetadata(pdfium: Pdfium, document: Pointer): DocumentMetadata {
  const read = (tag: string): string | null => {
    const value = withKey(pdfium, tag, (key) =>
      readString(pdfium, (buffer, length) => pdfium.exports.FPDF_GetMetaText(document, key, buffer, length)),
    ).trim();
    return value === "" ? null : value;
  };
  const readDate = (tag: string): string | null => {
    const value = read(tag);
    return value === null ? null : parsePdfDate(value);
  };
  return {
    title: read("Title"),
    author: read("Author"),
    subject: read("Subject"),
    keywords: read("Keywords"),
    creator: read("Creator"),
    producer: read("Producer"),
    created: readDate("CreationDate"),
    modified: readDate("ModDate"),
  };
}

/** The label that a file declares for a page, or null when it declares none. */
export function readPageLabel(pdfium: Pdfium, document: Pointer, pageIndex: number): string | null {
  const label = readString(pdfium, (buffer, length) =>
    pdfium.exports.FPDF_GetPageLabel(document, pageIndex, buffer, length),
  );
  return label === "" ? null : label;
}

/** Levels of an outline that are read, and entries in all: files exist whose outlines have no end. */
const DEEPEST_OUTLINE = 32;
const MOST_OUTLINE_ITEMS = 20_000;

/** PDFACTION_GOTO (fpdf_doc.h): the only action that leads to a page of the file itself. */
const ACTION_GO_TO = 1;

/** The outline of a document; entries that were met before (a cycle) and those beyond the limits are left out. */
export function readOutline(pdfium: Pdfium, document: Pointer, pageCount: number): readonly OutlineItem[] {
  const { exports } = pdfium;
  const seen = new Set<Pointer>();

  const readPage = (bookmark: Pointer): number | null => {
    let destination = exports.FPDFBookmark_GetDest(document, bookmark);
    if (destination === 0) {
      const action = exports.FPDFBookmark_GetAction(bookmark);
      if (action === 0 || exports.FPDFAction_GetType(action) !== ACTION_GO_TO) return null;
      destination = exports.FPDFAction_GetDest(document, action);
    }
    if (destination === 0) return null;
    const index = exports.FPDFDest_GetDestPageIndex(document, destination);
    return index >= 0 && index < pageCount ? index + 1 : null;
  };

  const readLevel = (parent: Pointer, depth: number): OutlineItem[] => {
    const items: OutlineItem[] = [];
    let bookmark = exports.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && seen.size < MOST_OUTLINE_ITEMS) {
      seen.add(bookmark);
      const current = bookmark;
      items.push({
        title: readString(pdfium, (buffer, length) => exports.FPDFBookmark_GetTitle(current, buffer, length)).trim(),
        page: readPage(current),
        children: depth < DEEPEST_OUTLINE ? readLevel(current, depth + 1) : [],
      });
      bookmark = exports.FPDFBookmark_GetNextSibling(document, bookmark);
    }
    return items;
  };
  return readLevel(0, 1);
}
