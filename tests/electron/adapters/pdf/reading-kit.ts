import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { createPooledDocumentReader, type PooledReaderOptions } from "#adapters/pdf/pooled-document-reader.ts";
import type { DocumentAnnotator } from "#core/ports/document-annotator.ts";
import type { DocumentReader, ExtractedDocument, ExtractedPage, RevealedRegion } from "#core/ports/document-reader.ts";
import type { PageRenderer } from "#core/ports/page-renderer.ts";
import { escapeLiteral, type RawObject, writeRawPdf } from "#fixtures/kit/raw-pdf.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { createTempFolder } from "../../../support/temp-folder.ts";

/** The reader as it is shipped, from source, with one worker; it is closed after the file's last test. */
export function openReader(
  options: Partial<PooledReaderOptions> = {},
): DocumentReader & DocumentAnnotator & PageRenderer {
  const reader = createPooledDocumentReader({
    workerUrl: new URL("../../../../electron/workers/extract.ts", import.meta.url),
    concurrency: 1,
    ...options,
  });
  afterAll(() => reader.close());
  return reader;
}

/** A page with its runs decoded. */
export interface ReadPage extends ExtractedPage {
  readonly runs: readonly TextRun[];
}

/** All that a reader says of a file. */
export interface ReadResult extends ExtractedDocument {
  readonly damagedPages: readonly number[];
  readonly pages: readonly ReadPage[];
}

/** A new empty folder that lives as long as the running test. */
export function makeFolder(): string {
  const folder = createTempFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes bytes to a file that lives as long as the running test. */
export function saveBytes(bytes: Uint8Array, name = "document.pdf"): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Reads a file as an import does. */
export async function readPath(
  reader: DocumentReader,
  path: string,
  maxPages = 20_000,
  revealed: readonly RevealedRegion[] = [],
): Promise<ReadResult> {
  const pages: ReadPage[] = [];
  const take = (batch: readonly ExtractedPage[]): void => {
    for (const page of batch) pages.push({ ...page, runs: decodeRuns(page.geometry) });
  };
  const document = await reader.read({ path, maxPages, revealed }, take, new AbortController().signal);
  return { ...document, pages };
}

/** Reads bytes, and returns their only page. */
export async function readOnlyPage(reader: DocumentReader, bytes: Uint8Array): Promise<ReadPage> {
  const { pages } = await readPath(reader, saveBytes(bytes));
  const [page] = pages;
  if (page === undefined || pages.length !== 1) throw new Error(`expected one page, found ${pages.length}`);
  return page;
}

/** What a hand-made page may have besides its content. */
export interface PageOptions {
  /** Unicode by character code, for codes that do not mean what WinAnsi says. UTF-16 in hexadecimal digits. */
  readonly toUnicode?: Readonly<Record<string, string>>;
  /** Further entries of the page, e.g. `/Rotate 90`. */
  readonly page?: string;
  /** Further entries of the catalogue. */
  readonly catalog?: string;
  /** Further objects; the first of them is number 7. */
  readonly objects?: readonly RawObject[];
}

/** A file of one Letter page (catalogue 1, page tree 2, page 3, content 4, font 5, character map 6). Helvetica is /F1. */
export function makeOnePage(content: string, options: PageOptions = {}): Uint8Array {
  const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";
  return writeRawPdf(
    [
      { dictionary: `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ""}>>` },
      { dictionary: "<</Type/Pages/Kids[3 0 R]/Count 1>>" },
      {
        dictionary: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${options.page ?? ""}>>`,
      },
      { dictionary: "<<>>", stream: content },
      { dictionary: options.toUnicode === undefined ? `${font}>>` : `${font}/ToUnicode 6 0 R>>` },
      { dictionary: "<<>>", stream: characterMap(options.toUnicode ?? {}) },
      ...(options.objects ?? []),
    ],
    1,
  );
}

/** Maps every printable code to itself except those that are given (ISO 32000-2, 9.10.3). */
function characterMap(given: Readonly<Record<string, string>>): string {
  const own = Object.entries(given).map(
    ([character, unicode]) => `<${character.charCodeAt(0).toString(16)}> <${unicode}>`,
  );
  const codes = Array.from({ length: 95 }, (_, index) => index + 32);
  const same = codes
    .filter((code) => given[String.fromCharCode(code)] === undefined)
    .map((code) => `<${code.toString(16)}> <00${code.toString(16)}>`);
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def /CMapType 2 def",
    "1 begincodespacerange <00> <ff> endcodespacerange",
    `${same.length + own.length} beginbfchar`,
    ...same,
    ...own,
    "endbfchar endcmap end end",
  ].join("\n");
}

/** Sets lines of text in Helvetica 12, each at its place: x and y of its beginning. */
export function setLines(lines: readonly (readonly [x: number, y: number, text: string])[], size = 12): string {
  const shown = lines.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${escapeLiteral(text)}) Tj`);
  return `BT /F1 ${size} Tf\n${shown.join("\n")}\nET`;
}

/** The box that a stretch of text covers: left, bottom, right, top. */
export function boxOf(page: ReadPage, text: string): readonly [number, number, number, number] {
  const start = page.text.indexOf(text);
  if (start < 0) throw new Error(`“${text}” does not stand on the page`);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const run of page.runs) {
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, start + text.length);
    if (from >= to) continue;
    const along = run.edges.slice(from - run.start, to - run.start + 1);
    const [low, high] = [Math.min(...along), Math.max(...along)];
    const isAcross = run.direction === "right" || run.direction === "left";
    const [left, bottom, right, top] = isAcross ? [low, run.low, high, run.high] : [run.low, low, run.high, high];
    box[0] = Math.min(box[0], left);
    box[1] = Math.min(box[1], bottom);
    box[2] = Math.max(box[2], right);
    box[3] = Math.max(box[3], top);
  }
  return box;
}
