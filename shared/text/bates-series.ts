import type { DocumentId } from "../base/ids.ts";
import type { BatesGap, BatesPlace, BatesSeries } from "../model/bates.ts";
import type { DetectedValue } from "../model/detection.ts";

/** A Bates number as it stands on a page. */
export interface PlacedBates extends BatesPlace {
  readonly value: Extract<DetectedValue, { kind: "bates" }>;
}

function nameOf({ value }: PlacedBates): string {
  return `${value.prefix}${value.digits}`;
}

function byNumber(one: PlacedBates, other: PlacedBates): number {
  return one.value.number - other.value.number;
}

function findGaps(ordered: readonly PlacedBates[]): readonly BatesGap[] {
  return ordered.flatMap((entry, index) => {
    const before = ordered[index - 1];
    const missing = before === undefined ? 0 : entry.value.number - before.value.number - 1;
    return before === undefined || missing <= 0 ? [] : [{ after: nameOf(before), before: nameOf(entry), missing }];
  });
}

function findDuplicates(entries: readonly PlacedBates[]): BatesSeries["duplicates"] {
  return [...Map.groupBy(entries, (entry) => entry.value.number).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    return [{ number: nameOf(first), places: same.map(({ documentId, page }) => ({ documentId, page })) }];
  });
}

/** Entries of one document, in the order of its pages. */
function describeDocument(
  documentId: DocumentId,
  entries: readonly PlacedBates[],
): BatesSeries["documents"][number] | null {
  const ordered = entries.toSorted(byNumber);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return null;
  const outOfOrder = entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    return before !== undefined && before.page !== entry.page && entry.value.number <= before.value.number
      ? [entry.page]
      : [];
  });
  return { documentId, begin: nameOf(first), end: nameOf(last), pages: entries.length, outOfOrder };
}

function describeSeries(prefix: string, entries: readonly PlacedBates[]): BatesSeries | null {
  const ordered = entries.toSorted(byNumber);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return null;
  const documents = [...Map.groupBy(entries, (entry) => entry.documentId)]
    .flatMap(([documentId, own]) => describeDocument(documentId, own) ?? [])
    .sort((one, other) => one.begin.localeCompare(other.begin, undefined, { numeric: true }));
  return {
    prefix,
    begin: nameOf(first),
    end: nameOf(last),
    pages: entries.length,
    documents,
    gaps: findGaps(ordered),
    duplicates: findDuplicates(ordered),
  };
}

/**
 * Sums up the Bates numbers of a case by prefix: the range of each document, what is missing, what stands twice. Prefixes are
 * told apart by letter case, as courts do.
 *
 * @param entries in the order of documents and pages
 */
export function summariseBates(entries: Iterable<PlacedBates>): readonly BatesSeries[] {
  const byPrefix = Map.groupBy(entries, (entry) => entry.value.prefix);
  return [...byPrefix]
    .flatMap(([prefix, own]) => describeSeries(prefix, own) ?? [])
    .sort((one, other) => other.pages - one.pages || one.prefix.localeCompare(other.prefix));
}
