import { join } from "node:path";
import { createPatternFinder } from "#adapters/patterns/worker-pattern-finder.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { NewDocument } from "#core/ports/document-store.ts";
import type { SearchPorts } from "#core/search/search-context.ts";
import { type DocumentId, makeId } from "#shared/base/ids.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import { encodeRunColumns } from "#shared/text/geometry-codec.ts";
import type { TroveDocument, TrovePage } from "./trove.ts";

/** A case of a bench: its databases, without its originals. */
export interface TroveCase {
  readonly ports: SearchPorts;
  /** Adds a document; durable after `commit`. */
  add(document: TroveDocument): void;
  commit(): void;
  /** What an import does when it has ended. */
  finish(): void;
  close(): Promise<void>;
}

/** Opens the case in a folder, or makes it. */
export function openTroveCase(folder: string): TroveCase {
  const catalogue = openDatabase(join(folder, "case.db"), caseSchema, folder);
  const documents = openDocumentTable(catalogue);
  const index = openPageIndex(openDatabase(join(folder, "index.db"), indexSchema, folder));
  const patterns = createPatternFinder(new URL("../../electron/workers/patterns.ts", import.meta.url));
  let number = documents.totals().documents;
  let begun: NewDocument[] = [];
  return {
    ports: {
      documents,
      index,
      passages: openPassageTable(catalogue),
      tags: openTagTable(catalogue),
      synonyms: openSynonymTable(catalogue),
      patterns,
    },
    add: (document) => {
      number += 1;
      const described = describeDocument(number, document);
      begun.push(described);
      index.beginDocument(described.documentId);
      index.addPages(described.documentId, document.pages.map(describePage), "off");
      index.finishDocument(described.documentId);
    },
    commit: () => {
      index.commit();
      catalogue.transact(() => {
        for (const document of begun) documents.insert(document);
      });
      begun = [];
    },
    finish: () => {
      while (index.maintain(1000));
    },
    close: async () => {
      index.close();
      catalogue.close();
      await patterns.close();
    },
  };
}

function idOf(number: number): DocumentId {
  return makeId(
    "document",
    Uint8Array.from({ length: 12 }, (_, place) => Math.floor(number / 32 ** place)),
  );
}

/** A page about which nothing is known but its text and what was detected on it. */
function describePage({ text, detections }: TrovePage, index: number): ExtractedPage {
  return {
    page: index + 1,
    label: String(index + 1),
    box: [0, 0, 612, 792],
    rotation: 0,
    text,
    geometry: layOut(text),
    textState: "good",
    detections,
    language: "eng",
    signature: null,
    hidden: [],
    pictured: 0,
  };
}

function describeDocument(number: number, { pages, fields }: TroveDocument): NewDocument {
  return {
    documentId: idOf(number),
    title: `${fields.author ?? ""}, ${fields.kind ?? ""} ${number}`,
    shortName: `Doc. ${number}`,
    fileName: `document-${number}.pdf`,
    sourcePath: `folder-${number % 40}/document-${number}.pdf`,
    sha256: number.toString(16).padStart(64, "0"),
    bytes: 1,
    pages: pages.length,
    pagesWithoutText: 0,
    importedAt: "2026-03-01T09:30:00.000Z",
    metadata: NO_METADATA,
    outline: [],
    format: "pdf",
    thread: null,
    detected: fields,
    headers: null,
    notices: [],
  };
}

/** Boxes as a page of 11-point type has them: a run a line, every character 5 points wide. */
function layOut(text: string): Uint8Array {
  const columns = { start: [] as number[], end: [] as number[], low: [] as number[], high: [] as number[] };
  const edges: number[] = [];
  let offset = 0;
  for (const [row, line] of text.split("\n").entries()) {
    if (line !== "") {
      columns.start.push(offset);
      columns.end.push(offset + line.length);
      columns.low.push(720 - row * 13);
      columns.high.push(731 - row * 13);
      for (let place = 0; place <= line.length; place += 1) edges.push(72 + place * 5);
    }
    offset += line.length + 1;
  }
  return encodeRunColumns({ count: columns.start.length, direction: columns.start.map(() => 0), ...columns, edges });
}
