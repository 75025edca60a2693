import { MOST_PIXELS, measurePicture } from "../../picture-size.ts";
import type { Block, Span } from "../../rendition.ts";
import { countOf, type NoticeCollector } from "../notices.ts";
import type { OfficePackage } from "../office-package.ts";
import { type PartSources, type SourceReader, tolerate } from "../part-sources.ts";
import { childElements, findAll, findChild, findDescendant, textOf, type XmlElement } from "../xml/element.ts";
import { readRichText } from "./read-sheet.ts";

const describeComments = (count: number): string => `${countOf(count, "comment")}, shown below the sheet.`;
const describePictures = (count: number): string => `${countOf(count, "picture")} that is not shown.`;

/** Pixels of a picture without a size of its own: 96 make an inch. */
const POINTS_PER_PIXEL = 0.75;

/** Comments of a sheet, old and threaded, each with its cell. */
export async function readSheetComments(
  office: OfficePackage,
  sources: PartSources,
  people: ReadonlyMap<string, string>,
  notices: NoticeCollector,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  const add = (cell: string, author: string, text: string): void => {
    notices.count("comments", describeComments);
    const span: Span = { text: `${cell}: ${text}`, change: "comment", ...(author !== "" && { changedBy: author }) };
    blocks.push({ kind: "paragraph", spans: [span] });
  };
  const relationships = [...sources.relationships.values()].filter(({ isExternal }) => !isExternal);
  const threaded = relationships.filter(({ type }) => type === "threadedComment");
  for (const { target } of threaded)
    for (const comment of (await tolerate(notices, () => office.readXml(target))) ?? []) {
      const author = people.get(comment.attributes.get("personId") ?? "") ?? "";
      const date = comment.attributes.get("dT") ?? "";
      const signature = [author, date].filter((part) => part !== "").join(", ");
      add(comment.attributes.get("ref") ?? "", signature, textOf(findChild(comment, "tc:text")).trim());
    }
  // Beside threaded comments, a program that does not know them finds their copies.
  if (threaded.length > 0) return blocks;
  for (const { target } of relationships.filter(({ type }) => type === "comments")) {
    const elements = (await tolerate(notices, () => office.readXml(target))) ?? [];
    const authors = [...childElements(elements.find(({ name }) => name === "x:authors"))].map((author) =>
      textOf(author).trim(),
    );
    for (const comment of childElements(elements.find(({ name }) => name === "x:commentList")))
      add(
        comment.attributes.get("ref") ?? "",
        authors[Number(comment.attributes.get("authorId"))] ?? "",
        readRichText(findChild(comment, "x:text")).trim(),
      );
  }
  return blocks;
}

/** Words of shapes, pictures, and the words of charts that lie over a sheet. */
export async function readSheetDrawing(
  office: OfficePackage,
  part: string,
  sources: SourceReader,
  notices: NoticeCollector,
): Promise<readonly Block[]> {
  const elements = await tolerate(notices, () => office.readXml(part));
  if (elements === null) return [];
  const { relationships, pictures, drawingTexts } = await sources.read(part);
  const blocks: Block[] = [];
  const root: XmlElement = { name: "", attributes: new Map(), children: elements };
  for (const element of findAll(root, "a:p", "xdr:pic", "c:chart")) {
    if (element.name === "a:p") pushText(blocks, textOf(element));
    else if (element.name === "c:chart") {
      const words = drawingTexts.get(relationships.get(element.attributes.get("r:id") ?? "")?.target ?? "") ?? [];
      if (words.length > 0) blocks.push({ kind: "remark", text: "The words of a chart:" });
      for (const text of words) pushText(blocks, text);
    } else {
      const id = findDescendant(element, "a:blip")?.attributes.get("r:embed") ?? "";
      const bytes = pictures.get(relationships.get(id)?.target ?? "");
      const size = bytes === undefined ? null : measurePicture(bytes);
      if (bytes === undefined || size === null || size.width * size.height > MOST_PIXELS) {
        notices.count("content-not-shown", describePictures);
        continue;
      }
      blocks.push({
        kind: "picture",
        bytes,
        width: size.width * POINTS_PER_PIXEL,
        height: size.height * POINTS_PER_PIXEL,
        description: findDescendant(element, "xdr:cNvPr")?.attributes.get("descr") ?? null,
      });
    }
  }
  return blocks.length === 0 ? [] : [{ kind: "remark", text: "Drawn over the sheet:" }, ...blocks];
}

function pushText(blocks: Block[], text: string): void {
  if (text.trim() !== "") blocks.push({ kind: "paragraph", spans: [{ text: text.trim() }] });
}
