import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import { FILES } from "#fixtures/known-answers.ts";
import { generateMatter } from "#fixtures/matter.ts";
import { understandText } from "../../../../support/understand-text.ts";
import type { ReadPage } from "./answer-field.ts";
import type { CaseDocument } from "./search-case.ts";
import { WRITTEN_DOCUMENTS } from "./written-documents.ts";

/** Reads the documents of the cases: those of the sample matter out of their PDFs. */
export async function readCaseDocuments(): Promise<ReadonlyMap<CaseDocument, readonly ReadPage[]>> {
  const documents = new Map<CaseDocument, readonly ReadPage[]>();
  for (const [name, texts] of Object.entries(WRITTEN_DOCUMENTS)) {
    const pages = texts.map((text) => ({ ...understandText(text), text }));
    documents.set(name as keyof typeof WRITTEN_DOCUMENTS, pages);
  }
  const folder = mkdtempSync(join(tmpdir(), "probative-cases-"));
  const workerUrl = new URL("../../../../../electron/workers/extract.ts", import.meta.url);
  const reader = createPooledDocumentReader({ workerUrl, concurrency: 1 });
  try {
    const files = new Map((await generateMatter()).map(({ path, bytes }) => [path, bytes]));
    for (const [name, file] of Object.entries(FILES)) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, files.get(file) ?? new Uint8Array());
      const pages: ReadPage[] = [];
      const request = { path, maxPages: 1000, revealed: [] };
      await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
      documents.set(name as keyof typeof FILES, pages);
    }
  } finally {
    await reader.close();
    rmSync(folder, { recursive: true });
  }
  return documents;
}
