import type { PassageLinkStore } from "#core/ports/passage-link-store.ts";
import type { PassageId, PassageLinkId } from "#shared/base/ids.ts";
import type { PassageLink, PassageRelation } from "#shared/model/passage-link.ts";
import { type Connection, sql } from "./connection.ts";

interface LinkRow {
  readonly link_id: string;
  readonly from_passage_id: string;
  readonly to_passage_id: string;
  readonly relation: string;
  readonly reason: string;
  readonly author: string;
  readonly created_at: string;
}

function toLink(row: LinkRow): PassageLink {
  return {
    linkId: row.link_id as PassageLinkId,
    from: row.from_passage_id as PassageId,
    to: row.to_passage_id as PassageId,
    relation: row.relation as PassageRelation,
    reason: row.reason,
    author: row.author,
    createdAt: row.created_at,
  };
}

/** Links between passages in `case.db`. They go with the passages that they link. */
export function openPassageLinkTable(connection: Connection): PassageLinkStore {
  return {
    list: (passageId) => {
      const rows =
        passageId === null
          ? connection.all<LinkRow>(sql`SELECT * FROM passage_link ORDER BY created_at, link_id`)
          : connection.all<LinkRow>(sql`
              SELECT * FROM passage_link WHERE from_passage_id = ${passageId} OR to_passage_id = ${passageId}
              ORDER BY created_at, link_id`);
      return rows.map(toLink);
    },
    counts: () =>
      new Map(
        connection.rows<[PassageId, number]>(sql`
          SELECT passage_id, count(*) FROM (
            SELECT from_passage_id AS passage_id FROM passage_link
            UNION ALL SELECT to_passage_id FROM passage_link
          ) GROUP BY passage_id`),
      ),
    find: (linkId) => {
      const row = connection.get<LinkRow>(sql`SELECT * FROM passage_link WHERE link_id = ${linkId}`);
      return row === undefined ? null : toLink(row);
    },
    findBetween: (one, other, relation) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const row = connection.get<LinkRow>(sql`
        SELECT * FROM passage_link
        WHERE min(from_passage_id, to_passage_id) = ${low} AND max(from_passage_id, to_passage_id) = ${high}
          AND relation = ${relation}`);
      return row === undefined ? null : toLink(row);
    },
    insert: (link) => {
      connection.run(sql`
        INSERT INTO passage_link (link_id, from_passage_id, to_passage_id, relation, reason, author, created_at)
        VALUES (${link.linkId}, ${link.from}, ${link.to}, ${link.relation}, ${link.reason}, ${link.author},
          ${link.createdAt})`);
    },
    update: (linkId, { from, to, relation, reason }) => {
      connection.run(sql`
        UPDATE passage_link SET from_passage_id = ${from}, to_passage_id = ${to}, relation = ${relation},
          reason = ${reason}
        WHERE link_id = ${linkId}`);
    },
    delete: (linkId) => {
      connection.run(sql`DELETE FROM passage_link WHERE link_id = ${linkId}`);
    },
  };
}
