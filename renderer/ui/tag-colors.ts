import type { CSSProperties } from "react";
import type { TagColor } from "#shared/model/tag.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

/** The hue of a tag as a CSS value that follows the theme, e.g. `var(--tag-rust)`. */
export function tagColorValue(color: TagColor): string {
  return `var(--tag-${color})`;
}

/** Sets `--tag` on an element, for its own CSS module to use; pass it to the `style` prop. */
export function tagColorStyle(color: TagColor): CSSProperties {
  return { "--tag": tagColorValue(color) } as CSSProperties;
}

const NAMES: Readonly<Record<TagColor, MessageKey>> = {
  rust: "ui.colorRust",
  ochre: "ui.colorOchre",
  green: "ui.colorGreen",
  teal: "ui.colorTeal",
  blue: "ui.colorBlue",
  violet: "ui.colorViolet",
  magenta: "ui.colorMagenta",
  slate: "ui.colorSlate",
};

/** The hue as people read it: colour is never the only sign. */
export function tagColorName(color: TagColor): string {
  return say(NAMES[color]);
}
