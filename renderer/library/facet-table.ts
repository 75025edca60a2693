import type { DocumentSummary } from "#shared/model/document.ts";
import type { DocumentTags } from "./document-values.ts";
import { type FacetName, facetCodes } from "./facets.ts";

/** The values of a facet by number, and which of them each document has. */
export interface FacetTable {
  readonly values: readonly string[];
  /** By place: the number of the one value, or that there is none, or that there are several. */
  readonly single: Int32Array;
  readonly several: ReadonlyMap<number, readonly number[]>;
}

const NONE = -1;
const SEVERAL = -2;

/** The table of a facet over documents. */
export function tabulateFacet(documents: readonly DocumentSummary[], facet: FacetName, tags: DocumentTags): FacetTable {
  const numbers = new Map<string, number>();
  const numberFor = (value: string) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const single = new Int32Array(documents.length).fill(NONE);
  const several = new Map<number, readonly number[]>();
  for (const [place, document] of documents.entries()) {
    const found = facetCodes(document, facet, tags.get(document.documentId) ?? []);
    if (found === null) continue;
    if (typeof found === "string") single[place] = numberFor(found);
    else if (found.length > 0) {
      single[place] = SEVERAL;
      several.set(place, found.map(numberFor));
    }
  }
  return { values: [...numbers.keys()], single, several };
}

/** True when the document at a place has a value that is wanted: `wanted` is 1 at the numbers of those. */
export function hasOne({ single, several }: FacetTable, place: number, wanted: Uint8Array): boolean {
  const code = single[place] ?? NONE;
  if (code !== SEVERAL) return wanted[code] === 1;
  return several.get(place)?.some((each) => wanted[each] === 1) ?? false;
}

/** Counts the values of the document at a place. */
export function countValues(counts: Uint32Array, { single, several }: FacetTable, place: number): void {
  const code = single[place] ?? NONE;
  if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  else if (code === SEVERAL) {
    for (const each of several.get(place) ?? []) counts[each] = (counts[each] ?? 0) + 1;
  }
}
