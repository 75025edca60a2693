import { childElements, findChild, propertyValue, textOf, type XmlElement } from "../xml/element.ts";

/** An equation (Office Math) in one line, in the order in which it is read aloud. */
export function linearMath(element: XmlElement): string {
  const part = (name: string): string => {
    const child = findChild(element, name);
    return child === undefined ? "" : linearMath(child);
  };
  switch (element.name) {
    case "m:t":
    case "w:t":
      return textOf(element);
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${part("m:e")}^${grouped(part("m:sup"))}`;
    case "m:sSub":
      return `${part("m:e")}_${grouped(part("m:sub"))}`;
    case "m:sSubSup":
      return `${part("m:e")}_${grouped(part("m:sub"))}^${grouped(part("m:sup"))}`;
    case "m:rad":
      return `${part("m:deg")}√${grouped(part("m:e"))}`;
    case "m:nary":
      return `${signOfSum(element) ?? "∫"}${bound("_", part("m:sub"))}${bound("^", part("m:sup"))} ${part("m:e")}`;
    case "m:d":
      return `(${[...childElements(element)]
        .filter(({ name }) => name === "m:e")
        .map(linearMath)
        .join(", ")})`;
    default:
      return [...childElements(element)].map(linearMath).join("");
  }
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}

function bound(sign: string, text: string): string {
  return text === "" ? "" : `${sign}${grouped(text)}`;
}

/** The sign of a sum or an integral. */
function signOfSum(element: XmlElement): string | undefined {
  const sign = findChild(findChild(element, "m:naryPr"), "m:chr");
  return sign?.attributes.get("m:val") ?? propertyValue(findChild(element, "m:naryPr"), "m:chr");
}
