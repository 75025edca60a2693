import type { PassageId } from "#shared/base/ids.ts";
import type { FoundPlace } from "#shared/contract/find-procedures.ts";
import type { PassageListItem, TextRange } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { ReaderPlace } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import type { Extent, ReaderMark } from "../reader/reader-types.ts";
import { quadOfBox } from "../reader/region-geometry.ts";
import type { DocumentHit } from "../search/hit-cursor.ts";
import { oneLine } from "./passage-filter.ts";
import { byPlace, passageLanes } from "./passage-lanes.ts";
import { markLabel } from "./review-marks.tsx";

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
    return parts.map(({ page, hit: { start, end, quads } }) => {
      return { id: `hit/${page}/${start}`, page, quads, look, label, span: { start, end } };
    });
  });
}

/** Boxes for the places of words that were looked for in the document, the current one stronger. */
export function findMarks(places: readonly FoundPlace[], current: FoundPlace | null): readonly ReaderMark[] {
  return places.map((place) => {
    const { page, start, end, quads } = place;
    const isCurrent = place === current;
    const label = say(isCurrent ? "reader.foundCurrent" : "reader.foundHere");
    const look = { kind: "hit", current: isCurrent } as const;
    return { id: `hit/${page}/${start}`, page, quads, look, label, span: { start, end } };
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

/**
 * Boxes for passages in the colours of their tags, one for each page that they touch; a rectangle for a region. In the
 * order of place: a passage that begins inside of another lies over it, and can be reached. Orphaned ones have no place.
 */
export function passageMarks(
  passages: readonly PassageListItem[],
  tags: readonly Tag[],
  current: PassageId | null,
): readonly ReaderMark[] {
  const byId = new Map(tags.map((tag) => [tag.tagId, tag]));
  const placed = passages.filter((passage) => passage.state === "anchored");
  const lanes = passageLanes(placed);
  return placed.toSorted(byPlace).flatMap((passage) => {
    const carried = passage.tagIds.flatMap((tagId) => byId.get(tagId) ?? []);
    const look = {
      kind: "passage",
      color: carried[0]?.color ?? null,
      colors: [...new Set(carried.map((tag) => tag.color))],
      lane: lanes.get(passage.passageId) ?? 0,
      boxed: passage.region !== null,
      current: passage.passageId === current,
    } as const;
    const label = labelOf(passage, carried);
    return placesOf(passage).map((place) => ({
      ...place,
      id: `passage/${passage.passageId}/${place.page}`,
      look,
      label,
    }));
  });
}

function placesOf({ region, ranges }: PassageListItem): readonly Pick<ReaderMark, "page" | "quads" | "span">[] {
  if (region !== null) return [{ page: region.page, quads: [quadOfBox(region.box)] }];
  return ranges.map(({ page, quads, start, end }) => ({ page, quads, span: { start, end } }));
}

/** Tags, marks and the first words; a region without text is called so. */
function labelOf(passage: PassageListItem, carried: readonly Tag[]): string {
  const words = oneLine(passage.quote).slice(0, 80);
  const quote = words === "" ? say("tagging.region") : words;
  const names = [...carried.map((tag) => tag.name), ...passage.marks.map(markLabel)].join(", ");
  return names === "" ? say("passages.untaggedMark", { quote }) : say("passages.taggedMark", { tags: names, quote });
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

/** The passage that stands exactly there; null when there is none yet. */
export function passageOfExtent(
  passages: readonly PassageListItem[],
  extent: Pick<Extent, "region"> & { readonly ranges: readonly TextRange[] },
): PassageListItem | null {
  const key = keyOfExtent(extent);
  return passages.find((passage) => passage.state === "anchored" && keyOfExtent(passage) === key) ?? null;
}

function keyOfExtent({ region, ranges }: Pick<Extent, "region"> & { readonly ranges: readonly TextRange[] }): string {
  if (region !== null) return `${region.page}: ${region.box.map((value) => value.toFixed(2)).join(" ")}`;
  return ranges.map((range) => `${range.page}:${range.start}-${range.end}`).join(" ");
}
