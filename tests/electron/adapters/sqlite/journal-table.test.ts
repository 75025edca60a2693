import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import { openJournalTable } from "#adapters/sqlite/journal-table.ts";
import type { JournalRecord } from "#core/ports/journal.ts";
import { canonicalJson } from "#shared/base/canonical-json.ts";
import { setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestClock } from "../../../support/test-program.ts";

function record(change: Partial<JournalRecord> = {}): JournalRecord {
  return { action: "document-imported", subject: "doc_1", sha256: "ab".repeat(32), detail: {}, ...change };
}

function setUpJournal(lines = 0) {
  const connection = setUpCaseDatabase();
  const author = { clock: createTestClock(), actor: "A. Tester", versions: "probative 0.1.0, case 2" };
  const journal = openJournalTable(connection, author);
  for (let line = 1; line <= lines; line += 1) journal.append(record({ detail: { line } }));
  return { connection, journal };
}

/** What somebody does who has the file and any SQLite. */
function tamper(connection: Connection, change: () => void): void {
  for (const name of ["insert", "update", "delete"]) connection.script(`DROP TRIGGER journal_${name}`);
  change();
}

describe("the journal", () => {
  it("is a chain that anybody can compute again", () => {
    const { journal } = setUpJournal();
    expect(journal.head()).toEqual({ entries: 0, hash: "0".repeat(64), at: null });
    journal.append(record({ detail: { b: "§ “x”", a: 1.5 } }));
    journal.append(record({ action: "exported", subject: null, sha256: null }));
    const [first, second] = journal.entries(0, 10);
    const text =
      `{"action":"document-imported","actor":"A. Tester","at":"${first?.at}","detail":{"a":1.5,"b":"§ “x”"},` +
      `"previous":"${"0".repeat(64)}","sequence":1,"sha256":"${"ab".repeat(32)}","subject":"doc_1",` +
      `"versions":"probative 0.1.0, case 2"}`;
    expect(first?.hash).toBe(createHash("sha256").update(text).digest("hex"));
    expect(second).toMatchObject({ sequence: 2, previous: first?.hash, action: "exported", subject: null });
    expect(journal.head()).toEqual({ entries: 2, hash: second?.hash, at: second?.at });
    expect(journal.entries(1, 10)).toEqual([second]);
    expect(journal.entries(0, 1)).toEqual([first]);
    expect(journal.verify()).toEqual([]);
  });

  it("holds for any values, also those that SQLite or JSON keep otherwise", () => {
    const { journal } = setUpJournal();
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null));
    const lone = fc.constantFrom("\ud800", "x\udfff", "\0", "__proto__", "10", "2");
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.string(), lone), fc.oneof(value, lone)), (detail) => {
        journal.append(record({ detail, subject: String(Object.keys(detail)[0] ?? "") }));
      }),
      { numRuns: 300 },
    );
    expect(journal.head().entries).toBe(300);
    expect(journal.verify()).toEqual([]);
  });

  it("joins the transaction that is open, and goes with it", () => {
    const { connection, journal } = setUpJournal(1);
    const before = journal.head();
    expect(() =>
      connection.transact(() => {
        journal.append(record());
        throw new Error("the edit failed");
      }),
    ).toThrow("the edit failed");
    expect(journal.head()).toEqual(before);
    journal.append(record());
    expect(journal.verify()).toEqual([]);
  });

  it("refuses to be changed from within", () => {
    const { connection, journal } = setUpJournal(3);
    const before = journal.entries(0, 10);
    for (const statement of [
      "UPDATE journal SET actor = 'Nobody' WHERE sequence = 2",
      "DELETE FROM journal WHERE sequence = 3",
      "DELETE FROM journal",
      "INSERT INTO journal SELECT 9, at, actor, versions, action, subject, sha256, detail, previous, hash FROM journal",
      "REPLACE INTO journal SELECT 2, at, 'Nobody', versions, action, subject, sha256, detail, previous, hash FROM journal",
    ]) {
      expect(() => connection.script(statement)).toThrow(/lines (?:of|are added to the end of) the journal/);
    }
    expect(journal.entries(0, 10)).toEqual(before);
  });

  it("names the line at which it was rewritten", () => {
    const cases: readonly (readonly [statement: string, sequences: readonly number[], problem: string])[] = [
      ["UPDATE journal SET actor = 'Nobody' WHERE sequence = 2", [2], "Its hash does not fit what it says."],
      ["UPDATE journal SET detail = '{\"line\":9}' WHERE sequence = 1", [1], "Its hash does not fit what it says."],
      ["UPDATE journal SET detail = 'x' WHERE sequence = 1", [1], "Its hash does not fit what it says."],
      ["DELETE FROM journal WHERE sequence = 2", [3, 3], "Line 2 is missing."],
      ["DELETE FROM journal WHERE sequence < 4", [4, 4], "Lines 1 to 3 are missing."],
      [
        `UPDATE journal SET hash = '${"f".repeat(64)}' WHERE sequence = 4`,
        [4, 5],
        "Its hash does not fit what it says.",
      ],
      ["UPDATE journal SET sequence = -1 WHERE sequence = 1", [-1, -1, 2], "Its number is not one of the journal's."],
    ];
    for (const [statement, sequences, problem] of cases) {
      const { connection, journal } = setUpJournal(5);
      tamper(connection, () => {
        connection.script(statement);
      });
      const found = journal.verify();
      expect(found.map(({ sequence }) => sequence).slice(0, sequences.length)).toEqual(sequences);
      expect(found.map((link) => link.problem).join(" ")).toContain(problem);
    }
  });

  it("is walked to its end when it is long", () => {
    const { connection, journal } = setUpJournal();
    connection.transact(() => {
      for (let line = 1; line <= 2500; line += 1) journal.append(record({ detail: { line } }));
    });
    expect(journal.verify()).toEqual([]);
    tamper(connection, () => {
      connection.run(sql`UPDATE journal SET subject = 'doc_2' WHERE sequence = 2400`);
    });
    expect(journal.verify().map(({ sequence }) => sequence)).toEqual([2400]);
  });
});

it("canonical JSON does not depend on the order in which values were put together", () => {
  expect(canonicalJson({ b: 1, a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":1}');
  expect(canonicalJson({ é: 1, z: 2, Z: 3 })).toBe('{"Z":3,"z":2,"é":1}');
});
