import { type Connection, sql } from "#adapters/sqlite/connection.ts";

interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** Tables that SQLite or a virtual table keeps for itself. */
const OWN = /^(?:sqlite|page_words)_/;
const VIRTUAL = /^CREATE VIRTUAL TABLE/;

function readSchema(connection: Connection): readonly SchemaObject[] {
  return connection
    .all<SchemaObject>(sql`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`)
    .filter((object) => !OWN.test(object.name));
}

/** The statements that make a database's tables, indexes and triggers. */
export function schemaOf(connection: Connection): readonly string[] {
  return readSchema(connection).map((object) => object.sql);
}

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString("hex")}'`;
  if (typeof value === "number") return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

function dumpRows(connection: Connection, table: string): readonly string[] {
  const text = [`SELECT * FROM ${table}`];
  const strings = Object.assign(text, { raw: text }) as unknown as TemplateStringsArray;
  return connection
    .rows<readonly unknown[]>({ strings, values: [] })
    .map((row) => `INSERT INTO ${table} VALUES (${row.map(literal).join(", ")});`);
}

/** A database as SQL text that makes it again; triggers come last, so that they do not run while it is made. */
export function dumpDatabase(connection: Connection): string {
  const objects = readSchema(connection);
  const tables = objects.filter((object) => object.type === "table");
  const [identity] = connection.pragma("application_id") as readonly { readonly application_id: number }[];
  const [version] = connection.pragma("user_version") as readonly { readonly user_version: number }[];
  const lines = [
    ...tables.map((object) => `${object.sql};`),
    ...tables.filter((object) => !VIRTUAL.test(object.sql)).flatMap((object) => dumpRows(connection, object.name)),
    ...(tables.some((object) => object.name === "page_words")
      ? ["INSERT INTO page_words (rowid, text) SELECT page_key, coalesce(indexed_text, text) FROM page;"]
      : []),
    ...objects.filter((object) => object.type !== "table").map((object) => `${object.sql};`),
    `PRAGMA application_id = ${identity?.application_id};`,
    `PRAGMA user_version = ${version?.user_version};`,
  ];
  return `${lines.join("\n")}\n`;
}
