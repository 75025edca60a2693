import { childElements, findChild, numberAttribute, propertyValue, switchOf, type XmlElement } from "../xml/element.ts";
import { combineRunStyles, type RunStyle, readRunStyle } from "./run-style.ts";

/** What a paragraph inherits from its style and the styles that it is based on. */
export interface ParagraphStyle {
  /** 1 to 6, or null when it is no heading. */
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly numberingId: string | undefined;
  readonly numberingLevel: number | undefined;
  readonly align: string | undefined;
  /** Twentieths of a point. */
  readonly indent: number | undefined;
  readonly startsPage: boolean | undefined;
  readonly run: RunStyle;
}

/** The styles of a document, each with what it inherits. */
export interface Styles {
  /** The default style when there is none with this id. */
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): RunStyle;
  /** The list that a numbering style stands for. */
  numberingOf(id: string): string | undefined;
}

const MAX_CHAIN = 50;
const NO_STYLE: ParagraphStyle = {
  heading: null,
  numberingId: undefined,
  numberingLevel: undefined,
  align: undefined,
  indent: undefined,
  startsPage: undefined,
  run: {},
};

/** Reads `styles.xml`. Ids are the author's language's (`berschrift1`); names are English (ECMA-376 part 1, 17.7.4.9). */
export function readStyles(elements: readonly XmlElement[]): Styles {
  const byId = new Map<string, XmlElement>();
  let defaults: RunStyle = {};
  let defaultId: string | undefined;
  for (const element of elements) {
    if (element.name === "w:docDefaults")
      defaults = readRunStyle(findChild(findChild(element, "w:rPrDefault"), "w:rPr"));
    if (element.name !== "w:style") continue;
    const id = element.attributes.get("w:styleId");
    if (id === undefined) continue;
    byId.set(id, element);
    const isDefault = ["1", "true", "on"].includes(element.attributes.get("w:default") ?? "");
    if (isDefault && element.attributes.get("w:type") === "paragraph") defaultId = id;
  }

  /** The style and those it is based on, nearest first. A circle ends where it closes. */
  function chainOf(id: string | undefined): readonly XmlElement[] {
    const chain: XmlElement[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style !== undefined && chain.length < MAX_CHAIN && !chain.includes(style)) {
      chain.push(style);
      style = byId.get(propertyValue(style, "w:basedOn") ?? "");
    }
    return chain;
  }

  const paragraphs = new Map<string, ParagraphStyle>();
  const characters = new Map<string, RunStyle>();
  return {
    paragraph(id) {
      const known = id !== undefined && byId.has(id) ? id : (defaultId ?? "");
      const cached = paragraphs.get(known);
      if (cached !== undefined) return cached;
      const resolved = chainOf(known).reduceRight((inherited, style) => inherit(inherited, style), {
        ...NO_STYLE,
        run: defaults,
      });
      paragraphs.set(known, resolved);
      return resolved;
    },
    character(id) {
      const key = id ?? "";
      const cached = characters.get(key);
      if (cached !== undefined) return cached;
      const resolved = chainOf(id).reduceRight<RunStyle>(
        (inherited, style) => combineRunStyles(inherited, readRunStyle(findChild(style, "w:rPr"))),
        {},
      );
      characters.set(key, resolved);
      return resolved;
    },
    numberingOf: (id) => propertyValue(findChild(findChild(byId.get(id), "w:pPr"), "w:numPr"), "w:numId"),
  };
}

function inherit(inherited: ParagraphStyle, style: XmlElement): ParagraphStyle {
  const properties = findChild(style, "w:pPr");
  const numbering = findChild(properties, "w:numPr");
  return {
    heading: headingOfStyle(style, inherited.heading),
    numberingId: propertyValue(numbering, "w:numId") ?? inherited.numberingId,
    numberingLevel: numberAttribute(findChild(numbering, "w:ilvl"), "w:val") ?? inherited.numberingLevel,
    align: propertyValue(properties, "w:jc") ?? inherited.align,
    indent: readIndent(properties) ?? inherited.indent,
    startsPage: switchOf(properties, "w:pageBreakBefore") ?? inherited.startsPage,
    run: combineRunStyles(inherited.run, readRunStyle(findChild(style, "w:rPr"))),
  };
}

function headingOfStyle(style: XmlElement, inherited: ParagraphStyle["heading"]): ParagraphStyle["heading"] {
  const outline = readOutlineLevel(findChild(style, "w:pPr"));
  if (outline !== undefined) return outline;
  const name = propertyValue(style, "w:name")?.trim().toLowerCase() ?? "";
  if (name === "title") return 1;
  const level = /^heading ([1-9])$/u.exec(name)?.[1];
  return level === undefined ? inherited : headingLevel(Number(level));
}

/** Outline level of `w:pPr`: null stands for body text; undefined when nothing is said. */
export function readOutlineLevel(properties: XmlElement | undefined): ParagraphStyle["heading"] | undefined {
  const level = numberAttribute(findChild(properties, "w:outlineLvl"), "w:val");
  if (level === undefined) return undefined;
  return level < 0 || level > 8 ? null : headingLevel(level + 1);
}

function headingLevel(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : level === 5 ? 5 : 6;
}

/** Distance from the margin in twentieths of a point. */
export function readIndent(properties: XmlElement | undefined): number | undefined {
  for (const element of childElements(properties))
    if (element.name === "w:ind") return numberAttribute(element, "w:left") ?? numberAttribute(element, "w:start");
  return undefined;
}
