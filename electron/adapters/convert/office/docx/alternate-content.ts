import { childElements, findChild, findDescendant, type XmlElement } from "../xml/element.ts";

/** What a rendition can show something of. */
const KNOWN = ["w:t", "w:txbxContent", "m:t", "a:t", "a:blip", "c:chart", "dgm:relIds", "v:imagedata", "v:textpath"];

/** The one of the alternatives (`mc:AlternateContent`) that is read: both hold the same in different forms. */
export function chooseAlternative(alternatives: XmlElement): XmlElement | undefined {
  for (const choice of childElements(alternatives))
    if (choice.name === "mc:Choice" && findDescendant(choice, ...KNOWN) !== undefined) return choice;
  return findChild(alternatives, "mc:Fallback");
}
