import type { CSSProperties } from "react";
import type { TagColor } from "#shared/model/tag.ts";

/** The hue of a tag as a CSS value that follows the theme, e.g. `var(--tag-rust)`. */
export function tagColorValue(color: TagColor): string {
  return `var(--tag-${color})`;
}

/** Sets `--tag` on an element, for its own CSS module to use; pass it to the `style` prop. */
export function tagColorStyle(color: TagColor): CSSProperties {
  return { "--tag": tagColorValue(color) } as CSSProperties;
}

/** Names of the hues as people read them: colour is never the only sign. */
export const TAG_COLOR_LABELS: Readonly<Record<TagColor, string>> = {
  rust: "Rust",
  ochre: "Ochre",
  green: "Green",
  teal: "Teal",
  blue: "Blue",
  violet: "Violet",
  magenta: "Magenta",
  slate: "Slate",
};
