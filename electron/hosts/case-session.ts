import { existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockCase } from "#adapters/files/case-lock.ts";
import { createDiskExportFolder } from "#adapters/files/disk-export-folder.ts";
import { createDiskFileVault, ORIGINALS_FOLDER } from "#adapters/files/disk-file-vault.ts";
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
import { checkIntegrity, openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openPassageLinkTable } from "#adapters/sqlite/passage-link-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openRedactionTable } from "#adapters/sqlite/redaction-table.ts";
import { openSavedSearchTable } from "#adapters/sqlite/saved-search-table.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { CasePorts, ProgramPorts } from "#core/backend-context.ts";
import { importFiles } from "#core/import/import-files.ts";
import { rebuildIndex } from "#core/import/rebuild-index.ts";
import { removeStrays } from "#core/import/remove-strays.ts";
import { createJobRunner, type JobRunner } from "#core/jobs/job-runner.ts";
import { continueOcr } from "#core/ocr/control-ocr.ts";
import { runOcr } from "#core/ocr/ocr-job.ts";
import { createOcrMonitor, type OcrMonitor } from "#core/ocr/ocr-monitor.ts";
import type { Journal } from "#core/ports/journal.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CaseInfo } from "#shared/model/case.ts";
import { CASE_FILE, makeFolder, namesIn, removeEmptyFolders, takeFolder } from "./case-folder.ts";
import { findInstallation } from "./launch/installation.ts";

const INDEX_FILE = "index.db";

/** Folder for files that arrive as bytes, inside the case so that nothing of it stands in a temporary folder. */
export const INCOMING_FOLDER = "incoming";

/** What a host decides about a case that it opens. */
export interface SessionOptions {
  /** OCR starts by itself when pages wait for it: for a workbench, not for a command that ends. */
  readonly recogniseInBackground: boolean;
}

const ALONE: SessionOptions = { recogniseInBackground: false };

/** An open case. */
export interface CaseSession {
  /** Absolute path. */
  readonly directory: string;
  readonly ports: CasePorts;
  readonly jobs: JobRunner;
  /** What OCR is doing now. */
  readonly monitor: OcrMonitor;
  info(): CaseInfo;
  /** Problems of the case database itself. */
  checkCatalogue(): readonly string[];
  close(): Promise<void>;
}

/**
 * Makes a new case and opens it. When it fails, nothing of it stays behind.
 *
 * @throws ProbativeError `case/exists`, `case/folder-not-empty`, `export/not-writable`, `export/no-space`
 */
export async function createCase(
  directory: string,
  title: string,
  program: ProgramPorts,
  publish: (event: BackendEvent) => void,
  options: SessionOptions = ALONE,
): Promise<CaseSession> {
  const folder = resolve(directory);
  const { made, unlock } = takeFolder(folder, program.clock.now());
  try {
    makeFolder(join(folder, ORIGINALS_FOLDER));
    return await openSession({ folder, unlock, program, publish, options }, (catalogue, journal) => {
      catalogue.transact(() => {
        for (const [name, value] of Object.entries({ title, createdAt: program.clock.now() })) {
          catalogue.run(sql`INSERT INTO case_property (name, value) VALUES (${name}, ${value})`);
        }
        journal.append({ action: "case-created", subject: null, sha256: null, detail: {} });
      });
    });
  } catch (thrown) {
    for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    unlock();
    if (made !== null) removeEmptyFolders(folder, made);
    throw thrown;
  }
}

/**
 * Opens a case: takes its lock, brings both databases up to date and clears what a crash left half-done. Documents that
 * the index does not hold (it was deleted, or set aside as damaged) are read anew by a job that starts at once.
 *
 * @throws ProbativeError `case/not-a-case`, `case/locked`, `case/newer`, `case/damaged`, `case/migration-failed`
 */
export async function openCase(
  directory: string,
  program: ProgramPorts,
  publish: (event: BackendEvent) => void,
  options: SessionOptions = ALONE,
): Promise<CaseSession> {
  const folder = resolve(directory);
  if (!existsSync(join(folder, CASE_FILE))) throw new ProbativeError("case/not-a-case", folder);
  const unlock = lockCase(folder, program.clock.now());
  try {
    return await openSession({ folder, unlock, program, publish, options }, () => {});
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

/** A folder whose lock is held, and what opens it. */
interface Opening {
  readonly folder: string;
  readonly unlock: () => void;
  readonly program: ProgramPorts;
  readonly publish: (event: BackendEvent) => void;
  readonly options: SessionOptions;
}

async function openSession(
  opening: Opening,
  prepare: (catalogue: Connection, journal: Journal) => void,
): Promise<CaseSession> {
  const { folder, program } = opening;
  const opened: Connection[] = [];
  try {
    const backups = join(folder, "backups");
    const catalogue = openDatabase(join(folder, CASE_FILE), caseSchema, backups);
    opened.push(catalogue);
    const journal = openJournalTable(catalogue, {
      clock: program.clock,
      actor: program.author,
      versions: `probative ${findInstallation(import.meta.url).version}, case ${caseSchema.migrations.length}`,
    });
    prepare(catalogue, journal);
    const indexConnection = openIndex(folder, program, backups);
    opened.push(indexConnection);
    const ports = openPorts(opening, catalogue, indexConnection, journal);
    ports.jobs.markInterrupted();
    await ports.vault.clearStaging();
    return makeSession(opening, catalogue, ports);
  } catch (thrown) {
    for (const connection of opened) connection.close();
    throw thrown;
  }
}

function openPorts(
  { folder, program, publish }: Opening,
  catalogue: Connection,
  index: Connection,
  journal: Journal,
): CasePorts {
  return {
    ...program,
    documents: openDocumentTable(catalogue),
    jobs: openJobTable(catalogue),
    tags: openTagTable(catalogue),
    passages: openPassageTable(catalogue),
    passageLinks: openPassageLinkTable(catalogue),
    briefs: openBriefTable(catalogue),
    edits: openEditTable(catalogue, program.clock),
    bookmarks: openBookmarkTable(catalogue),
    readings: openReadingTable(catalogue),
    libraryViews: openLibraryViewTable(catalogue),
    settings: openCaseSettings(catalogue),
    redactions: openRedactionTable(catalogue),
    savedSearches: openSavedSearchTable(catalogue),
    synonyms: openSynonymTable(catalogue),
    certificates: openCertificateTable(catalogue),
    journal,
    index: openPageIndex(index),
    vault: createDiskFileVault(folder),
    exports: createDiskExportFolder(folder),
    publish,
  };
}

/** An index that cannot be opened is set aside, never deleted; a new one is filled from the originals. */
function openIndex(folder: string, program: ProgramPorts, backups: string): Connection {
  const path = join(folder, INDEX_FILE);
  try {
    return openDatabase(path, indexSchema, backups);
  } catch (thrown) {
    if (!(thrown instanceof ProbativeError) || thrown.code !== "case/damaged") throw thrown;
    program.log.failure(thrown, "the index could not be opened and was set aside");
    const aside = `${path}.damaged-${program.clock.now().replaceAll(/[:.]/gu, "-")}`;
    for (const suffix of ["", "-wal", "-shm"]) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    return openDatabase(path, indexSchema, backups);
  }
}

/** Pages whose words the next search reads in so little time that nobody has to be told: about a second. */
const PAGES_FOR_A_SEARCH = 4000;

/** Makes index and catalogue agree: pages without a document go, documents without pages are read. */
function readMissing(ports: CasePorts, jobs: JobRunner): void {
  removeStrays(ports);
  const indexed = ports.index.documentIds();
  const unread = ports.documents
    .list()
    .map((document) => document.documentId)
    .filter((documentId) => !indexed.has(documentId));
  if (unread.length === 0 && ports.index.pagesToRead() <= PAGES_FOR_A_SEARCH) return;
  // Without documents to read it only does what the index has put off: after a migration the words of all of them.
  const title = unread.length === 0 ? "Bring the index up to date" : "Read documents for the index";
  jobs.start("rebuild-index", title, { paths: [], incomingFolder: null, documents: unread });
}

function openJobs(ports: CasePorts, monitor: OcrMonitor, options: SessionOptions): JobRunner {
  const goOn = () => {
    if (options.recogniseInBackground) continueOcr({ ports, jobs });
  };
  const jobs = createJobRunner(
    ports,
    { import: importFiles, "rebuild-index": rebuildIndex, ocr: (own, run) => runOcr(own, run, monitor) },
    (job) => {
      // What was interrupted, was so because the case is being closed.
      if (job.kind !== "ocr" && job.status !== "interrupted") goOn();
    },
  );
  readMissing(ports, jobs);
  if (!jobs.isBusy()) goOn();
  return jobs;
}

function makeSession({ folder, unlock, options }: Opening, catalogue: Connection, ports: CasePorts): CaseSession {
  const monitor = createOcrMonitor(() => performance.now());
  const jobs = openJobs(ports, monitor, options);
  const property = (name: string) =>
    catalogue.get<{ readonly value: string }>(sql`SELECT value FROM case_property WHERE name = ${name}`)?.value ?? "";
  return {
    directory: folder,
    ports,
    jobs,
    monitor,
    info: () => ({
      directory: folder,
      title: property("title"),
      createdAt: property("createdAt"),
      ...ports.documents.totals(),
      passages: ports.passages.count(),
      briefs: ports.briefs.list().length,
    }),
    checkCatalogue: () => checkIntegrity(catalogue),
    close: async () => {
      await jobs.interrupt();
      ports.index.close();
      catalogue.close();
      unlock();
    },
  };
}
