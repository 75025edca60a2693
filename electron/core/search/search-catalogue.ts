import type { DocumentId } from "#shared/base/ids.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import type { DocumentStore, SearchedDocument } from "../ports/document-store.ts";
import type { PassageMark } from "../ports/passage-store.ts";
import type { IndexedFigures } from "../ports/search-index.ts";
import { type CatalogueRow, toCatalogueRow } from "./catalogue-row.ts";
import { type CodeColumn, createCodeColumn } from "./code-column.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { createTextColumn, type TextColumn } from "./text-column.ts";

/** What of the case the catalogue reads. */
export type CataloguePorts = Pick<CasePorts, "documents" | "passages" | "tags" | "index">;

/** Fields whose words can be asked for. */
export type TextField = "title" | "court" | "case" | "ecf" | "author" | "from" | "to" | "name" | "source";

/** Fields that sort documents into few values. */
export type CodeField = "kind" | "format" | "court" | "year" | "language" | "author";

/** Pages of the document were read by OCR. */
export const READ_BY_OCR = 1;
/** No page of the document has text. */
export const WITHOUT_TEXT = 2;

/**
 * All documents as a search sees them besides their text, by row: in the order of import, a row for each document of the
 * catalogue, whether the index holds it or not.
 */
export interface SearchCatalogue {
  /**
   * Brings it up to date; afterwards it holds everything that was written before the call. Only rows that changed are read.
   * Figures of OCR alone may be up to two seconds old, and only of documents that OCR is just working on.
   */
  refresh(pace: Pace): Promise<void>;
  rows(): readonly CatalogueRow[];
  /** Row of each document of the index by its number; -1 for a number without one. */
  rowsByNumber(): Int32Array;
  /** Number in the index by row; -1 for a document that is not complete there. */
  numbersByRow(): Int32Array;
  texts(field: TextField): TextColumn;
  codes(field: CodeField): CodeColumn;
  passages(row: number): readonly PassageMark[];
  /** Rows with passages. */
  rowsWithPassages(): Iterable<number>;
  tags(): readonly Tag[];
  /** Where the text of each document comes from: `READ_BY_OCR` and `WITHOUT_TEXT`, by row. */
  reading(): readonly number[];
}

/** Rows that are read without a break. */
const ROWS_AT_ONCE = 500;

/** Milliseconds between two looks at the figures of all documents, which change with each page while OCR runs. */
const FIGURES_EVERY = 2000;

const NO_PASSAGES: readonly PassageMark[] = [];

const TEXT_FIELDS: Readonly<Record<TextField, (document: SearchedDocument) => string | readonly string[] | null>> = {
  title: ({ title }) => title,
  court: ({ fields }) => fields.court,
  case: ({ fields }) => fields.caseNumber,
  ecf: ({ fields }) => fields.ecfNumber,
  author: ({ fields }) => fields.author,
  from: ({ from }) => from,
  to: ({ to }) => (to.length > 1 ? to : (to[0] ?? null)),
  name: ({ shortName, fileName }) => [shortName, fileName],
  source: ({ sourcePath }) => sourcePath,
};

const CODE_FIELDS: Readonly<Record<CodeField, (document: SearchedDocument) => string | null>> = {
  kind: ({ fields }) => fields.kind,
  format: ({ format }) => format,
  court: ({ fields }) => fields.court,
  year: ({ fields }) => fields.date?.slice(0, 4) ?? null,
  language: ({ fields }) => fields.language,
  author: ({ fields }) => fields.author,
};

/** A column for each field. */
function makeColumns<Field extends string, Column>(
  fields: Readonly<Record<Field, unknown>>,
  make: () => Column,
): Readonly<Record<Field, Column>> {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, make()])) as Record<Field, Column>;
}

/** Makes a catalogue that is read at its first refresh. */
export function createSearchCatalogue(ports: CataloguePorts, now = () => performance.now()): SearchCatalogue {
  const rows: CatalogueRow[] = [];
  const rowOf = new Map<DocumentId, number>();
  const texts = makeColumns(TEXT_FIELDS, createTextColumn);
  const codes = makeColumns(CODE_FIELDS, createCodeColumn);
  const fillings = [
    ...(Object.keys(TEXT_FIELDS) as TextField[]).map((field) => (row: number, document: SearchedDocument) => {
      texts[field].set(row, TEXT_FIELDS[field](document));
    }),
    ...(Object.keys(CODE_FIELDS) as CodeField[]).map((field) => (row: number, document: SearchedDocument) => {
      codes[field].set(row, CODE_FIELDS[field](document));
    }),
  ];
  const shareText = createTextPool();
  const passages = new Map<number, readonly PassageMark[]>();
  const reading: number[] = [];
  let tags: readonly Tag[] = [];
  let mark: number | null = null;
  let last: DocumentId | null = null;
  let numbered = { generation: -1, rows: 0 };
  let numbersByRow = new Int32Array();
  let rowsByNumber = new Int32Array();
  let figured = { generation: -1, at: Number.NEGATIVE_INFINITY };

  function setRow(read: SearchedDocument): number {
    const document = shareTexts(read, shareText);
    const row = rowOf.get(document.documentId) ?? rows.length;
    rowOf.set(document.documentId, row);
    rows[row] = toCatalogueRow(document);
    for (const fill of fillings) fill(row, document);
    return row;
  }

  function setReading(row: number, figures: IndexedFigures | null): void {
    const isByOcr = figures !== null && figures.pagesByOcr > 0;
    const isWithoutText = figures !== null && figures.pagesWithoutText >= (rows[row]?.pages ?? 0);
    reading[row] = (isByOcr ? READ_BY_OCR : 0) | (isWithoutText ? WITHOUT_TEXT : 0);
  }

  function readAgain(documentId: DocumentId): void {
    const document = ports.documents.searched(documentId);
    // A document that is not loaded yet comes with the next ones, in its order.
    if (document === null || !rowOf.has(documentId)) return;
    const row = setRow(document);
    const own = ports.passages.marks(documentId);
    if (own.length === 0) passages.delete(row);
    else passages.set(row, own);
    setReading(row, ports.index.figuresOf(documentId));
  }

  async function loadNew(pace: Pace): Promise<void> {
    for (;;) {
      const next: ReturnType<DocumentStore["searchedAfter"]> = ports.documents.searchedAfter(last, ROWS_AT_ONCE);
      for (const document of next) setRow(document);
      last = next.at(-1)?.documentId ?? last;
      if (next.length < ROWS_AT_ONCE) return;
      await pace.breathe();
    }
  }

  function loadPassages(): void {
    for (const [documentId, own] of Map.groupBy(ports.passages.marks(null), (passage) => passage.documentId)) {
      const row = rowOf.get(documentId);
      if (row !== undefined) passages.set(row, own);
    }
    tags = ports.tags.list();
  }

  /** Returns true when nothing was left to do. */
  async function applyChanges(since: number, pace: Pace): Promise<boolean> {
    const changes = ports.documents.changesSince(since);
    if (changes.tagNames) tags = ports.tags.list();
    for (const [index, documentId] of changes.documents.entries()) {
      readAgain(documentId);
      if ((index + 1) % ROWS_AT_ONCE === 0) await pace.breathe();
    }
    mark = Math.max(mark ?? 0, changes.mark);
    return changes.documents.length < ROWS_AT_ONCE;
  }

  function refreshFigures(): void {
    const generation = ports.index.words.generation();
    if (generation === figured.generation || now() - figured.at < FIGURES_EVERY) return;
    const figures = ports.index.figures();
    for (const [row, { documentId }] of rows.entries()) setReading(row, figures.get(documentId) ?? null);
    figured = { generation, at: now() };
  }

  function refreshNumbers(): void {
    const { words } = ports.index;
    const generation = words.generation();
    if (numbered.generation === generation && numbered.rows === rows.length) return;
    const before = rowsByNumber;
    numbersByRow = new Int32Array(rows.length).fill(-1);
    rowsByNumber = new Int32Array(words.numberLimit()).fill(-1);
    for (let number = 0; number < rowsByNumber.length; number += 1) {
      const documentId = words.documentOf(number);
      if (documentId === null) continue;
      const earlier = before[number] ?? -1;
      // Most documents keep their numbers, and comparing is faster than looking up.
      const row = rows[earlier]?.documentId === documentId ? earlier : (rowOf.get(documentId) ?? -1);
      rowsByNumber[number] = row;
      if (row >= 0) numbersByRow[row] = number;
    }
    numbered = { generation, rows: rows.length };
  }

  return {
    refresh: async (pace) => {
      if (mark === null) {
        // Taken before anything is read: what changes while it is read is read again.
        const before = ports.documents.changesSince(0).mark;
        await loadNew(pace);
        loadPassages();
        mark = before;
      }
      do await loadNew(pace);
      while (!(await applyChanges(mark, pace)));
      refreshFigures();
    },
    rows: () => rows,
    rowsByNumber: () => {
      refreshNumbers();
      return rowsByNumber;
    },
    numbersByRow: () => {
      refreshNumbers();
      return numbersByRow;
    },
    texts: (field) => texts[field],
    codes: (field) => codes[field],
    passages: (row) => passages.get(row) ?? NO_PASSAGES,
    rowsWithPassages: () => passages.keys(),
    tags: () => tags,
    reading: () => reading,
  };
}

/** Gives one and the same string for equal ones: those read from the database are all strings of their own. */
type SharedText = <Text extends string | null>(text: Text) => Text;

function createTextPool(): SharedText {
  const pool = new Map<string, string>();
  return (text) => {
    if (text === null) return text;
    const known = pool.get(text);
    if (known === undefined) pool.set(text, text);
    return (known ?? text) as typeof text;
  };
}

/** The document with one string for what many documents have. */
function shareTexts(document: SearchedDocument, share: SharedText): SearchedDocument {
  const { fields, from, to, format } = document;
  const { kind, date, court, caseNumber, ecfNumber, language, author } = fields;
  return {
    ...document,
    format: share(format),
    from: share(from),
    to: to.map(share),
    fields: {
      ...fields,
      kind: share(kind),
      date: share(date),
      court: share(court),
      caseNumber: share(caseNumber),
      ecfNumber: share(ecfNumber),
      language: share(language),
      author: share(author),
    },
  };
}
