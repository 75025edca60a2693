import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type Connection, connect, sql } from "./connection.ts";

/** One step of a schema. `apply` runs inside a transaction that also sets the version. */
export interface Migration {
  readonly version: number;
  /** Why the step exists. */
  readonly reason: string;
  apply(connection: Connection): void;
}

/** A database and the steps that lead to its present form. */
export interface Schema {
  readonly name: string;
  /** Written into the file's header: tells this database from any other. */
  readonly applicationId: number;
  /**
   * `always`: every page is read when it is opened. `after-a-crash`: only when its log was left behind; for a database
   * that can be rebuilt and is too large to be read by every command (measured: 0.6 s for 20,000 pages of documents).
   */
  readonly soundnessCheck: "always" | "after-a-crash";
  /** KiB of the file that its connection keeps in memory. */
  readonly cacheKiB: number;
  /** Ascending, without gaps, from 1. */
  readonly migrations: readonly Migration[];
}

/** Earlier versions can lose a write when the log is reset; 3.52.0 was withdrawn. */
const SQLITE_MINIMUM = [3, 51, 3] as const;
const SQLITE_REFUSED = "3.52.0";

/**
 * Opens a database, checks it and brings it up to date. The file before a migration is kept as a verified backup. A file
 * that is refused stays as it is, byte for byte.
 *
 * @param path file to open; created when absent
 * @param backupFolder where the copy before a migration goes
 * @throws ProbativeError `case/newer`, `case/damaged`, `case/locked`, `case/migration-failed`, `export/no-space`
 */
export function openDatabase(path: string, schema: Schema, backupFolder: string): Connection {
  let connection: Connection | null = null;
  try {
    const version = existsSync(path) ? inspect(path, schema) : 0;
    connection = connect(path);
    requireSqliteVersion(connection);
    configure(connection, schema);
    migrate(connection, path, schema, version, backupFolder);
    return connection;
  } catch (thrown) {
    connection?.close();
    if (thrown instanceof ProbativeError) throw thrown;
    if (isBusy(thrown)) throw new ProbativeError("case/locked", basename(path), { file: basename(path) }, thrown);
    throw new ProbativeError("case/damaged", basename(path), { file: basename(path) }, thrown);
  }
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && String(thrown.code).startsWith("SQLITE_BUSY");
}

/**
 * Reads the version of a database and checks that it is sound. The connection cannot write: one that can would bring the
 * log into the file when it is closed, also when the file is refused.
 */
function inspect(path: string, schema: Schema): number {
  const companions = [`${path}-wal`, `${path}-shm`];
  const added = companions.filter((companion) => !existsSync(companion));
  const connection = connect(path, { readonly: true });
  try {
    const version = readVersion(connection, schema);
    // A database that was closed in order has no log beside it.
    const endedInOrder = added.length === companions.length;
    if (schema.soundnessCheck === "always" || !endedInOrder) requireSound(connection, schema);
    return version;
  } finally {
    connection.close();
    // A connection that cannot write leaves an empty log behind, too.
    if (added.length === companions.length) for (const companion of added) removeEmptyLog(companion);
  }
}

function removeEmptyLog(companion: string): void {
  const isLog = companion.endsWith("-wal");
  if (isLog && existsSync(companion) && statSync(companion).size > 0) return;
  rmSync(companion, { force: true });
}

/** Sets what every connection needs, and proves that it took hold: WAL would lower `synchronous` to NORMAL. */
function configure(connection: Connection, { cacheKiB }: Schema): void {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma(`cache_size = -${cacheKiB}`);
  const [row] = connection.pragma("synchronous") as readonly { readonly synchronous: number }[];
  if (row?.synchronous !== 2) throw new Error("synchronous=FULL did not take hold");
}

function requireSqliteVersion(connection: Connection): void {
  const version = connection.get<{ readonly version: string }>(sql`SELECT sqlite_version() AS version`)?.version ?? "";
  const parts = version.split(".").map(Number);
  for (const [index, minimum] of SQLITE_MINIMUM.entries()) {
    const part = parts[index] ?? 0;
    if (part > minimum) break;
    if (part < minimum) throw new Error(`SQLite ${version} is older than ${SQLITE_MINIMUM.join(".")}`);
  }
  if (version === SQLITE_REFUSED) throw new Error(`SQLite ${version} must not be used`);
}

function readVersion(connection: Connection, schema: Schema): number {
  const [header] = connection.pragma("application_id") as readonly { readonly application_id: number }[];
  const [row] = connection.pragma("user_version") as readonly { readonly user_version: number }[];
  const version = row?.user_version ?? 0;
  // A file of version 0 was created and never reached its first step: it holds nothing.
  if (version > 0 && header?.application_id !== schema.applicationId) {
    throw new Error("the file is a database of another kind");
  }
  const newest = schema.migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new ProbativeError(
      "case/newer",
      `Its ${schema.name} database has version ${version}; this program knows ${newest}.`,
      {
        version,
        newest,
      },
    );
  }
  return version;
}

function requireSound(connection: Connection, schema: Schema): void {
  const [row] = connection.pragma("quick_check(1)") as readonly { readonly quick_check: string }[];
  if (row?.quick_check !== "ok") throw new Error(`${schema.name}: ${row?.quick_check ?? "no answer"}`);
}

function migrate(connection: Connection, path: string, schema: Schema, from: number, backupFolder: string): void {
  const steps = schema.migrations.filter((migration) => migration.version > from);
  if (steps.length === 0) return;
  if (from > 0) backUpFirst(connection, join(backupFolder, `${basename(path, ".db")}-version-${from}.db`));
  // All steps or none: a case that stopped halfway would fit neither this program nor the one before.
  connection.transact(() => {
    for (const step of steps) applyStep(connection, schema, step);
  });
}

function backUpFirst(connection: Connection, target: string): void {
  try {
    backUp(connection, target);
  } catch (thrown) {
    if (thrown instanceof ProbativeError) throw thrown;
    throw new ProbativeError("case/migration-failed", "No backup could be made, so nothing was tried.", {}, thrown);
  }
}

function applyStep(connection: Connection, schema: Schema, step: Migration): void {
  try {
    step.apply(connection);
    connection.pragma(`application_id = ${schema.applicationId}`);
    connection.pragma(`user_version = ${step.version}`);
  } catch (thrown) {
    if (thrown instanceof ProbativeError) throw thrown;
    throw new ProbativeError(
      "case/migration-failed",
      `Step ${step.version} of the ${schema.name} database.`,
      {},
      thrown,
    );
  }
}

/**
 * Copies a database by `VACUUM INTO`, opens the copy and checks it: only then is it a backup, and only then it has its
 * name. Where the name is taken a number is added.
 *
 * @returns path of the backup
 * @throws when the copy cannot be made or is not sound; then nothing of it stays behind
 */
export function backUp(connection: Connection, target: string): string {
  mkdirSync(dirname(target), { recursive: true });
  let path = target;
  for (let number = 2; existsSync(path); number += 1) path = target.replace(/\.db$/, `-${number}.db`);
  const partial = `${path}.partial`;
  removeDatabase(partial);
  try {
    connection.run(sql`VACUUM INTO ${partial}`);
    requireSoundCopy(partial);
    syncFile(partial);
    renameSync(partial, path);
    return path;
  } finally {
    removeDatabase(partial);
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}

function requireSoundCopy(path: string): void {
  const copy = connect(path, { readonly: true });
  try {
    const [row] = copy.pragma("integrity_check(1)") as readonly { readonly integrity_check: string }[];
    if (row?.integrity_check !== "ok") throw new Error("the backup is not sound");
  } finally {
    copy.close();
  }
}

/** The database's `synchronous` does not speak of the target of `VACUUM INTO`. */
function syncFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Problems that SQLite's own full check finds; empty when sound. */
export function checkIntegrity(connection: Connection): readonly string[] {
  let rows: readonly { readonly integrity_check: string }[];
  let broken: readonly { readonly table: string }[];
  try {
    rows = connection.pragma("integrity_check(20)") as typeof rows;
    broken = connection.pragma("foreign_key_check") as typeof broken;
  } catch (thrown) {
    // A file that is too damaged for the check is a finding, not a failure to look.
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown";
    return [`the database cannot be read (${code})`];
  }
  return [
    ...rows.map((row) => row.integrity_check).filter((line) => line !== "ok"),
    ...broken.map((row) => `a row of ${row.table} refers to a row that is not there`),
  ];
}
