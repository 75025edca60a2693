import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { DIVISION_MARK, joinDividedWords } from "#shared/text/normalize.ts";

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
