import { findChild, propertyValue, switchOf, type XmlElement } from "../xml/element.ts";

/** How a run of letters looks, as far as a rendition shows it. What is undefined is inherited. */
export interface RunStyle {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underlined?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly position?: "superscript" | "subscript" | "baseline" | undefined;
  readonly font?: string | undefined;
}

/** Reads `w:rPr`. */
export function readRunStyle(properties: XmlElement | undefined): RunStyle {
  if (properties === undefined) return {};
  const vertical = propertyValue(properties, "w:vertAlign");
  const fonts = findChild(properties, "w:rFonts")?.attributes;
  return {
    bold: switchOf(properties, "w:b"),
    italic: switchOf(properties, "w:i"),
    underlined: switchOf(properties, "w:u"),
    struck: switchOf(properties, "w:strike") ?? switchOf(properties, "w:dstrike"),
    hidden: switchOf(properties, "w:vanish"),
    position:
      vertical === "superscript" || vertical === "subscript"
        ? vertical
        : vertical === undefined
          ? undefined
          : "baseline",
    font: fonts?.get("w:ascii") ?? fonts?.get("w:hAnsi"),
  };
}

/** What the second says, and where it says nothing, the first. */
export function combineRunStyles(first: RunStyle, second: RunStyle): RunStyle {
  return {
    bold: second.bold ?? first.bold,
    italic: second.italic ?? first.italic,
    underlined: second.underlined ?? first.underlined,
    struck: second.struck ?? first.struck,
    hidden: second.hidden ?? first.hidden,
    position: second.position ?? first.position,
    font: second.font ?? first.font,
  };
}
