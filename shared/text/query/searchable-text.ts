import type { Detection } from "../../model/detection.ts";
import type { WordConfidence } from "../../model/page-state.ts";
import { type DocumentNumbering, numberDocument, toDocumentPosition } from "../document-words.ts";
import { type DividedWord, locatePageWords, type PagePlaces, readPageTerms } from "../page-words.ts";
import { findRunningLines, readPageEdges } from "../running-lines.ts";

/** A page of a document that is searched without an index. */
export interface TextPage {
  /** NFC, `\n` between lines. */
  readonly text: string;
  /** In the order of the text. */
  readonly detections: readonly Detection[];
  /** Of a page that was recognised. */
  readonly confidences?: readonly WordConfidence[];
}

/** What stands at one position: folds, and those of them that have accents as they are written. */
interface PositionTerms {
  readonly folds: string[];
  readonly accented: string[];
}

/** The words of a document by their positions. */
export interface SearchableText {
  readonly pages: readonly TextPage[];
  readonly numbering: DocumentNumbering;
  readonly places: readonly PagePlaces[];
  /** By position, ascending. */
  readonly words: ReadonlyMap<number, PositionTerms>;
}

/** Reads the words of a document as the index reads them. */
export function readSearchableText(pages: readonly TextPage[]): SearchableText {
  const bodies = findRunningLines(pages.map(({ text, detections }) => readPageEdges(text, detections)));
  let before: DividedWord | null = null;
  const read = pages.map(({ text, detections }, index) => {
    const page = { text, detections, body: bodies[index] ?? { start: 0, end: text.length }, before };
    const places = locatePageWords(page);
    before = places.counts.divided;
    return { page, places };
  });
  const numbering = numberDocument(read.map(({ places }) => places.counts));
  const found = new Map<number, PositionTerms>();
  read.forEach(({ page }, index) => {
    readPageTerms(page, (term, onPage) => {
      const position = toDocumentPosition(numbering, index, onPage);
      const terms = found.get(position) ?? { folds: [], accented: [] };
      found.set(position, terms);
      if (term.startsWith("=")) terms.accented.push(term.slice(1));
      else terms.folds.push(term);
    });
  });
  const words = new Map([...found].sort(([one], [other]) => one - other));
  return { pages, numbering, places: read.map(({ places }) => places), words };
}
