import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connect, sql } from "#adapters/sqlite/connection.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

function setUpConnection() {
  return connect(join(setUpTempFolder(), "test.db"));
}

describe("values", () => {
  it("are bound as what they are: whole numbers as integers", () => {
    const connection = setUpConnection();
    const values = [1, 2 ** 31, 2 ** 52, -7, 0.5, "text", null, Uint8Array.of(1), 5n] as const;
    const kinds = values.map((value) => connection.get<{ kind: string }>(sql`SELECT typeof(${value}) AS kind`)?.kind);
    expect(kinds).toEqual(["integer", "integer", "integer", "integer", "real", "text", "null", "blob", "integer"]);
    connection.close();
  });

  it("never become part of the statement", () => {
    const connection = setUpConnection();
    connection.script("CREATE TABLE note (text TEXT)");
    const hostile = "'); DROP TABLE note; --\u0000\u{1F4A3}";
    connection.run(sql`INSERT INTO note VALUES (${hostile})`);
    expect(connection.pluck(sql`SELECT text FROM note WHERE text = ${hostile}`)).toEqual([hostile]);
    connection.close();
  });
});

describe("transactions", () => {
  it("leave nothing when the work throws, also inside of another one", () => {
    const connection = setUpConnection();
    connection.script("CREATE TABLE note (text TEXT)");
    connection.transact(() => {
      connection.run(sql`INSERT INTO note VALUES ('kept')`);
      expect(() =>
        connection.transact(() => {
          connection.run(sql`INSERT INTO note VALUES ('dropped')`);
          throw new Error("no");
        }),
      ).toThrow("no");
    });
    expect(connection.inTransaction).toBe(false);
    expect(connection.pluck(sql`SELECT text FROM note`)).toEqual(["kept"]);
    connection.close();
  });

  it("on a full disk fail with a plain message and leave what was there", async () => {
    const connection = setUpConnection();
    connection.script("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept'); PRAGMA max_page_count = 8");
    const long = "x".repeat(100_000);
    const fill = () => connection.run(sql`INSERT INTO note VALUES (${long})`);
    const failure = await expectFailure("export/no-space", fill);
    expect(failure.message).toBe("The disk is full.");
    await expectFailure("export/no-space", () => connection.transact(fill));
    expect(connection.inTransaction).toBe(false);
    expect(connection.pluck(sql`SELECT text FROM note`)).toEqual(["kept"]);
    connection.script("PRAGMA max_page_count = 10000");
    expect(fill().changes).toBe(1);
    connection.close();
  });
});
