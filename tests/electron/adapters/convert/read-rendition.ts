import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Block } from "#adapters/convert/rendition.ts";
import { type TypesetRendition, typesetRendition } from "#adapters/convert/typeset/typeset-rendition.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedDocument, ExtractedPage } from "#core/ports/document-reader.ts";
import { createTempFolder } from "../../../support/temp-folder.ts";

/** What the project's own reader finds in a rendition. */
export interface ReadRendition extends TypesetRendition {
  readonly document: ExtractedDocument;
  readonly extracted: readonly ExtractedPage[];
  /** Text of all pages, with every white space as one space. */
  readonly text: string;
}

/** Typesets blocks and reads the pages with PDFium, as an import does. Its worker ends after the file's last test. */
export function openRenditionReader(): (blocks: readonly Block[], title?: string) => Promise<ReadRendition> {
  const workerUrl = new URL("../../../../electron/workers/extract.ts", import.meta.url);
  const reader = createPooledDocumentReader({ workerUrl, concurrency: 1 });
  const folder = createTempFolder();
  afterAll(async () => {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  return async (blocks, title) => {
    const rendition = await typesetRendition({ title: title ?? null, blocks });
    count += 1;
    const path = join(folder, `${count}.pdf`);
    writeFileSync(path, rendition.pdf);
    const extracted: ExtractedPage[] = [];
    const request = { path, maxPages: 20_000, revealed: [] };
    const document = await reader.read(request, (pages) => extracted.push(...pages), new AbortController().signal);
    const text = squeeze(extracted.map((page) => page.text).join("\n"));
    return { ...rendition, document, extracted, text };
  };
}

/** Every white space as one space. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { kind: "paragraph", spans: [{ text }] };
}
