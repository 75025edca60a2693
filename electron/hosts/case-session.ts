import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { LOCK_FILE, lockCase } from "#adapters/files/case-lock.ts";
import { createDiskExportFolder } from "#adapters/files/disk-export-folder.ts";
import { createDiskFileVault, ORIGINALS_FOLDER } from "#adapters/files/disk-file-vault.ts";
import { toWriteError } from "#adapters/files/durable.ts";
import { openBriefTable } from "#adapters/sqlite/brief-table.ts";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openJobTable } from "#adapters/sqlite/job-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { checkIntegrity, openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { CasePorts, ProgramPorts } from "#core/backend-context.ts";
import { importFiles } from "#core/import/import-files.ts";
import { rebuildIndex } from "#core/import/rebuild-index.ts";
import { removeStrays } from "#core/import/remove-strays.ts";
import { createJobRunner, type JobRunner } from "#core/jobs/job-runner.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CaseInfo } from "#shared/model/case.ts";

const CASE_FILE = "case.db";
const INDEX_FILE = "index.db";

/** Folder for files that arrive as bytes, inside the case so that nothing of it stands in a temporary folder. */
export const INCOMING_FOLDER = "incoming";

/** An open case. */
export interface CaseSession {
  /** Absolute path. */
  readonly directory: string;
  readonly ports: CasePorts;
  readonly jobs: JobRunner;
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
): Promise<CaseSession> {
  const folder = resolve(directory);
  const { made, unlock } = takeFolder(folder, program.clock.now());
  try {
    makeFolder(join(folder, ORIGINALS_FOLDER));
    return await openSession(folder, unlock, program, publish, (catalogue) => {
      for (const [name, value] of Object.entries({ title, createdAt: program.clock.now() })) {
        catalogue.run(sql`INSERT INTO case_property (name, value) VALUES (${name}, ${value})`);
      }
    });
  } catch (thrown) {
    for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    unlock();
    if (made !== null) removeEmptyFolders(folder, made);
    throw thrown;
  }
}

/** What stands in a folder besides the lock of a case. */
function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== LOCK_FILE) : [];
}

function requireRoom(folder: string): void {
  const names = namesIn(folder);
  if (names.includes(CASE_FILE)) throw new ProbativeError("case/exists", folder);
  if (names.length > 0) throw new ProbativeError("case/folder-not-empty", folder);
}

/** Returns the first folder that had to be made, or null. */
function makeFolder(path: string): string | null {
  try {
    return mkdirSync(path, { recursive: true }) ?? null;
  } catch (thrown) {
    throw toWriteError(thrown, path);
  }
}

/**
 * Makes and locks the folder of a new case. Only under the lock is it certain that what will stand in the folder is this
 * case, and may be removed when making it fails: another program may be making its own here.
 */
function takeFolder(folder: string, now: string): { readonly made: string | null; readonly unlock: () => void } {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new ProbativeError("export/not-writable", folder);
  requireRoom(folder);
  const made = makeFolder(folder);
  const unlock = lockCase(folder, now);
  try {
    requireRoom(folder);
    return { made, unlock };
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

/** Removes a folder and those around it up to the first one that was made, as far as they are empty. */
function removeEmptyFolders(folder: string, made: string): void {
  try {
    for (let path = folder; path.length >= made.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Something else stands there by now: it is not ours to remove.
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
): Promise<CaseSession> {
  const folder = resolve(directory);
  if (!existsSync(join(folder, CASE_FILE))) throw new ProbativeError("case/not-a-case", folder);
  const unlock = lockCase(folder, program.clock.now());
  try {
    return await openSession(folder, unlock, program, publish, () => {});
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

async function openSession(
  folder: string,
  unlock: () => void,
  program: ProgramPorts,
  publish: (event: BackendEvent) => void,
  prepare: (catalogue: Connection) => void,
): Promise<CaseSession> {
  const opened: Connection[] = [];
  try {
    const backups = join(folder, "backups");
    const catalogue = openDatabase(join(folder, CASE_FILE), caseSchema, backups);
    opened.push(catalogue);
    prepare(catalogue);
    const indexConnection = openIndex(folder, program, backups);
    opened.push(indexConnection);
    const ports: CasePorts = {
      ...program,
      documents: openDocumentTable(catalogue),
      jobs: openJobTable(catalogue),
      tags: openTagTable(catalogue),
      passages: openPassageTable(catalogue),
      briefs: openBriefTable(catalogue),
      edits: openEditTable(catalogue, program.clock),
      index: openPageIndex(indexConnection),
      vault: createDiskFileVault(folder),
      exports: createDiskExportFolder(folder),
      publish,
    };
    ports.jobs.markInterrupted();
    await ports.vault.clearStaging();
    const jobs = createJobRunner(ports, { import: importFiles, "rebuild-index": rebuildIndex });
    readMissing(ports, jobs);
    return makeSession(folder, catalogue, ports, jobs, unlock);
  } catch (thrown) {
    for (const connection of opened) connection.close();
    throw thrown;
  }
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

/** Makes index and catalogue agree: pages without a document go, documents without pages are read. */
function readMissing(ports: CasePorts, jobs: JobRunner): void {
  removeStrays(ports);
  const indexed = ports.index.documentIds();
  const unread = ports.documents
    .list()
    .map((document) => document.documentId)
    .filter((documentId) => !indexed.has(documentId));
  if (unread.length === 0) return;
  jobs.start("rebuild-index", "Read documents for the index", { paths: [], incomingFolder: null, documents: unread });
}

function makeSession(
  folder: string,
  catalogue: Connection,
  ports: CasePorts,
  jobs: JobRunner,
  unlock: () => void,
): CaseSession {
  const property = (name: string) =>
    catalogue.get<{ readonly value: string }>(sql`SELECT value FROM case_property WHERE name = ${name}`)?.value ?? "";
  return {
    directory: folder,
    ports,
    jobs,
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
