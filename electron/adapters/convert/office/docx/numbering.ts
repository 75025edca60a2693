import { isSymbolFont, symbolCharacter } from "../symbol-fonts.ts";
import { childElements, findChild, numberAttribute, propertyValue, switchOf, type XmlElement } from "../xml/element.ts";
import { formatNumber } from "./number-formats.ts";
import { readRunStyle } from "./run-style.ts";
import type { Styles } from "./styles.ts";

const LEVELS = 9;

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` stands for the numbers of levels 1 and 2. */
  readonly text: string;
  readonly font: string | undefined;
  /** The level (1-based) after which this one starts again; 0 for never; undefined for any above it. */
  readonly restart: number | undefined;
  /** All numbers in digits, as in legal texts. */
  readonly isLegal: boolean;
  readonly style: string | undefined;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Computes the numbers of lists, which are not in the file but follow from it. */
export interface Numbering {
  /** The level at which a list numbers paragraphs of a style. */
  levelOfStyle(listId: string, styleId: string): number | undefined;
  /** The marker of the next paragraph of a list; null when it shows none. To be called in the order of the document. */
  next(listId: string, level: number): string | null;
}

/** Reads `numbering.xml` (ECMA-376 part 1, 17.9). */
export function readNumbering(elements: readonly XmlElement[], styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const instances = new Map<string, XmlElement>();
  for (const element of elements) {
    if (element.name === "w:abstractNum") abstracts.set(element.attributes.get("w:abstractNumId") ?? "", element);
    if (element.name === "w:num") instances.set(element.attributes.get("w:numId") ?? "", element);
  }

  /** A list may refer to a style that refers to a list; a circle ends as a list without levels. */
  function findAbstract(listId: string, hops = 0): readonly [string, XmlElement | undefined] {
    const id = propertyValue(instances.get(listId), "w:abstractNumId") ?? "";
    const linked = propertyValue(abstracts.get(id), "w:numStyleLink");
    const next = linked === undefined ? undefined : styles.numberingOf(linked);
    return next === undefined || hops > LEVELS ? [id, abstracts.get(id)] : findAbstract(next, hops + 1);
  }

  const lists = new Map<string, List | null>();
  function findList(listId: string): List | null {
    const known = lists.get(listId);
    if (known !== undefined) return known;
    const instance = instances.get(listId);
    const [abstractId, abstract] = findAbstract(listId);
    const list = instance === undefined ? null : readList(abstractId, abstract, instance);
    lists.set(listId, list);
    return list;
  }

  /** Lists that share a definition go on counting together. */
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  return {
    levelOfStyle(listId, styleId) {
      for (const [index, level] of findList(listId)?.levels ?? []) if (level.style === styleId) return index;
      return undefined;
    },
    next(listId, wanted) {
      const list = findList(listId);
      const index = Math.min(Math.max(wanted, 0), LEVELS - 1);
      const level = list?.levels.get(index);
      if (list === null || level === undefined) return null;
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      const override = list.startOverrides.get(index);
      if (override !== undefined && !started.has(`${listId}/${index}`)) counts[index] = undefined;
      started.add(`${listId}/${index}`);
      const before = counts[index];
      counts[index] = before === undefined ? (override ?? level.start) : before + 1;
      for (let deeper = index + 1; deeper < LEVELS; deeper += 1) {
        const restart = list.levels.get(deeper)?.restart;
        if (restart === undefined || (restart !== 0 && index < restart)) counts[deeper] = undefined;
      }
      return markerOf(list, level, counts);
    },
  };
}

function readList(abstractId: string, abstract: XmlElement | undefined, instance: XmlElement): List {
  const levels = new Map<number, Level>();
  const startOverrides = new Map<number, number>();
  const addLevel = (element: XmlElement): void => {
    const index = numberAttribute(element, "w:ilvl");
    if (index !== undefined && index >= 0 && index < LEVELS) levels.set(index, readLevel(element));
  };
  for (const element of childElements(abstract)) if (element.name === "w:lvl") addLevel(element);
  for (const override of childElements(instance)) {
    if (override.name !== "w:lvlOverride") continue;
    const index = numberAttribute(override, "w:ilvl");
    const start = numberAttribute(findChild(override, "w:startOverride"), "w:val");
    if (index !== undefined && start !== undefined) startOverrides.set(index, start);
    const level = findChild(override, "w:lvl");
    if (level !== undefined) addLevel(level);
  }
  return { abstractId, levels, startOverrides };
}

function readLevel(element: XmlElement): Level {
  return {
    start: numberAttribute(findChild(element, "w:start"), "w:val") ?? 0,
    format: propertyValue(element, "w:numFmt") ?? "decimal",
    text: propertyValue(element, "w:lvlText") ?? "",
    font: readRunStyle(findChild(element, "w:rPr")).font,
    restart: numberAttribute(findChild(element, "w:lvlRestart"), "w:val"),
    isLegal: switchOf(element, "w:isLgl") ?? false,
    style: propertyValue(element, "w:pStyle"),
  };
}

function markerOf(list: List, level: Level, counts: readonly (number | undefined)[]): string | null {
  if (level.format === "bullet") return bulletOf(level);
  const marker = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const source = list.levels.get(index);
    if (source === undefined) return "";
    const value = counts[index] ?? source.start;
    return formatNumber(value, level.isLegal && source.format !== "none" ? "decimal" : source.format);
  });
  return marker.trim() === "" ? null : marker.trim();
}

function bulletOf({ text, font }: Level): string | null {
  const sign = text.trim();
  const code = sign.codePointAt(0);
  if (code === undefined) return null;
  // The circle of Word's second level is the letter o of a typewriter face.
  if (sign === "o" && /courier/iu.test(font ?? "")) return "○";
  const isShape = (code >= 0xe000 && code <= 0xf8ff) || isSymbolFont(font ?? "");
  return isShape ? (symbolCharacter(font ?? "Symbol", code) ?? "•") : sign;
}
