import type { Block } from "../../rendition.ts";
import { signOnce } from "../spans.ts";
import { childElements, findChild, type XmlElement } from "../xml/element.ts";
import { chooseAlternative } from "./alternate-content.ts";
import { readInline } from "./inline.ts";
import { readParagraph } from "./paragraphs.ts";
import type { ParagraphContent, RunContext, Story } from "./story.ts";
import { readTable } from "./tables.ts";

/** Elements that may stand around paragraphs and say nothing about them. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  "w:body",
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:smartTag",
]);

/** Reads paragraphs and tables, in the order of the file. */
export function readBlocks(story: Story, elements: Iterable<XmlElement>): Block[] {
  return readChanged(story, elements, {});
}

function readChanged(story: Story, elements: Iterable<XmlElement>, change: Omit<RunContext, "style">): Block[] {
  const blocks: Block[] = [];
  for (const element of elements) {
    if (TRANSPARENT.has(element.name)) {
      blocks.push(...readChanged(story, childElements(element), change));
      continue;
    }
    switch (element.name) {
      case "w:p":
        blocks.push(...readParagraph(story, element, change, readBlocks));
        break;
      case "w:tbl":
        blocks.push(readTable(story, element, readChanged));
        break;
      case "w:altChunk":
        blocks.push(...readAlternativeChunk(story, element));
        break;
      case "w:sectPr":
        story.onSection(element);
        break;
      case "mc:AlternateContent":
        blocks.push(...readChanged(story, childElements(chooseAlternative(element)), change));
        break;
      case "m:oMathPara":
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
        blocks.push(...readLoose(story, element, change));
        break;
      default:
        break;
    }
  }
  return blocks;
}

/** What usually stands in a paragraph and may stand between paragraphs. */
function readLoose(story: Story, element: XmlElement, change: Omit<RunContext, "style">): Block[] {
  const content: ParagraphContent = { segments: [[]], after: [] };
  const parent: XmlElement = { name: "w:p", attributes: new Map(), children: [element] };
  readInline(story, parent, { ...change, style: {} }, content, readBlocks);
  const spans = signOnce(content.segments.flat());
  return spans.length === 0 ? [] : [{ kind: "paragraph", spans }];
}

function readAlternativeChunk(story: Story, element: XmlElement): Block[] {
  const target = story.parts.relationships.get(element.attributes.get("r:id") ?? "")?.target ?? "";
  const names = story.document.embedded.get(target) ?? [];
  const text =
    names.length === 0 ? "Another document stands here and is not shown." : `Stands here: ${names.join(", ")}`;
  return findChild(element, "w:altChunkPr") === undefined && target === "" ? [] : [{ kind: "remark", text }];
}
