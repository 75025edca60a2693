import type { TagStore } from "#core/ports/passage-store.ts";
import type { TagId } from "#shared/base/ids.ts";
import type { Tag, TagColor } from "#shared/model/tag.ts";
import { type Connection, sql } from "./connection.ts";

interface TagRow {
  readonly tag_id: string;
  readonly name: string;
  readonly color: string;
  readonly key: number | null;
  readonly description: string;
  readonly examples: string;
  readonly archived: number;
  readonly position: number;
  readonly passages: number;
}

function toTag(row: TagRow): Tag {
  return {
    tagId: row.tag_id as TagId,
    name: row.name,
    color: row.color as TagColor,
    key: row.key,
    description: row.description,
    examples: row.examples,
    archived: row.archived === 1,
    position: row.position,
    passages: row.passages,
  };
}

/** SQLite's own NOCASE knows ASCII only; names are compared as people do, in any script. */
function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Tags in `case.db`. */
export function openTagTable(connection: Connection): TagStore {
  function find(tagId: TagId): Tag | null {
    const row = connection.get<TagRow>(sql`
      SELECT *, (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
      FROM tag WHERE tag_id = ${tagId}`);
    return row === undefined ? null : toTag(row);
  }

  return {
    list: () =>
      connection
        .all<TagRow>(sql`
          SELECT *, (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
          FROM tag ORDER BY position, sequence`)
        .map(toTag),
    find,
    findByName: (name) => {
      const row = connection.get<TagRow>(sql`
        SELECT *, (SELECT count(*) FROM passage_tag WHERE passage_tag.tag_id = tag.tag_id) AS passages
        FROM tag WHERE name_folded = ${foldName(name)}`);
      return row === undefined ? null : toTag(row);
    },
    insert: (tag) => {
      connection.run(sql`
        INSERT INTO tag (tag_id, sequence, name, name_folded, color, key, position)
        VALUES (${tag.tagId}, (SELECT coalesce(max(sequence) + 1, 1) FROM tag), ${tag.name}, ${foldName(tag.name)},
          ${tag.color}, ${tag.key}, (SELECT coalesce(max(position) + 1, 0) FROM tag))`);
    },
    update: (tagId, change) => {
      const row = connection.get<Omit<TagRow, "passages">>(sql`SELECT * FROM tag WHERE tag_id = ${tagId}`);
      if (row === undefined) return;
      const { name, color, key, description, examples, archived, position } = {
        ...toTag({ ...row, passages: 0 }),
        ...change,
      };
      connection.run(sql`
        UPDATE tag SET name = ${name}, name_folded = ${foldName(name)}, color = ${color}, key = ${key},
          description = ${description}, examples = ${examples}, archived = ${archived ? 1 : 0}, position = ${position}
        WHERE tag_id = ${tagId}`);
    },
    delete: (tagId) => {
      connection.run(sql`DELETE FROM tag WHERE tag_id = ${tagId}`);
    },
  };
}
