import type { TagStore } from "#core/ports/passage-store.ts";
import type { TagId } from "#shared/base/ids.ts";
import type { Tag, TagColor } from "#shared/model/tag.ts";
import { type Connection, sql } from "./connection.ts";

interface TagRow {
  readonly tag_id: string;
  readonly name: string;
  readonly color: string;
  readonly key: number | null;
  readonly passages: number;
}

function toTag(row: TagRow): Tag {
  return {
    tagId: row.tag_id as TagId,
    name: row.name,
    color: row.color as TagColor,
    key: row.key,
    passages: row.passages,
  };
}

/** SQLite's own NOCASE knows ASCII only; names are compared as people do, in any script. */
function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Tags in `case.db`. */
export function openTagTable(connection: Connection): TagStore {
  return {
    list: () =>
      connection
        .all<TagRow>(sql`
          SELECT tag_id, name, color, key,
            (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
          FROM tag ORDER BY sequence`)
        .map(toTag),
    find: (tagId) => {
      const row = connection.get<TagRow>(sql`
        SELECT tag_id, name, color, key,
          (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
        FROM tag WHERE tag_id = ${tagId}`);
      return row === undefined ? null : toTag(row);
    },
    findByName: (name) => {
      const row = connection.get<TagRow>(sql`
        SELECT tag_id, name, color, key,
          (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
        FROM tag WHERE name_folded = ${foldName(name)}`);
      return row === undefined ? null : toTag(row);
    },
    insert: (tag) => {
      connection.run(sql`
        INSERT INTO tag (tag_id, sequence, name, name_folded, color, key)
        VALUES (${tag.tagId}, (SELECT coalesce(max(sequence) + 1, 1) FROM tag), ${tag.name}, ${foldName(tag.name)},
          ${tag.color}, ${tag.key})`);
    },
    update: (tagId, change) => {
      connection.run(sql`
        UPDATE tag SET name = ${change.name}, name_folded = ${foldName(change.name)}, color = ${change.color},
          key = ${change.key}
        WHERE tag_id = ${tagId}`);
    },
    delete: (tagId) => {
      connection.run(sql`DELETE FROM tag WHERE tag_id = ${tagId}`);
    },
  };
}
