import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBookmarkTable, openReadingTable } from "#adapters/sqlite/bookmark-table.ts";
import { openBriefTable } from "#adapters/sqlite/brief-table.ts";
import { openCaseSettings } from "#adapters/sqlite/case-settings-table.ts";
import { openCertificateTable } from "#adapters/sqlite/certificate-table.ts";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openJobTable } from "#adapters/sqlite/job-table.ts";
import { openJournalTable } from "#adapters/sqlite/journal-table.ts";
import { openLibraryViewTable } from "#adapters/sqlite/library-view-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase, type Schema } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openPassageLinkTable } from "#adapters/sqlite/passage-link-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openRedactionTable } from "#adapters/sqlite/redaction-table.ts";
import { openSavedSearchTable } from "#adapters/sqlite/saved-search-table.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { NewDocument } from "#core/ports/document-store.ts";
import type { FileResult } from "#core/ports/job-store.ts";
import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { dumpDatabase } from "./dump-database.ts";
import { layOutText, runsOfText } from "./lay-out-text.ts";
import { makeDocument, makePage } from "./test-database.ts";
import { createTestClock, createTestIds } from "./test-program.ts";

/**
 * Writes fixtures/databases for the newest version of each schema, with rows in every table. Run it once when a version
 * is released (`node tests/support/write-database-seeds.ts`); what it wrote then stays as it is for ever.
 */

const clock = createTestClock();
const ids = createTestIds();
const encoder = new TextEncoder();
const [ZIP, NOTE, SCAN] = [ids.next("document"), ids.next("document"), ids.next("document")];

const NOTE_TEXT =
  "SPECIMEN\nThe Embassy presents its compliments.\n\nThe persons will be\nSPEC-000017\nhoused for one year.";
const QUOTE = "housed for one year";
const REGION: HiddenRegion = { box: [72, 600.5, 300, 612], characters: 12, cover: "box" };

function hashOf(documentId: DocumentId): string {
  return Buffer.from(documentId).toString("hex").padEnd(64, "0");
}

const DOCUMENTS: readonly NewDocument[] = [
  makeDocument({
    documentId: ZIP,
    title: "release",
    shortName: "release",
    fileName: "release.zip",
    sourcePath: "/matter/release.zip",
    format: "zip",
    detected: { ...NO_FIELDS, kind: "container" },
    notices: [{ kind: "content-not-shown", detail: "One entry is encrypted." }],
  }),
  makeDocument({
    documentId: NOTE,
    title: "Note Verbale 44/2025",
    shortName: "Note 44/2025",
    fileName: "note.eml",
    sourcePath: "/matter/release.zip › note.eml",
    pages: 2,
    format: "eml",
    detected: { ...NO_FIELDS, kind: "email", title: "Note Verbale 44/2025", date: "2025-03-14", language: "eng" },
    headers: {
      from: "Embassy <embassy@example.org>",
      to: ["Ministry <ministry@example.org>"],
      cc: [],
      bcc: [],
      subject: "Note Verbale 44/2025",
      date: "2025-03-14T09:00:00-04:00",
      messageId: "44@example.org",
      inReplyTo: null,
      references: [],
    },
    thread: "44@example.org",
    outline: [{ title: "Note", page: 1, children: [] }],
  }),
  makeDocument({ documentId: SCAN, title: "scan", shortName: "scan", pages: 2, pagesWithoutText: 1 }),
];

function imported(documentId: DocumentId, pages: number): FileResult {
  return { outcome: "imported", reason: null, message: null, documentId, pages, pagesWithoutText: 0 };
}

function fillAccount(connection: Connection): void {
  const jobs = openJobTable(connection);
  const jobId = ids.next("job");
  const request = { paths: ["/matter"], incomingFolder: null, documents: null, withoutOcr: false };
  jobs.create(jobId, "import", "Import", request, clock.now());
  const skipped: FileResult = { ...imported(ZIP, 0), outcome: "skipped", reason: "import/unsupported-kind" };
  jobs.addFiles(jobId, [
    { path: encoder.encode("/matter/release.zip"), shownPath: "/matter/release.zip", result: imported(ZIP, 1) },
    { path: encoder.encode("/matter/scan.pdf"), shownPath: "/matter/scan.pdf", result: imported(SCAN, 2) },
    {
      path: encoder.encode("/matter/movie.bin"),
      shownPath: "/matter/movie.bin",
      result: { ...skipped, documentId: null, message: "Not read." },
    },
  ]);
  const inside = { parentPosition: 0, childPosition: 0, name: "note.eml", depth: 1, sha256: hashOf(NOTE) };
  jobs.addChildren(jobId, [{ shownPath: "/matter/release.zip › note.eml", inside, result: imported(NOTE, 2) }]);
  jobs.markListed(jobId);
  jobs.setStatus(jobId, "done", clock.now(), null);
}

/** A region that is linked to a passage, a bookmark, how a document is read, a view of the library. */
function fillReading(connection: Connection, passageId: PassageId): void {
  const edits = openEditTable(connection, clock);
  const region = { page: 2, box: [72, 600, 300, 700] } as const;
  const framed = ids.next("passage");
  const range = { page: 2, start: 0, end: 0, label: null };
  const author = "A. Tester";
  edits.perform("Frame region", () => {
    openPassageTable(connection).insert({
      passageId: framed,
      documentId: SCAN,
      quote: "",
      prefix: "",
      suffix: "",
      ranges: [{ ...range, addresses: [{ scheme: "bates", value: "SPEC-000018" }], quads: [] }],
      tagIds: [],
      note: "",
      marks: [],
      region: { ...region, box: [...region.box] },
      origin: { kind: "contribution", name: "B. Colleague" },
      author,
      createdAt: clock.now(),
      updatedAt: clock.now(),
      state: "anchored",
    });
    const link = { linkId: ids.next("passage-link"), from: passageId, to: framed, author, createdAt: clock.now() };
    openPassageLinkTable(connection).insert({ ...link, relation: "same-event", reason: "Both tell of the year." });
  });
  edits.perform("Read document", () => {
    const bookmark = { bookmarkId: ids.next("bookmark"), documentId: NOTE, page: 2, label: "Signature" };
    openBookmarkTable(connection).insert({ ...bookmark, createdAt: clock.now() });
    const turned = [{ page: 2, by: 90 }] as const;
    openReadingTable(connection).update(NOTE, { labelScheme: "bates", turned, cropsMargins: true });
  });
  edits.perform("Keep view of the library", () => {
    const view = {
      layout: "table",
      columns: [{ column: "title", width: 320 }],
      sort: [{ column: "date", descending: true }],
      group: "family",
      filters: [{ facet: "kind", values: ["email"] }],
      contains: [],
    } as const;
    openLibraryViewTable(connection).insert({ viewId: ids.next("library-view"), name: "Mail", view });
  });
}

function fillEdits(connection: Connection): void {
  const edits = openEditTable(connection, clock);
  const tags = openTagTable(connection);
  const briefs = openBriefTable(connection);
  const [tagId, passageId] = [ids.next("tag"), ids.next("passage")];
  const [briefId, sectionId] = [ids.next("brief"), ids.next("section")];
  const start = NOTE_TEXT.indexOf(QUOTE);
  const range = { page: 1, start, end: start + QUOTE.length, label: "i", addresses: [] };
  edits.perform("Create tag", () => {
    tags.insert({ tagId, name: "Custody › cost", color: "teal", key: 1 });
    tags.update(tagId, { description: "What housing costs.", examples: "“for one year”", position: 3 });
  });
  edits.perform("Create passage", () => {
    openPassageTable(connection).insert({
      passageId,
      documentId: NOTE,
      quote: QUOTE,
      prefix: "persons will be ",
      suffix: ".",
      ranges: [{ ...range, quads: quadsForRange(runsOfText(NOTE_TEXT), range.start, range.end) }],
      tagIds: [tagId],
      note: "Compare “grant”.",
      marks: ["relevant", "hot"],
      region: null,
      origin: null,
      author: "A. Tester",
      createdAt: clock.now(),
      updatedAt: clock.now(),
      state: "anchored",
    });
  });
  fillReading(connection, passageId);
  edits.perform("Create brief", () => {
    briefs.insert(briefId, "Statement of facts", clock.now());
    briefs.insertSection(briefId, sectionId, "The arrangement", null);
    briefs.insertBlock(sectionId, { kind: "quotation", blockId: ids.next("block"), text: QUOTE, passageId }, null);
    briefs.insertBlock(sectionId, { kind: "text", blockId: ids.next("block"), text: "It isn't known." }, null);
  });
  edits.perform("Edit document", () => {
    const documents = openDocumentTable(connection);
    documents.setEntered(NOTE, { kind: "diplomatic-note", noteNumber: "44/2025", language: null });
    documents.setLanguages(NOTE, ["spa"]);
  });
  edits.perform("Create tag “Undone”", () => {
    tags.insert({ tagId: ids.next("tag"), name: "Undone", color: "slate", key: null });
  });
  edits.undo();
}

function fillSearches(connection: Connection): void {
  const edits = openEditTable(connection, clock);
  const saved = openSavedSearchTable(connection);
  const search = { stemming: true, synonyms: true, confident: false, without: [], filters: ["kind:email"] };
  const stored = {
    savedSearchId: ids.next("saved-search"),
    name: "Housing",
    search: { ...search, query: '"housed for" w/5 year' },
    createdAt: clock.now(),
  };
  edits.perform("Save search", () => saved.insert(stored));
  saved.setSeen(stored, clock.now(), [{ documentId: NOTE, hits: 1 }]);
  edits.perform("Add synonyms", () => {
    openSynonymTable(connection).insert({ synonymId: ids.next("synonym"), names: ["Embassy", "Legación"] });
  });
  openCertificateTable(connection).insert({
    certificateId: ids.next("search-certificate"),
    madeAt: clock.now(),
    sha256: hashOf(NOTE),
    journalSequence: 1,
  });
}

function fillCase(connection: Connection): void {
  for (const [name, value] of [
    ["title", "Specimen matter"],
    ["createdAt", clock.now()],
  ] as const) {
    connection.run(sql`INSERT INTO case_property (name, value) VALUES (${name}, ${value})`);
  }
  openCaseSettings(connection).write({ ocrLanguages: ["spa", "eng"], ocrPaused: true });
  const documents = openDocumentTable(connection);
  const journal = openJournalTable(connection, { clock, actor: "A. Tester", versions: "probative 0.1.0, case 4" });
  for (const document of DOCUMENTS) {
    documents.insert(document);
    const { documentId: subject, sha256, pages } = document;
    journal.append({ action: "document-imported", subject, sha256, detail: { pages } });
  }
  documents.link({ parent: ZIP, child: NOTE, position: 0, name: "note.eml" });
  fillAccount(connection);
  fillSearches(connection);
  // Last, because its last step is undone, and any further one would drop it.
  fillEdits(connection);
  openRedactionTable(connection).decide({
    documentId: SCAN,
    page: 2,
    region: REGION,
    decision: "keep-hidden",
    at: clock.now(),
    by: "A. Tester",
  });
  const detail = { page: 2, region: 1, decision: "keep-hidden" };
  journal.append({ action: "hidden-text-decided", subject: SCAN, sha256: null, detail });
}

function stampedNote(): ExtractedPage {
  const start = NOTE_TEXT.indexOf("SPEC-000017");
  const value = { kind: "bates", prefix: "SPEC-", digits: "000017", number: 17 } as const;
  return makePage(NOTE_TEXT, { label: "i", detections: [{ start, end: start + 11, value }], language: "eng" });
}

function fillIndex(connection: Connection): void {
  const index = openPageIndex(connection);
  const add = (documentId: DocumentId, pages: readonly ExtractedPage[]) => {
    index.beginDocument(documentId);
    index.addPages(documentId, pages, "waiting");
    index.finishDocument(documentId);
  };
  add(ZIP, [makePage("SPECIMEN\nrelease.zip holds:\nnote.eml")]);
  add(NOTE, [stampedNote(), makePage("SPECIMEN\nNúñez signed on 14 March 2025.", { page: 2, label: "ii" })]);
  const garbage = makePage("\u0192\u2020\u2021", { textState: "garbage" });
  add(SCAN, [garbage, makePage("", { page: 2, textState: "none", hidden: [REGION] })]);
  index.commit();
  const text = "SPECIMEN\nof deten-\ntion";
  index.setRecognised(SCAN, 1, {
    text,
    geometry: layOutText(text),
    confidences: [
      [0, 8, 96.5],
      [9, 11, 41],
    ],
    confidence: 80.25,
    madeBy: "specimen engine 1.0, eng",
    understanding: { textState: "good", detections: [], language: "eng", signature: Buffer.alloc(128, 7) },
  });
  index.setOcrState(SCAN, 2, "failed", "It took longer than 90 s.");
  index.setOcrPriority(SCAN, 1);
  // All at once, so that what is written does not depend on how fast it is written.
  while (index.maintain(60_000));
}

const root = await mkdtemp(join(tmpdir(), "probative-seeds-"));

async function write(schema: Schema, fill: (connection: Connection) => void): Promise<void> {
  const { name, migrations } = schema;
  const connection = openDatabase(join(root, `${name}.db`), schema, root);
  fill(connection);
  const version = migrations.at(-1)?.version ?? 0;
  const heading = `-- The ${name} database of a case, as version ${version} of its schema was released. SPECIMEN.\n`;
  const target = join(import.meta.dirname, `../../fixtures/databases/${name}-${version}.sql`);
  await writeFile(target, heading + dumpDatabase(connection));
  connection.close();
}

await write(caseSchema, fillCase);
await write(indexSchema, fillIndex);
await rm(root, { recursive: true });
