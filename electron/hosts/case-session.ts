import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockCase } from "#adapters/files/case-lock.ts";
import { createDiskExportFolder } from "#adapters/files/disk-export-folder.ts";
import { createDiskFileVault } from "#adapters/files/disk-file-vault.ts";
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
import { createJobRunner, type JobRunner } from "#core/jobs/job-runner.ts";
import type { DocumentId } from "#shared/base/ids.ts";
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
  const existed = existsSync(folder);
  if (existsSync(join(folder, CASE_FILE))) throw new ProbativeError("case/exists", folder);
  try {
    if (existed && readdirSync(folder).length > 0) throw new ProbativeError("case/folder-not-empty", folder);
    mkdirSync(join(folder, "originals"), { recursive: true });
  } catch (thrown) {
    throw toWriteError(thrown, folder);
  }
  let session: CaseSession | null = null;
  try {
    session = await openSession(folder, program, publish, (catalogue) => {
      for (const [name, value] of Object.entries({ title, createdAt: program.clock.now() })) {
        catalogue.run(sql`INSERT INTO case_property (name, value) VALUES (${name}, ${value})`);
      }
    });
    return session;
  } finally {
    if (session === null) {
      for (const name of existed ? readdirSync(folder) : [])
        rmSync(join(folder, name), { recursive: true, force: true });
      if (!existed) rmSync(folder, { recursive: true, force: true });
    }
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
  return openSession(folder, program, publish, () => {});
}

async function openSession(
  folder: string,
  program: ProgramPorts,
  publish: (event: BackendEvent) => void,
  prepare: (catalogue: Connection) => void,
): Promise<CaseSession> {
  const unlock = lockCase(folder, program.clock.now());
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
    unlock();
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
  const known = new Set(ports.documents.list().map((document) => document.documentId));
  const indexed = ports.index.documentIds();
  const strays = [...indexed].filter((documentId) => !known.has(documentId));
  for (const documentId of strays) ports.index.discardDocument(documentId);
  if (strays.length > 0) ports.index.commit();
  const unread: DocumentId[] = [...known].filter((documentId) => !indexed.has(documentId));
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
