import type { RedactionStore, StoredDecision } from "#core/ports/redaction-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { RedactionDecision } from "#shared/model/redaction.ts";
import { type Connection, sql } from "./connection.ts";

interface DecisionRow {
  readonly document_id: string;
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly characters: number;
  readonly cover: string;
  readonly decision: string;
  readonly decided_at: string;
  readonly decided_by: string;
}

function toDecision(row: DecisionRow): StoredDecision {
  return {
    documentId: row.document_id as DocumentId,
    page: row.page,
    region: {
      box: [row.left, row.bottom, row.right, row.top],
      characters: row.characters,
      cover: row.cover as HiddenRegion["cover"],
    },
    decision: row.decision as RedactionDecision,
    at: row.decided_at,
    by: row.decided_by,
  };
}

/** Decisions about hidden text in `case.db`: they outlast the index, where the hidden places themselves stand. */
export function openRedactionTable(connection: Connection): RedactionStore {
  return {
    list: (documentId) =>
      connection
        .all<DecisionRow>(sql`
          SELECT document_id, page, left, bottom, right, top, characters, cover, decision, decided_at, decided_by
          FROM redaction_decision JOIN document USING (document_id)
          WHERE ${documentId} IS NULL OR document_id = ${documentId}
          ORDER BY document.sequence, page, top DESC, left, bottom, right`)
        .map(toDecision),
    decide: ({ documentId, page, region, decision, at, by }) => {
      const [left, bottom, right, top] = region.box;
      connection.run(sql`
        INSERT INTO redaction_decision (document_id, page, left, bottom, right, top, characters, cover, decision,
          decided_at, decided_by)
        VALUES (${documentId}, ${page}, ${left}, ${bottom}, ${right}, ${top}, ${region.characters}, ${region.cover},
          ${decision}, ${at}, ${by})
        ON CONFLICT DO UPDATE SET decision = excluded.decision, decided_at = excluded.decided_at,
          decided_by = excluded.decided_by`);
    },
  };
}
