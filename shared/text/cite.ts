export { proposeShortName } from "./short-name.ts";

/** Where a quotation stands, in the terms that a citation uses. */
export interface CitedPlace {
  /** The document's short name, e.g. `Compl.` */
  readonly shortName: string;
  /** What is printed on (or declared for) the first and the last page; null where the document names no page. */
  readonly firstLabel: string | null;
  readonly lastLabel: string | null;
  /** 1-based positions in the file. */
  readonly firstPage: number;
  readonly lastPage: number;
}

/** A prefix and a number padded to at least four digits, as stamped on productions: `CV-000341`, `DHS-FOIA-000123`. */
const BATES_NUMBER = /^\p{L}[\p{L}\p{N}]*(?:[-_ .][\p{L}\p{N}]+)*?[-_ .]?\d{4,}$/u;

/** The running number that some courts stamp on every page of a case: `PageID.123`. */
const PAGE_ID = /^PageID[.# ]*\d+$/i;

/**
 * A record citation without its parentheses: `Compl. at 5`, `Compl. at 5–6`. A number that is unique by itself (Bates,
 * PageID) takes a comma instead of “at”: `FOIA Release, CV-000341`. Where a page has no label of its own the position in
 * the file is given and called so (`Compl., PDF p. 5`), because it is not printed on any copy.
 */
export function recordCitation(place: CitedPlace): string {
  const first = place.firstLabel?.trim() ?? "";
  const last = place.lastLabel?.trim() ?? "";
  if (first === "" || last === "") {
    return place.firstPage === place.lastPage
      ? `${place.shortName}, PDF p. ${place.firstPage}`
      : `${place.shortName}, PDF pp. ${place.firstPage}–${place.lastPage}`;
  }
  const pages = first === last ? first : joinLabels(first, last);
  return isUniqueNumber(first) ? `${place.shortName}, ${pages}` : `${place.shortName} at ${pages}`;
}

/** A citation as it follows a quotation, the period inside: `(Compl. at 5.)`. A period that is there is not doubled. */
export function parenthetical(citation: string): string {
  return citation.endsWith(".") ? `(${citation})` : `(${citation}.)`;
}

function isUniqueNumber(label: string): boolean {
  return BATES_NUMBER.test(label) || PAGE_ID.test(label);
}

/** Page numbers that start again inside the range are not a range of numbers: `12, 1`. */
function joinLabels(first: string, last: string): string {
  const isDescending = /^\d+$/.test(first) && /^\d+$/.test(last) && Number(first) > Number(last);
  return isDescending ? `${first}, ${last}` : `${first}–${last}`;
}
