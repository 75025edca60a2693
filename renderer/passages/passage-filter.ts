import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { DIVISION_MARK, joinDividedWords } from "#shared/text/normalize.ts";
import { foldForMatch } from "./tag-choices.ts";

/** What the passage list is narrowed to. Passages must carry all of `tagIds`; `untagged` asks for those with none. */
export interface PassageFilter {
  readonly tagIds: readonly TagId[];
  readonly untagged: boolean;
  readonly orphaned: boolean;
  readonly text: string;
  readonly documentId: DocumentId | null;
}

export const NO_FILTER: PassageFilter = { tagIds: [], untagged: false, orphaned: false, text: "", documentId: null };

/** True when the filter narrows nothing. */
export function isOpenFilter(filter: PassageFilter): boolean {
  return (
    filter.tagIds.length === 0 &&
    !filter.untagged &&
    !filter.orphaned &&
    filter.text.trim() === "" &&
    filter.documentId === null
  );
}

/** Passages that the filter lets through, in the order given. All words of the text must stand in quote, note or citation. */
export function filterPassages(
  passages: readonly PassageListItem[],
  filter: PassageFilter,
): readonly PassageListItem[] {
  const words = foldForMatch(filter.text).split(/\s+/).filter(Boolean);
  return passages.filter((passage) => {
    if (filter.documentId !== null && passage.documentId !== filter.documentId) return false;
    if (filter.untagged && passage.tagIds.length > 0) return false;
    if (filter.orphaned && passage.state !== "orphaned") return false;
    if (!filter.tagIds.every((tagId) => passage.tagIds.includes(tagId))) return false;
    if (words.length === 0) return true;
    const text = foldForMatch(`${oneLine(passage.quote)} ${passage.note} ${passage.citation}`);
    return words.every((word) => text.includes(word));
  });
}

/** Passages carrying each tag, among those given. */
export function countByTag(passages: readonly PassageListItem[]): ReadonlyMap<TagId, number> {
  const counts = new Map<TagId, number>();
  for (const passage of passages) {
    for (const tagId of passage.tagIds) counts.set(tagId, (counts.get(tagId) ?? 0) + 1);
  }
  return counts;
}

/** A row of the grouped list: the head of a document or one of its passages. */
export type PassageRow =
  | { readonly kind: "document"; readonly documentId: DocumentId; readonly title: string; readonly passages: number }
  | { readonly kind: "passage"; readonly passage: PassageListItem };

/** Groups by document, keeping the order in which documents and passages come. */
export function passageRows(passages: readonly PassageListItem[]): readonly PassageRow[] {
  const byDocument = new Map<DocumentId, PassageListItem[]>();
  for (const passage of passages) {
    const group = byDocument.get(passage.documentId);
    if (group === undefined) byDocument.set(passage.documentId, [passage]);
    else group.push(passage);
  }
  return [...byDocument].flatMap(([documentId, group]): readonly PassageRow[] => [
    { kind: "document", documentId, title: group[0]?.documentTitle ?? "", passages: group.length },
    ...group.map((passage): PassageRow => ({ kind: "passage", passage })),
  ]);
}

/** The passage before or after one in a list; the first or last when it is not in it. Null for an empty list. */
export function neighbourOf(
  passages: readonly PassageListItem[],
  passageId: PassageId | null,
  direction: 1 | -1,
): PassageListItem | null {
  const at = passages.findIndex((passage) => passage.passageId === passageId);
  if (at === -1) return (direction === 1 ? passages[0] : passages.at(-1)) ?? null;
  return passages[Math.max(0, Math.min(at + direction, passages.length - 1))] ?? null;
}

/** First page of a passage with its label, as it is or was last known. */
export function firstPlace(passage: PassageListItem): { readonly page: number; readonly label: string | null } {
  const range = passage.ranges[0];
  return { page: range?.page ?? 1, label: range?.label ?? null };
}

/** A quotation in one line: words divided at a line end are whole again, line breaks become spaces. */
export function oneLine(quote: string): string {
  return joinDividedWords(quote).replaceAll(DIVISION_MARK, "").replaceAll(/\s+/g, " ").trim();
}
