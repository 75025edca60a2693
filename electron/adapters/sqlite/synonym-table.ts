import type { SynonymStore } from "#core/ports/synonym-store.ts";
import type { SynonymId } from "#shared/base/ids.ts";
import type { SynonymGroup } from "#shared/model/search-report.ts";
import { type Connection, sql } from "./connection.ts";

interface SynonymRow {
  readonly synonym_id: string;
  /** JSON list. */
  readonly names: string;
}

function toGroup(row: SynonymRow): SynonymGroup {
  return { synonymId: row.synonym_id as SynonymId, names: JSON.parse(row.names) as readonly string[] };
}

/** Synonyms in `case.db`. */
export function openSynonymTable(connection: Connection): SynonymStore {
  return {
    list: () => connection.all<SynonymRow>(sql`SELECT synonym_id, names FROM synonym ORDER BY sequence`).map(toGroup),
    find: (synonymId) => {
      const row = connection.get<SynonymRow>(
        sql`SELECT synonym_id, names FROM synonym WHERE synonym_id = ${synonymId}`,
      );
      return row === undefined ? null : toGroup(row);
    },
    insert: ({ synonymId, names }) => {
      connection.run(sql`
        INSERT INTO synonym (synonym_id, sequence, names)
        VALUES (${synonymId}, (SELECT coalesce(max(sequence) + 1, 1) FROM synonym), ${JSON.stringify(names)})`);
    },
    update: ({ synonymId, names }) => {
      connection.run(sql`UPDATE synonym SET names = ${JSON.stringify(names)} WHERE synonym_id = ${synonymId}`);
    },
    delete: (synonymId) => {
      connection.run(sql`DELETE FROM synonym WHERE synonym_id = ${synonymId}`);
    },
  };
}
