import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Converted, FormatInput, FormatReader } from "../converted.ts";
import type { Block } from "../rendition.ts";
import { handOutEmbedded } from "./embedded-files.ts";
import { countOf, createNoticeCollector, type NoticeCollector } from "./notices.ts";
import {
  findPart,
  type OfficePackage,
  openOfficePackage,
  type Relationship,
  readProperties,
} from "./office-package.ts";
import { createSourceReader, type SourceReader, tolerate } from "./part-sources.ts";
import { isWide } from "./sheet-blocks.ts";
import { readCellFormats } from "./xlsx/cell-formats.ts";
import { beginSheet, readRichText, type WorkbookState } from "./xlsx/read-sheet.ts";
import { readSheetComments, readSheetDrawing } from "./xlsx/sheet-extras.ts";
import { gridOfSheet, showGrid } from "./xlsx/show-sheet.ts";
import { childElements, type XmlElement } from "./xml/element.ts";
import { createXmlReader } from "./xml/xml-reader.ts";

/** What is shown of a workbook; more would not fit on the pages that a document may have. */
const WORKBOOK_LIMITS = { rows: 100_000, cells: 500_000, sheets: 1_000 } as const;

const describeSheets = (count: number): string => `${countOf(count, "hidden sheet")}, shown and marked.`;

/**
 * Reads an Excel workbook (SpreadsheetML, ECMA-376 part 1, 18): every sheet as a table with the labels of its rows and
 * columns, values as they are displayed. Sheets are streamed row by row; the numbers are formatted by SheetJS. Nothing is
 * computed, and nothing outside of the file is opened.
 */
export const readXlsx: FormatReader = async (input) => {
  const office = await openOfficePackage(input.path, input.bytes);
  try {
    return await readWorkbook(office, input);
  } finally {
    office.close();
  }
};

async function readWorkbook(office: OfficePackage, input: FormatInput): Promise<Converted> {
  if (office.mainPart.toLowerCase().endsWith(".bin"))
    throw new ProbativeError("import/unsupported-kind", "It is a binary workbook (XLSB).");
  const notices = createNoticeCollector();
  const sources = createSourceReader(office, notices, input.progress);
  const elements = await office.readXml(office.mainPart);
  const { relationships } = await sources.read(office.mainPart);
  const embedded = await handOutEmbedded(office, (part) => /^xl\/embeddings\//iu.test(part), input, notices);
  const isFrom1904 = ["1", "true"].includes(findPart(elements, "x:workbookPr")?.attributes.get("date1904") ?? "");
  const workbook: WorkbookState = {
    strings: await readStrings(office, partOf(relationships, "sharedStrings"), notices),
    formats: readCellFormats(await readTolerated(office, partOf(relationships, "styles"), notices), isFrom1904),
    budget: { cells: WORKBOOK_LIMITS.cells, rows: WORKBOOK_LIMITS.rows },
    progress: input.progress,
  };
  const people = await readPeople(office, partOf(relationships, "person"), notices);
  const external = [...relationships.values()].filter(({ type }) => type === "externalLink").length;
  if (external > 0)
    notices.say(
      "remote-content-not-loaded",
      `It refers to ${external} other workbooks; their stored values are shown.`,
    );

  const blocks: Block[] = [];
  const sheets = [...childElements(findPart(elements, "x:sheets"))];
  if (sheets.length > WORKBOOK_LIMITS.sheets)
    notices.say("cut-at-limit", `${WORKBOOK_LIMITS.sheets} of ${sheets.length} sheets are shown.`);
  for (const sheet of sheets.slice(0, WORKBOOK_LIMITS.sheets)) {
    const target = relationships.get(sheet.attributes.get("r:id") ?? "");
    blocks.push(...(await showSheet(office, sources, workbook, sheet, target, people, notices, blocks.length === 0)));
  }
  const names = [...embedded.values()].flat();
  if (names.length > 0) blocks.push({ kind: "remark", text: `Embedded in the workbook: ${names.join(", ")}` });
  const metadata = await readProperties(office);
  return {
    format: "xlsx",
    content: { kind: "rendition", rendition: { title: metadata.title, blocks } },
    metadata,
    headers: null,
    notices: notices.list(),
  };
}

async function showSheet(
  office: OfficePackage,
  sources: SourceReader,
  workbook: WorkbookState,
  element: XmlElement,
  target: Relationship | undefined,
  people: ReadonlyMap<string, string>,
  notices: NoticeCollector,
  isFirst: boolean,
): Promise<readonly Block[]> {
  const name = element.attributes.get("name") ?? "";
  const blocks: Block[] = [{ kind: "heading", level: 1, spans: [{ text: name }] }];
  const state = element.attributes.get("state") ?? "visible";
  if (state !== "visible") {
    notices.count("hidden-content", describeSheets);
    const how = state === "veryHidden" ? "hidden so that Excel does not offer to show it" : "hidden";
    blocks.push({ kind: "remark", text: `This sheet is ${how}.` });
  }
  if (target === undefined || target.isExternal || !office.has(target.target)) {
    notices.say("damaged-part", "A sheet is named and not in the file.");
    blocks.push({ kind: "remark", text: "The sheet is missing from the file." });
    return blocks;
  }
  const own = await sources.read(target.target);
  const begun = beginSheet(workbook);
  await tolerate(notices, () => begun.read(office, target.target));
  const { sheet } = begun;
  if (sheet.isCut)
    notices.say(
      "cut-at-limit",
      `The workbook was cut: ${WORKBOOK_LIMITS.rows} rows and ${WORKBOOK_LIMITS.cells} cells are shown.`,
    );
  const grid = gridOfSheet(sheet, own.relationships, notices);
  const isLandscape = isWide(grid);
  if (sheet.margins.length > 0)
    blocks.push({ kind: "remark", text: `Printed at the margins: ${sheet.margins.join(" · ")}` });
  const isWorksheet = target.type === "worksheet";
  if (isWorksheet) blocks.push(...showGrid(grid));
  if (sheet.isCut) blocks.push({ kind: "remark", text: "The rest of the sheet is not shown: the limit was reached." });
  blocks.push(...(await readSheetComments(office, own, people, notices)));
  const drawing = own.relationships.get(sheet.drawingId ?? "")?.target;
  if (drawing !== undefined && office.has(drawing))
    blocks.push(...(await readSheetDrawing(office, drawing, sources, notices)));
  return isFirst && !isLandscape
    ? blocks
    : [{ kind: "page-break", ...(isLandscape && { landscape: true }) }, ...blocks];
}

function partOf(relationships: ReadonlyMap<string, Relationship>, type: string): string {
  const found = [...relationships.values()].find((one) => one.type === type && !one.isExternal);
  return found?.target ?? "";
}

async function readTolerated(
  office: OfficePackage,
  part: string,
  notices: NoticeCollector,
): Promise<readonly XmlElement[]> {
  return (await tolerate(notices, () => office.readXml(part))) ?? [];
}

/** Strings that cells share, in their order; those before a damage are kept. */
async function readStrings(office: OfficePackage, part: string, notices: NoticeCollector): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!office.has(part)) return strings;
  const reader = createXmlReader(
    () => false,
    (element) => {
      if (element.name === "x:si") strings.push(readRichText(element));
    },
  );
  await tolerate(notices, () => office.stream(part, reader));
  return strings;
}

/** Names of those who wrote threaded comments, by id. */
async function readPeople(
  office: OfficePackage,
  part: string,
  notices: NoticeCollector,
): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for (const person of await readTolerated(office, part, notices)) {
    const id = person.attributes.get("id");
    if (id !== undefined) people.set(id, person.attributes.get("displayName") ?? "");
  }
  return people;
}
