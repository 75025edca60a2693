import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "#adapters/sqlite/connection.ts";
import type { Schema } from "#adapters/sqlite/open-database.ts";

/** Folder of the databases of every released version. */
export const SEEDS = join(import.meta.dirname, "../../fixtures/databases");

/** Makes a database as it was released. */
export function plantDatabase(schema: Schema, version: number, path: string): void {
  const connection = connect(path);
  connection.pragma("journal_mode = WAL");
  connection.script(readFileSync(join(SEEDS, `${schema.name}-${version}.sql`), "utf8"));
  connection.close();
}
