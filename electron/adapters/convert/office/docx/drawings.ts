import { MOST_PIXELS, measurePicture } from "../../picture-size.ts";
import type { Block } from "../../rendition.ts";
import { countOf } from "../notices.ts";
import { childElements, findDescendant, numberAttribute, textOf, type XmlElement } from "../xml/element.ts";
import { chooseAlternative } from "./alternate-content.ts";
import type { BlockReader, Story } from "./story.ts";

/** English Metric Units in a point (ECMA-376 part 1, 20.1.2.1). */
const EMU_PER_POINT = 12_700;

const describePictures = (count: number): string => `${countOf(count, "picture")} of a kind that is not shown.`;
const describeLinked = (count: number): string => `${countOf(count, "linked picture")}; nothing was loaded.`;
const describeTooLarge = (count: number): string => `${countOf(count, "picture")} with more than 16 megapixels.`;

/** Points. */
interface Frame {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly description: string | null;
}

/** What a drawing holds: text boxes, pictures, the words of charts and diagrams, embedded objects. */
export function readDrawing(story: Story, drawing: XmlElement, readBlocks: BlockReader): Block[] {
  const blocks: Block[] = [];
  visit(drawing, { width: undefined, height: undefined, description: null });
  return blocks;

  function visit(parent: XmlElement, frame: Frame): void {
    for (const element of childElements(parent)) {
      switch (element.name) {
        case "mc:AlternateContent": {
          const chosen = chooseAlternative(element);
          if (chosen !== undefined) visit(chosen, frame);
          break;
        }
        case "w:txbxContent":
          blocks.push(...readBlocks(story, childElements(element)));
          break;
        case "a:p":
          pushText(blocks, textOf(element));
          break;
        case "wp:inline":
        case "wp:anchor":
          visit(element, frameOfDrawing(element));
          break;
        case "v:shape":
        case "v:rect":
          if (isOn(element.attributes.get("o:hr"))) blocks.push({ kind: "rule" });
          visit(element, frameOfShape(element));
          break;
        case "v:textpath":
          pushText(blocks, element.attributes.get("string") ?? "");
          break;
        case "a:blip":
          if (element.attributes.has("r:link"))
            story.document.notices.count("remote-content-not-loaded", describeLinked);
          if (element.attributes.has("r:embed")) showPicture(element.attributes.get("r:embed") ?? "", frame);
          break;
        case "v:imagedata":
          if (element.attributes.has("r:href"))
            story.document.notices.count("remote-content-not-loaded", describeLinked);
          showPicture(element.attributes.get("r:id") ?? "", frame);
          break;
        case "c:chart":
        case "dgm:relIds":
          showDrawingText(element.attributes.get("r:id") ?? element.attributes.get("r:dm") ?? "");
          break;
        case "o:OLEObject":
          showEmbedded(element.attributes.get("r:id") ?? "");
          break;
        default:
          visit(element, frame);
      }
    }
  }

  function showPicture(id: string, frame: Frame): void {
    const relationship = story.parts.relationships.get(id);
    if (relationship === undefined) return;
    if (relationship.isExternal) {
      story.document.notices.count("remote-content-not-loaded", describeLinked);
      return;
    }
    const bytes = story.parts.pictures.get(relationship.target);
    const size = bytes === undefined ? null : measurePicture(bytes);
    if (bytes === undefined || size === null || size.width * size.height > MOST_PIXELS) {
      story.document.notices.count("content-not-shown", size === null ? describePictures : describeTooLarge);
      const kind = /\.(\w{1,5})$/u.exec(relationship.target)?.[1]?.toUpperCase() ?? "unknown kind";
      const about = frame.description === null ? "" : `: ${frame.description}`;
      blocks.push({ kind: "remark", text: `A picture (${kind}) is not shown${about}` });
      return;
    }
    // Without a size in the file, 96 pixels make an inch.
    blocks.push({
      kind: "picture",
      bytes,
      width: frame.width ?? size.width * 0.75,
      height: frame.height ?? size.height * 0.75,
      description: frame.description,
    });
  }

  function showDrawingText(id: string): void {
    const target = story.parts.relationships.get(id)?.target ?? "";
    const texts = story.parts.drawingTexts.get(target) ?? [];
    if (texts.length === 0) return;
    blocks.push({ kind: "remark", text: "The words of a chart or diagram:" });
    for (const text of texts) pushText(blocks, text);
  }

  function showEmbedded(id: string): void {
    const relationship = story.parts.relationships.get(id);
    if (relationship === undefined) return;
    const names = story.document.embedded.get(relationship.target) ?? [];
    const text = relationship.isExternal
      ? `An object in another file was not loaded: ${relationship.target}`
      : names.length === 0
        ? "An embedded object is not shown."
        : `Embedded here: ${names.join(", ")}`;
    blocks.push({ kind: "remark", text });
  }
}

function pushText(blocks: Block[], text: string): void {
  if (text.trim() !== "") blocks.push({ kind: "paragraph", spans: [{ text: text.trim() }] });
}

function isOn(value: string | undefined): boolean {
  return value === "t" || value === "true" || value === "1";
}

function frameOfDrawing(element: XmlElement): Frame {
  const extent = findDescendant(element, "wp:extent");
  const about = findDescendant(element, "wp:docPr")?.attributes;
  const points = (name: string): number | undefined => {
    const value = numberAttribute(extent, name);
    return value === undefined || value <= 0 ? undefined : value / EMU_PER_POINT;
  };
  const description = about?.get("descr")?.trim() || about?.get("title")?.trim();
  return { width: points("cx"), height: points("cy"), description: description || null };
}

/** VML gives the size in a style of CSS. */
function frameOfShape(element: XmlElement): Frame {
  const style = element.attributes.get("style") ?? "";
  const points = (name: string): number | undefined => {
    const [, amount, unit] = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|px)?`, "u").exec(style) ?? [];
    const factor = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }[unit ?? "px"] ?? 1;
    const value = Number(amount) * factor;
    return value > 0 ? value : undefined;
  };
  return { width: points("width"), height: points("height"), description: element.attributes.get("alt") ?? null };
}
