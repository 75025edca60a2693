import type { DocumentId } from "#shared/base/ids.ts";
import { type DocumentKind, documentKindSchema } from "#shared/model/detection.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { foldToken } from "#shared/text/tokenize.ts";
import type { SearchedDocument } from "../ports/document-store.ts";

/** What a result shows and sorts of a document. */
export interface CatalogueRow {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly shortName: string;
  readonly format: SourceFormat;
  readonly pages: number;
  readonly kind: DocumentKind | null;
  /** A partial date, ISO 8601. */
  readonly date: string | null;
  readonly court: string | null;
  readonly ecfNumber: string | null;
  readonly batesBegin: string | null;
  readonly batesEnd: string | null;
  /** ISO 639-3. */
  readonly language: string | null;
  /** It holds other files. */
  readonly hasChildren: boolean;
  /** Sorts as people expect when compared by code unit: folded, `2` before `10`. */
  readonly titleKey: string;
  /** The first letters of `titleKey` as a number that sorts alike: comparing these decides most of the time. */
  readonly titleHead: number;
  readonly batesKey: string | null;
  /** The date as a number that sorts: `202503150000`; 0 for none. */
  readonly dateKey: number;
  /** Place of its kind among the kinds; after all of them without one. */
  readonly kindPlace: number;
}

const KINDS: readonly DocumentKind[] = documentKindSchema.options;

/** Digits that a number is padded to in a key. */
const KEY_DIGITS = 12;

/** Year to minute. */
const DATE_DIGITS = 12;

/** A text that sorts by code unit as people sort it: without case and accents, numbers by their value. */
export function sortKey(text: string): string {
  return foldToken(text.normalize("NFC"))
    .trim()
    .replace(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, "").padStart(KEY_DIGITS, "0"));
}

/** Four code units of 13 bits fit into a number; what is above counts as the highest. */
function headOf(key: string): number {
  let head = 0;
  for (let at = 0; at < 4; at += 1) head = head * 0x2000 + Math.min(at < key.length ? key.charCodeAt(at) : 0, 0x1fff);
  return head;
}

/** Takes over what a search needs of a document, so that nothing else of it stays in memory. */
export function toCatalogueRow(document: SearchedDocument): CatalogueRow {
  const { documentId, title, shortName, format, pages, fields, children } = document;
  const { date } = fields;
  const titleKey = sortKey(title);
  return {
    documentId,
    title,
    shortName,
    format,
    pages,
    kind: fields.kind,
    date,
    court: fields.court,
    ecfNumber: fields.ecfNumber,
    batesBegin: fields.batesBegin,
    batesEnd: fields.batesEnd,
    language: fields.language,
    hasChildren: children > 0,
    titleKey,
    titleHead: headOf(titleKey),
    dateKey: date === null ? 0 : Number(date.replace(/\D/gu, "").slice(0, DATE_DIGITS).padEnd(DATE_DIGITS, "0")),
    batesKey: fields.batesBegin === null ? null : sortKey(fields.batesBegin),
    kindPlace: fields.kind === null ? KINDS.length : KINDS.indexOf(fields.kind),
  };
}
