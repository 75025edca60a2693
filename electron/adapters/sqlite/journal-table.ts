import type { Clock } from "#core/ports/clock.ts";
import type { Journal } from "#core/ports/journal.ts";
import { canonicalJson } from "#shared/base/canonical-json.ts";
import type { JournalAction, JournalEntry } from "#shared/model/journal.ts";
import { type Connection, sql } from "./connection.ts";
import { type BrokenLink, CHAIN_START, checkLink, hashOf } from "./journal-chain.ts";

interface JournalRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly versions: string;
  readonly action: string;
  readonly subject: string | null;
  readonly sha256: string | null;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

/** Who writes the journal. */
export interface JournalAuthor {
  readonly clock: Clock;
  readonly actor: string;
  /** Versions of program and schema, e.g. `probative 0.1.0, case 2`. */
  readonly versions: string;
}

/** Lines read at a time by `verify`: a chain may be longer than should be in memory. */
const BATCH = 1000;

function toEntry(row: JournalRow): JournalEntry {
  return { ...row, action: row.action as JournalAction, detail: parseDetail(row.detail) };
}

/** What is not JSON was not written by a journal: its line fails its hash, as any other that was rewritten. */
function parseDetail(text: string): JournalEntry["detail"] {
  try {
    return JSON.parse(text) as JournalEntry["detail"];
  } catch {
    return { unreadable: true };
  }
}

/** SQLite keeps text as UTF-8, which has no half surrogate pairs: what is hashed must be what comes back. */
function storable<Value>(value: Value): Value {
  return (typeof value === "string" ? value.toWellFormed() : value) as Value;
}

/** The journal in `case.db`. Triggers refuse every change but a line at the end (see the schema). */
export function openJournalTable(connection: Connection, author: JournalAuthor): Journal {
  function readAfter(sequence: number, limit: number): readonly JournalEntry[] {
    return connection
      .all<JournalRow>(sql`
        SELECT sequence, at, actor, versions, action, subject, sha256, detail, previous, hash FROM journal
        WHERE sequence > ${sequence} ORDER BY sequence LIMIT ${limit}`)
      .map(toEntry);
  }

  function readHead() {
    return connection.get<{ readonly sequence: number; readonly hash: string; readonly at: string }>(sql`
      SELECT sequence, hash, at FROM journal ORDER BY sequence DESC LIMIT 1`);
  }

  return {
    append: (record) => {
      const head = readHead();
      const detail = Object.fromEntries(
        Object.entries(record.detail).map(([key, value]) => [storable(key), storable(value)]),
      );
      const entry = {
        sequence: (head?.sequence ?? 0) + 1,
        at: author.clock.now(),
        actor: storable(author.actor),
        versions: author.versions,
        action: record.action,
        subject: storable(record.subject),
        sha256: record.sha256,
        detail,
        previous: head?.hash ?? CHAIN_START,
      };
      connection.run(sql`
        INSERT INTO journal (sequence, at, actor, versions, action, subject, sha256, detail, previous, hash)
        VALUES (${entry.sequence}, ${entry.at}, ${entry.actor}, ${entry.versions}, ${entry.action}, ${entry.subject},
          ${entry.sha256}, ${canonicalJson(detail)}, ${entry.previous}, ${hashOf(entry)})`);
    },
    head: () => {
      const head = readHead();
      return { entries: head?.sequence ?? 0, hash: head?.hash ?? CHAIN_START, at: head?.at ?? null };
    },
    entries: readAfter,
    verify: () => {
      const problems: BrokenLink[] = [];
      let before: JournalEntry | null = null;
      for (;;) {
        const batch: readonly JournalEntry[] = readAfter(before?.sequence ?? Number.MIN_SAFE_INTEGER, BATCH);
        for (const entry of batch) {
          problems.push(...checkLink(before, entry));
          before = entry;
        }
        if (batch.length < BATCH) return problems;
      }
    },
  };
}
