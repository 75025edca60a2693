import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Connection, connect, sql } from "#adapters/sqlite/connection.ts";
import { backUp, checkIntegrity, type Migration, openDatabase, type Schema } from "#adapters/sqlite/open-database.ts";
import { expectFailure } from "../support/expect-failure.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";

const steps: readonly Migration[] = [
  {
    version: 1,
    reason: "notes",
    apply: (connection) => {
      connection.script("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
    },
  },
  {
    version: 2,
    reason: "notes have a colour",
    apply: (connection) => {
      connection.script("ALTER TABLE note ADD COLUMN color TEXT NOT NULL DEFAULT 'slate'");
    },
  },
  {
    version: 3,
    reason: "long notes are marked",
    apply: (connection) => {
      connection.script("ALTER TABLE note ADD COLUMN is_long INTEGER NOT NULL DEFAULT 0");
      connection.run(sql`UPDATE note SET is_long = 1 WHERE length(text) > 5`);
    },
  },
];

function schemaUpTo(version: number, last?: Migration["apply"]): Schema {
  const migrations = steps.slice(0, version);
  const failing = last === undefined ? [] : [{ version: version + 1, reason: "fails", apply: last }];
  return {
    name: "notes",
    applicationId: 0x4e_4f_54_45,
    soundnessCheck: "always",
    cacheKiB: 2000,
    migrations: [...migrations, ...failing],
  };
}

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly backups: string;
}

function setUpPlace(): Place {
  const folder = setUpTempFolder();
  return { folder, path: join(folder, "notes.db"), backups: join(folder, "backups") };
}

/** A database of an older version with two notes in it. */
function seed(place: Place, version: number): void {
  const connection = openDatabase(place.path, schemaUpTo(version), place.backups);
  connection.run(sql`INSERT INTO note (text) VALUES ('short'), ('a longer note')`);
  connection.close();
}

function pragma(path: string, name: string): unknown {
  const connection = connect(path, { readonly: true });
  try {
    return (connection.pragma(name) as readonly Readonly<Record<string, unknown>>[])[0]?.[name];
  } finally {
    connection.close();
  }
}

describe("a new database", () => {
  it("gets version and application id, and every connection is durable", () => {
    const { path, backups } = setUpPlace();
    const connection = openDatabase(path, schemaUpTo(3), backups);
    expect(connection.pragma("user_version")).toEqual([{ user_version: 3 }]);
    expect(connection.pragma("application_id")).toEqual([{ application_id: 0x4e_4f_54_45 }]);
    expect(connection.pragma("synchronous")).toEqual([{ synchronous: 2 }]);
    expect(connection.pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(connection.pragma("foreign_keys")).toEqual([{ foreign_keys: 1 }]);
    connection.close();
    const again = openDatabase(path, schemaUpTo(3), backups);
    expect(again.pragma("synchronous")).toEqual([{ synchronous: 2 }]);
    again.close();
    expect(existsSync(backups)).toBe(false);
  });

  it("may begin as an empty file", () => {
    const { path, backups } = setUpPlace();
    writeFileSync(path, "");
    const connection = openDatabase(path, schemaUpTo(1), backups);
    expect(connection.pragma("user_version")).toEqual([{ user_version: 1 }]);
    connection.close();
  });
});

describe("an older database", () => {
  it.each([1, 2])("of version %i is brought to the newest, after a backup", (version) => {
    const place = setUpPlace();
    seed(place, version);
    const connection = openDatabase(place.path, schemaUpTo(3), place.backups);
    expect(connection.all(sql`SELECT text, color, is_long FROM note ORDER BY id`)).toEqual([
      { text: "short", color: "slate", is_long: 0 },
      { text: "a longer note", color: "slate", is_long: 1 },
    ]);
    connection.close();
    expect(readdirSync(place.backups)).toEqual([`notes-version-${version}.db`]);
    const backup = connect(join(place.backups, `notes-version-${version}.db`), { readonly: true });
    expect(backup.pragma("user_version")).toEqual([{ user_version: version }]);
    expect(backup.pluck(sql`SELECT text FROM note ORDER BY id`)).toEqual(["short", "a longer note"]);
    expect(checkIntegrity(backup)).toEqual([]);
    backup.close();
  });

  it("stays as it was when a step fails, also when an earlier step had succeeded", async () => {
    const place = setUpPlace();
    seed(place, 1);
    const before = readFileSync(place.path);
    const broken = schemaUpTo(2, (connection) => {
      connection.run(sql`DELETE FROM note`);
      connection.script("CREATE TABLE note (id)");
    });
    const failure = await expectFailure("case/migration-failed", () => openDatabase(place.path, broken, place.backups));
    expect(failure.message).toContain("Step 3");
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(readdirSync(place.folder).toSorted()).toEqual(["backups", "notes.db"]);
    expect(pragma(join(place.backups, "notes-version-1.db"), "user_version")).toBe(1);
    const connection = openDatabase(place.path, schemaUpTo(1), place.backups);
    expect(connection.pluck(sql`SELECT text FROM note`)).toHaveLength(2);
    connection.close();
  });

  it("is not touched when no backup can be made", async () => {
    const place = setUpPlace();
    seed(place, 1);
    const before = readFileSync(place.path);
    writeFileSync(place.backups, "a file where the folder should be");
    await expectFailure("case/migration-failed", () => openDatabase(place.path, schemaUpTo(3), place.backups));
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  it("keeps an earlier backup of the same version", () => {
    const place = setUpPlace();
    seed(place, 1);
    copyFileSync(place.path, `${place.path}.old`);
    openDatabase(place.path, schemaUpTo(2), place.backups).close();
    copyFileSync(`${place.path}.old`, place.path);
    openDatabase(place.path, schemaUpTo(2), place.backups).close();
    expect(readdirSync(place.backups).toSorted()).toEqual(["notes-version-1-2.db", "notes-version-1.db"]);
  });
});

describe("a database that cannot be used", () => {
  it("of a newer version is refused and not changed", async () => {
    const place = setUpPlace();
    seed(place, 3);
    const before = readFileSync(place.path);
    const failure = await expectFailure("case/newer", () => openDatabase(place.path, schemaUpTo(2), place.backups));
    expect(failure.details).toEqual({ version: 3, newest: 2 });
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(readdirSync(place.folder)).toEqual(["notes.db"]);
  });

  it("of a newer version is not changed by what stands in its log either", async () => {
    const place = setUpPlace();
    seed(place, 3);
    const writer = connect(place.path);
    writer.run(sql`INSERT INTO note (text) VALUES ('only in the log')`);
    const copy = { ...place, path: join(place.folder, "copy.db") };
    for (const suffix of ["", "-wal"]) copyFileSync(place.path + suffix, copy.path + suffix);
    writer.close();
    const before = [readFileSync(copy.path), readFileSync(`${copy.path}-wal`)];
    await expectFailure("case/newer", () => openDatabase(copy.path, schemaUpTo(2), place.backups));
    expect([readFileSync(copy.path), readFileSync(`${copy.path}-wal`)]).toEqual(before);
  });

  it("of another kind is refused", async () => {
    const place = setUpPlace();
    seed(place, 1);
    const other: Schema = { ...schemaUpTo(1), applicationId: 0x4f_54_48_52 };
    const before = readFileSync(place.path);
    await expectFailure("case/damaged", () => openDatabase(place.path, other, place.backups));
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ["is no database", (path) => writeFileSync(path, "Minutes of the meeting\n".repeat(300))],
    ["is cut off", (path) => truncateSync(path, 5000)],
    [
      "has bytes exchanged",
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096, 6144);
        writeFileSync(path, bytes);
      },
    ],
    [
      "claims not to have a log",
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(1, 18, 20);
        bytes.fill(0xa5, 4096, 6144);
        writeFileSync(path, bytes);
      },
    ],
  ];
  it.each(damages)("that %s is reported as damaged and left as it is", async (_, damage) => {
    const place = setUpPlace();
    seed(place, 3);
    damage(place.path);
    const before = readFileSync(place.path);
    const failure = await expectFailure("case/damaged", () => openDatabase(place.path, schemaUpTo(3), place.backups));
    expect(failure.details).toEqual({ file: "notes.db" });
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(readdirSync(place.folder)).toEqual(["notes.db"]);
  });

  it("is read through only after a crash where the schema says so", async () => {
    const place = setUpPlace();
    seed(place, 3);
    const bytes = readFileSync(place.path);
    bytes.fill(0xa5, 4096, 6144);
    writeFileSync(place.path, bytes);
    const rebuildable: Schema = { ...schemaUpTo(3), soundnessCheck: "after-a-crash" };
    openDatabase(place.path, rebuildable, place.backups).close();
    writeFileSync(`${place.path}-wal`, "");
    await expectFailure("case/damaged", () => openDatabase(place.path, rebuildable, place.backups));
  });

  it("because another program writes it is reported as locked", async () => {
    const place = setUpPlace();
    seed(place, 1);
    const other = connect(place.path);
    other.pragma("locking_mode = EXCLUSIVE");
    other.script("BEGIN EXCLUSIVE");
    try {
      await expectFailure("case/locked", () => openDatabase(place.path, schemaUpTo(1), place.backups));
    } finally {
      other.close();
    }
  }, 20_000);
});

describe("a backup", () => {
  it("that is not sound never gets its name", () => {
    const place = setUpPlace();
    seed(place, 1);
    const connection = openDatabase(place.path, schemaUpTo(1), place.backups);
    const careless: Connection = {
      ...connection,
      run: ({ values }) => {
        writeFileSync(String(values[0]), readFileSync(place.path).subarray(0, 5000));
        return { changes: 0, lastInsertRowid: 0 };
      },
    };
    expect(() => backUp(careless, join(place.backups, "odd.db"))).toThrow();
    connection.close();
    expect(readdirSync(place.backups)).toEqual([]);
  });
});
