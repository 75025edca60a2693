/** An XML element with canonical names (`w:p`, whatever prefix the file uses). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** An element or text. */
export type XmlNode = XmlElement | string;

/** The elements among the children. */
export function* childElements(parent: XmlElement | undefined): Iterable<XmlElement> {
  for (const child of parent?.children ?? []) if (typeof child !== "string") yield child;
}

/** The first child with this name. */
export function findChild(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of childElements(parent)) if (child.name === name) return child;
  return undefined;
}

/** The first element with one of these names, at any depth, in the order of the file. */
export function findDescendant(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  for (const child of childElements(parent)) {
    if (names.includes(child.name)) return child;
    const found = findDescendant(child, ...names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every element with one of these names, at any depth; what lies inside of a found one is not looked at. */
export function* findAll(parent: XmlElement | undefined, ...names: readonly string[]): Iterable<XmlElement> {
  for (const child of childElements(parent)) {
    if (names.includes(child.name)) yield child;
    else yield* findAll(child, ...names);
  }
}

/** All text inside, joined as it stands. */
export function textOf(element: XmlElement | undefined): string {
  let text = "";
  for (const child of element?.children ?? []) text += typeof child === "string" ? child : textOf(child);
  return text;
}

/** Attribute `w:val` of the child with this name. */
export function propertyValue(parent: XmlElement | undefined, name: string): string | undefined {
  return findChild(parent, name)?.attributes.get("w:val");
}

/** An attribute as a whole number. */
export function numberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(element?.attributes.get(name) ?? "", 10);
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * A property that is on when its element is there, unless its value says no (ECMA-376 part 1, 17.17.4). Undefined when it
 * is not there.
 */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = findChild(parent, name);
  if (element === undefined) return undefined;
  const value = element.attributes.get("w:val")?.toLowerCase();
  return value !== "0" && value !== "false" && value !== "off" && value !== "none";
}
