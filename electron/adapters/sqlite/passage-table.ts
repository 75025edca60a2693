import type { PassageFilter, PassageMark, PassageStore } from "#core/ports/passage-store.ts";
import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { AnchorState, Passage, PassageRange } from "#shared/model/passage.ts";
import { type Connection, sql } from "./connection.ts";

interface PassageRow {
  readonly passage_id: string;
  readonly document_id: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly ranges: string;
  readonly note: string;
  readonly author: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly state: string;
  /** Tag identifiers as a JSON list, in the order of the codebook. */
  readonly tag_ids: string;
}

function toPassage(row: PassageRow): Passage {
  return {
    passageId: row.passage_id as PassageId,
    documentId: row.document_id as DocumentId,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    ranges: JSON.parse(row.ranges) as readonly PassageRange[],
    tagIds: JSON.parse(row.tag_ids) as readonly TagId[],
    note: row.note,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    state: row.state as AnchorState,
  };
}

interface MarkRow {
  readonly document_id: string;
  readonly note: string;
  readonly pages: string;
  readonly tag_ids: string;
}

function toMark(row: MarkRow): PassageMark {
  return {
    documentId: row.document_id as DocumentId,
    pages: JSON.parse(row.pages) as readonly number[],
    tagIds: JSON.parse(row.tag_ids) as readonly TagId[],
    note: row.note,
  };
}

/** Two statements, because one for both would read all passages to find those of a document. */
function readMarks(connection: Connection, documentId: DocumentId | null): readonly PassageMark[] {
  if (documentId === null) {
    const all = connection.all<MarkRow>(sql`
      SELECT document_id, note,
        (SELECT json_group_array(DISTINCT value ->> 'page' ORDER BY value ->> 'page') FROM json_each(ranges)) AS pages,
        (SELECT json_group_array(tag_id) FROM passage_tag WHERE passage_id = passage.passage_id) AS tag_ids
      FROM passage`);
    return all.map(toMark);
  }
  const own = connection.all<MarkRow>(sql`
    SELECT document_id, note,
      (SELECT json_group_array(DISTINCT value ->> 'page' ORDER BY value ->> 'page') FROM json_each(ranges)) AS pages,
      (SELECT json_group_array(tag_id) FROM passage_tag WHERE passage_id = passage.passage_id) AS tag_ids
    FROM passage WHERE document_id = ${documentId}`);
  return own.map(toMark);
}

function foldText(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function matches(passage: Passage, filter: PassageFilter): boolean {
  if (!filter.tagIds.every((tagId) => passage.tagIds.includes(tagId))) return false;
  if (filter.text === null) return true;
  const text = foldText(`${passage.quote}\n${passage.note}`);
  const words = foldText(filter.text).split(/\s+/u);
  return words.every((word) => text.includes(word));
}

/** Passages in `case.db`. */
export function openPassageTable(connection: Connection): PassageStore {
  function linkTags(passageId: PassageId, tagIds: readonly TagId[]): void {
    for (const tagId of new Set(tagIds)) {
      connection.run(sql`INSERT INTO passage_tag (passage_id, tag_id) VALUES (${passageId}, ${tagId})`);
    }
  }

  return {
    marks: (documentId) => readMarks(connection, documentId),
    list: (filter) => {
      const all = filter.documentId === null ? 1 : 0;
      return connection
        .all<PassageRow>(sql`
          SELECT passage.passage_id, passage.document_id, quote, prefix, suffix, ranges, note, author, created_at,
            updated_at, state,
            (SELECT json_group_array(passage_tag.tag_id ORDER BY tag.sequence)
              FROM passage_tag JOIN tag USING (tag_id)
              WHERE passage_tag.passage_id = passage.passage_id) AS tag_ids
          FROM passage JOIN document USING (document_id)
          WHERE ${all} OR passage.document_id = ${filter.documentId}
          ORDER BY document.sequence, first_page, first_start, created_at, passage.passage_id`)
        .map(toPassage)
        .filter((passage) => matches(passage, filter));
    },
    find: (passageId) => {
      const row = connection.get<PassageRow>(sql`
        SELECT passage_id, document_id, quote, prefix, suffix, ranges, note, author, created_at, updated_at, state,
          (SELECT json_group_array(passage_tag.tag_id ORDER BY tag.sequence)
            FROM passage_tag JOIN tag USING (tag_id)
            WHERE passage_tag.passage_id = passage.passage_id) AS tag_ids
        FROM passage WHERE passage_id = ${passageId}`);
      return row === undefined ? null : toPassage(row);
    },
    count: () => connection.get<{ readonly count: number }>(sql`SELECT count(*) AS count FROM passage`)?.count ?? 0,
    insert: (passage) => {
      const [first] = passage.ranges;
      connection.run(sql`
        INSERT INTO passage (passage_id, document_id, quote, prefix, suffix, ranges, first_page, first_start, note,
          author, created_at, updated_at, state)
        VALUES (${passage.passageId}, ${passage.documentId}, ${passage.quote}, ${passage.prefix}, ${passage.suffix},
          ${JSON.stringify(passage.ranges)}, ${first?.page ?? 0}, ${first?.start ?? 0}, ${passage.note},
          ${passage.author}, ${passage.createdAt}, ${passage.updatedAt}, ${passage.state})`);
      linkTags(passage.passageId, passage.tagIds);
    },
    updateNote: (passageId, note, at) => {
      connection.run(sql`UPDATE passage SET note = ${note}, updated_at = ${at} WHERE passage_id = ${passageId}`);
    },
    setTags: (passageId, tagIds, at) => {
      connection.run(sql`DELETE FROM passage_tag WHERE passage_id = ${passageId}`);
      linkTags(passageId, tagIds);
      connection.run(sql`UPDATE passage SET updated_at = ${at} WHERE passage_id = ${passageId}`);
    },
    setAnchor: (passageId, anchor) => {
      const [first] = anchor.ranges;
      connection.run(sql`
        UPDATE passage SET quote = ${anchor.quote}, prefix = ${anchor.prefix}, suffix = ${anchor.suffix},
          ranges = ${JSON.stringify(anchor.ranges)}, first_page = ${first?.page ?? 0},
          first_start = ${first?.start ?? 0}, state = ${anchor.state}
        WHERE passage_id = ${passageId}`);
    },
    delete: (passageId) => {
      connection.run(sql`DELETE FROM passage WHERE passage_id = ${passageId}`);
    },
  };
}
