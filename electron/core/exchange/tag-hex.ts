import { TAG_COLORS, type TagColor } from "#shared/model/tag.ts";

/** The hues of tags as other programs write them; those of the light theme. */
const HEX: Readonly<Record<TagColor, string>> = {
  rust: "#B03D15",
  ochre: "#80590A",
  green: "#2F6B28",
  teal: "#15696F",
  blue: "#275AA6",
  violet: "#6246A8",
  magenta: "#9A306F",
  slate: "#525965",
};

/** A colour as `#RRGGBB`. */
export function hexOfColor(color: TagColor): string {
  return HEX[color];
}

/** Red, green and blue of `#RRGGBB`; null for anything else. */
function channelsOf(hex: string): readonly [number, number, number] | null {
  const digits = /^#?([0-9a-f]{6})$/iu.exec(hex.trim())?.[1];
  if (digits === undefined) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Angle of the hue in degrees, and how far the colour is from grey, 0 to 1. */
function hueOf([red, green, blue]: readonly [number, number, number]): {
  readonly hue: number;
  readonly chroma: number;
} {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma === 0) return { hue: 0, chroma: 0 };
  const sector =
    most === red
      ? ((green - blue) / chroma + 6) % 6
      : most === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4;
  return { hue: sector * 60, chroma: chroma / 255 };
}

/** Less than this is grey. */
const GREY = 0.15;

/** Where people see each hue, in degrees. */
const HUES: Readonly<Record<Exclude<TagColor, "slate">, number>> = {
  rust: 10,
  ochre: 48,
  green: 115,
  teal: 182,
  blue: 225,
  violet: 272,
  magenta: 322,
};

/**
 * The hue of ours that is nearest to a colour of another program, by the angle of the hue: programs differ in how light
 * they draw.
 *
 * @returns null when the text is no colour
 */
export function colorOfHex(hex: string): TagColor | null {
  const exact = TAG_COLORS.find((color) => HEX[color].toLowerCase() === hex.trim().toLowerCase());
  if (exact !== undefined) return exact;
  const channels = channelsOf(hex);
  if (channels === null) return null;
  const { hue, chroma } = hueOf(channels);
  if (chroma < GREY) return "slate";
  const distance = (own: number) => Math.min(Math.abs(own - hue), 360 - Math.abs(own - hue));
  const named = Object.entries(HUES) as readonly (readonly [TagColor, number])[];
  return named.reduce((best, next) => (distance(next[1]) < distance(best[1]) ? next : best))[0];
}
