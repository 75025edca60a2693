import type { TagColor } from "#shared/model/tag.ts";

/**
 * Colours of highlight annotations, red, green and blue from 0 to 255: the tag hues at a strength that leaves black
 * text readable when a reader multiplies them with the page.
 */
const HIGHLIGHT_COLORS: Readonly<Record<TagColor, readonly [number, number, number]>> = {
  rust: [247, 178, 153],
  ochre: [250, 219, 128],
  green: [172, 221, 160],
  teal: [150, 218, 222],
  blue: [163, 196, 245],
  violet: [203, 187, 242],
  magenta: [242, 178, 220],
  slate: [205, 210, 217],
};

/** What readers call yellow: for a passage without a tag. */
const UNTAGGED = [255, 235, 130] as const;

/** Colour of a highlight by the first tag of its passage: red, green, blue from 0 to 255. */
export function highlightColor(color: TagColor | null): readonly [number, number, number] {
  return color === null ? UNTAGGED : HIGHLIGHT_COLORS[color];
}
