import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Converted, FormatInput, FormatReader } from "../converted.ts";
import type { Block } from "../rendition.ts";
import { readBlocks, TRANSPARENT } from "./docx/blocks.ts";
import { showOtherComments } from "./docx/notes.ts";
import { readNumbering } from "./docx/numbering.ts";
import { createSections, showMargins } from "./docx/sections.ts";
import { beginStory, type CommentSource, type DocumentState, type NoteSource, signatureOf } from "./docx/story.ts";
import { readStyles } from "./docx/styles.ts";
import { handOutEmbedded } from "./embedded-files.ts";
import { createNoticeCollector, type NoticeCollector } from "./notices.ts";
import {
  findPart,
  type OfficePackage,
  openOfficePackage,
  type Relationship,
  readProperties,
} from "./office-package.ts";
import { createSourceReader, type SourceReader, tolerate } from "./part-sources.ts";
import { findChild, numberAttribute, propertyValue, type XmlElement } from "./xml/element.ts";
import { createXmlReader } from "./xml/xml-reader.ts";

/** Blocks of a body; a book of 5,000 pages has a tenth of it. */
const MAX_BLOCKS = 500_000;

/**
 * Reads a Word document (WordprocessingML, ECMA-376 part 1, 17): its text in order, with what Word computes (numbers of
 * lists and notes) and what it hides (tracked changes, comments, hidden text, fields, text boxes, headers) shown as such.
 * Embedded files become children. Nothing outside of the file is opened.
 */
export const readDocx: FormatReader = async (input) => {
  const office = await openOfficePackage(input.path, input.bytes);
  try {
    return await readDocument(office, input);
  } finally {
    office.close();
  }
};

async function readDocument(office: OfficePackage, input: FormatInput): Promise<Converted> {
  const notices = createNoticeCollector();
  const sources = createSourceReader(office, notices, input.progress);
  const main = await sources.read(office.mainPart);
  const isEmbedded = (part: string): boolean =>
    /^word\/embeddings\//iu.test(part) ||
    [...main.relationships.values()].some(({ type, target }) => type === "aFChunk" && target === part);
  const embedded = await handOutEmbedded(office, isEmbedded, input, notices);
  const document = await readState(office, sources, main.relationships, embedded, notices, input.progress);

  const blocks: Block[] = [];
  const sections = createSections();
  const story = {
    ...beginStory(document, main),
    onSection: (properties: XmlElement) => {
      pendingSections.push(properties);
    },
  };
  const pendingSections: XmlElement[] = [];
  let isCut = false;
  const reader = createXmlReader(
    (name) => TRANSPARENT.has(name),
    (element) => {
      input.progress();
      if (isCut) return;
      for (const block of readBlocks(story, [element])) blocks.push(block);
      blocks.push(...document.pendingNotes.splice(0));
      for (const properties of pendingSections.splice(0)) sections.end(properties, blocks);
      isCut = blocks.length > MAX_BLOCKS;
    },
  );
  await readBody(office, reader, notices, () => blocks.length > 0);
  if (isCut) notices.say("cut-at-limit", `The text was cut after ${MAX_BLOCKS} paragraphs and tables.`);

  const margins = await readMargins(office, sources, document, main.relationships, sections.margins);
  const ending: Block[] = [];
  if (document.endnoteBlocks.length > 0) ending.push({ kind: "rule" }, ...document.endnoteBlocks);
  const others = showOtherComments(document, readBlocks);
  if (others.length > 0) {
    ending.push({ kind: "remark", text: "Comments without a place in the text:" });
    for (const span of others) ending.push({ kind: "paragraph", spans: [span] });
  }
  const metadata = await readProperties(office);
  return {
    format: "docx",
    content: {
      kind: "rendition",
      rendition: {
        title: metadata.title,
        blocks: [
          ...showMargins(sections.margins, "header", margins),
          ...blocks,
          ...ending,
          ...showMargins(sections.margins, "footer", margins),
          ...document.pendingNotes,
        ],
      },
    },
    metadata,
    headers: null,
    notices: notices.list(),
  };
}

/** A body that is damaged in the middle is read up to there; one of which nothing can be read is refused. */
async function readBody(
  office: OfficePackage,
  reader: Parameters<OfficePackage["stream"]>[1],
  notices: NoticeCollector,
  hasText: () => boolean,
): Promise<void> {
  try {
    await office.stream(office.mainPart, reader);
  } catch (thrown) {
    const isDamage = thrown instanceof ProbativeError && thrown.code === "import/corrupt";
    if (!isDamage || !hasText()) throw thrown;
    notices.say("damaged-part", "The text is damaged; it was read up to the damage.");
  }
}

async function readState(
  office: OfficePackage,
  sources: SourceReader,
  relationships: ReadonlyMap<string, Relationship>,
  embedded: DocumentState["embedded"],
  notices: NoticeCollector,
  progress: () => void,
): Promise<DocumentState> {
  const partOf = (type: string): string =>
    [...relationships.values()].find((relationship) => relationship.type === type && !relationship.isExternal)
      ?.target ?? "";
  const read = async (type: string): Promise<readonly XmlElement[]> =>
    (await tolerate(notices, () => office.readXml(partOf(type)))) ?? [];

  const settings = await read("settings");
  if (partOf("settings") !== "") await sources.read(partOf("settings"));
  const styles = readStyles(await read("styles"));
  const noteSource = async (type: "footnotes" | "endnotes", format: string): Promise<NoteSource> => {
    const properties = findPart(settings, type === "footnotes" ? "w:footnotePr" : "w:endnotePr");
    return {
      elements: new Map((await read(type)).map((element) => [element.attributes.get("w:id") ?? "", element])),
      parts: await sources.read(partOf(type)),
      format: propertyValue(properties, "w:numFmt") ?? format,
      last: (numberAttribute(findChild(properties, "w:numStart"), "w:val") ?? 1) - 1,
    };
  };
  const comments = new Map<string, CommentSource>();
  for (const element of await read("comments"))
    comments.set(element.attributes.get("w:id") ?? "", { element, signature: signatureOf(element), isShown: false });
  return {
    styles,
    numbering: readNumbering(await read("numbering"), styles),
    notices,
    footnotes: await noteSource("footnotes", "decimal"),
    endnotes: await noteSource("endnotes", "lowerRoman"),
    comments,
    commentParts: await sources.read(partOf("comments")),
    embedded,
    pendingNotes: [],
    endnoteBlocks: [],
    progress,
  };
}

/** Reads each header and footer once. */
async function readMargins(
  office: OfficePackage,
  sources: SourceReader,
  document: DocumentState,
  relationships: ReadonlyMap<string, Relationship>,
  margins: readonly { readonly relationshipId: string }[],
): Promise<(relationshipId: string) => readonly Block[]> {
  const read = new Map<string, readonly Block[]>();
  for (const { relationshipId } of margins) {
    const target = relationships.get(relationshipId)?.target;
    if (target === undefined || read.has(relationshipId)) continue;
    const elements = (await tolerate(document.notices, () => office.readXml(target))) ?? [];
    read.set(relationshipId, readBlocks(beginStory(document, await sources.read(target)), elements));
  }
  return (relationshipId) => read.get(relationshipId) ?? [];
}
