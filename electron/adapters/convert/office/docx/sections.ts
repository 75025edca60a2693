import type { Block } from "../../rendition.ts";
import { plainText } from "../spans.ts";
import { childElements, findChild, propertyValue, type XmlElement } from "../xml/element.ts";

/** A header or footer that a section shows. */
interface MarginText {
  readonly kind: "header" | "footer";
  /** `default`, `first`, `even`. */
  readonly pages: string;
  readonly relationshipId: string;
}

/** Follows the sections of a document: on which paper they are, and what stands at the margins of their pages. */
export interface Sections {
  /** Notes the end of a section that holds the blocks since the last one. */
  end(properties: XmlElement, blocks: Block[]): void;
  readonly margins: readonly MarginText[];
}

/** Sections of the body. The page size of a section is known at its end only. */
export function createSections(): Sections {
  const margins: MarginText[] = [];
  let start = 0;
  let wasLandscape = false;
  return {
    margins,
    end(properties, blocks) {
      for (const element of childElements(properties)) {
        if (element.name !== "w:headerReference" && element.name !== "w:footerReference") continue;
        margins.push({
          kind: element.name === "w:headerReference" ? "header" : "footer",
          pages: element.attributes.get("w:type") ?? "default",
          relationshipId: element.attributes.get("r:id") ?? "",
        });
      }
      const isLandscape = findChild(properties, "w:pgSz")?.attributes.get("w:orient") === "landscape";
      const isContinuous = propertyValue(properties, "w:type") === "continuous" && isLandscape === wasLandscape;
      if (isLandscape || (start > 0 && !isContinuous))
        blocks.splice(start, 0, { kind: "page-break", ...(isLandscape && { landscape: true }) });
      wasLandscape = isLandscape;
      start = blocks.length;
    },
  };
}

const PAGES: Readonly<Record<string, string>> = { first: "the first page", even: "even pages", default: "the pages" };

/**
 * What stands at the margins, each text once.
 *
 * @param read gives the blocks of a header or footer by the id of its reference
 */
export function showMargins(
  margins: readonly MarginText[],
  kind: MarginText["kind"],
  read: (relationshipId: string) => readonly Block[],
): readonly Block[] {
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const margin of margins) {
    if (margin.kind !== kind) continue;
    const content = read(margin.relationshipId);
    const words = plainText(content);
    // A page number alone is that of the last reader's printer.
    const isBare = /^[\s\d\p{P}]*$/u.test(words) && !content.some((block) => block.kind === "picture");
    if (isBare || seen.has(words)) continue;
    seen.add(words);
    const name = kind === "header" ? "Header" : "Footer";
    blocks.push({ kind: "remark", text: `${name} of ${PAGES[margin.pages] ?? "the pages"}:` }, ...content);
  }
  if (blocks.length === 0) return [];
  return kind === "header" ? [...blocks, { kind: "rule" }] : [{ kind: "rule" }, ...blocks];
}
