import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem, TextRange } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { ReaderPlace } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import type { ReaderMark } from "../reader/reader-types.ts";
import type { DocumentHit } from "../search/hit-cursor.ts";
import { oneLine } from "./passage-filter.ts";

/** What a mark that was activated stands for. */
export type MarkMeaning =
  | { readonly kind: "passage"; readonly passageId: string }
  | { readonly kind: "hit"; readonly page: number; readonly start: number };

/** Boxes for hits, the current one stronger; a hit that goes on on the next page has one on both. */
export function hitMarks(hits: readonly DocumentHit[], current: DocumentHit | null): readonly ReaderMark[] {
  return hits.flatMap((item) => {
    const look = { kind: "hit", current: item === current } as const;
    const label = item === current ? say("passages.currentHit") : say("passages.hit");
    const parts = [{ page: item.page, hit: item.hit }, ...(item.rest === null ? [] : [item.rest])];
    return parts.map(({ page, hit }) => ({ id: `hit/${page}/${hit.start}`, page, quads: hit.quads, look, label }));
  });
}

/** A box around a place that the reader was sent to: something detected, or a hidden place. */
export function placeMarks(place: ReaderPlace | null): readonly ReaderMark[] {
  const isShownAnyway = place === null || place.trail !== undefined || place.passageId !== undefined;
  if (isShownAnyway || place.quads === undefined || place.quads.length === 0) return [];
  const { page, quads } = place;
  const label = say("passages.askedPlace");
  return [{ id: `place/${page}`, page, quads, look: { kind: "hit", current: true }, label }];
}

/** Boxes for passages in the colour of their first tag, one for each page that they touch. Orphaned ones have no place. */
export function passageMarks(
  passages: readonly PassageListItem[],
  tags: readonly Tag[],
  current: PassageId | null,
): readonly ReaderMark[] {
  const byId = new Map(tags.map((tag) => [tag.tagId, tag]));
  return passages
    .filter((passage) => passage.state === "anchored")
    .flatMap((passage) => {
      const carried = passage.tagIds.flatMap((tagId) => byId.get(tagId) ?? []);
      const names = carried.map((tag) => tag.name).join(", ");
      const quote = oneLine(passage.quote).slice(0, 80);
      return passage.ranges.map(
        (range): ReaderMark => ({
          id: `passage/${passage.passageId}/${range.page}`,
          page: range.page,
          quads: range.quads,
          look: { kind: "passage", color: carried[0]?.color ?? null, current: passage.passageId === current },
          label:
            names === "" ? say("passages.untaggedMark", { quote }) : say("passages.taggedMark", { tags: names, quote }),
        }),
      );
    });
}

/** Reads back the identifier of a mark; null for one that was not made here. */
export function meaningOfMark(id: string): MarkMeaning | null {
  const [kind, first, second] = id.split("/");
  if (kind === "passage" && first !== undefined) return { kind: "passage", passageId: first };
  if (kind === "hit" && first !== undefined && second !== undefined) {
    return { kind: "hit", page: Number(first), start: Number(second) };
  }
  return null;
}

/** The passage that covers exactly these ranges; null when there is none yet. */
export function passageOfRanges(
  passages: readonly PassageListItem[],
  ranges: readonly TextRange[],
): PassageListItem | null {
  const key = keyOfRanges(ranges);
  return passages.find((passage) => passage.state === "anchored" && keyOfRanges(passage.ranges) === key) ?? null;
}

function keyOfRanges(ranges: readonly TextRange[]): string {
  return ranges.map((range) => `${range.page}:${range.start}-${range.end}`).join(" ");
}
