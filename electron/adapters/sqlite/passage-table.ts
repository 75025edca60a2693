import type { PassageFilter, PassageMark, PassageStore, WantedWords } from "#core/ports/passage-store.ts";
import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type {
  AnchorState,
  PageRegion,
  Passage,
  PassageOrigin,
  PassageRange,
  ReviewMark,
} from "#shared/model/passage.ts";
import { type Connection, sql } from "./connection.ts";
import { watchPassageFacts } from "./passage-facts.ts";

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
  readonly marks: string;
  readonly region: string | null;
  readonly origin: string | null;
  /** Tag identifiers as a JSON list, in the order of the codebook. */
  readonly tag_ids: string;
}

/** Ranges as they were stored before page addresses were kept have none. */
type StoredRange = Omit<PassageRange, "addresses"> & Partial<Pick<PassageRange, "addresses">>;

function parseRanges(text: string): readonly PassageRange[] {
  return (JSON.parse(text) as readonly StoredRange[]).map((range) => ({ ...range, addresses: range.addresses ?? [] }));
}

function parseOrNull<Value>(text: string | null): Value | null {
  return text === null ? null : (JSON.parse(text) as Value);
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function toPassage(row: PassageRow): Passage {
  return {
    passageId: row.passage_id as PassageId,
    documentId: row.document_id as DocumentId,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    ranges: parseRanges(row.ranges),
    tagIds: JSON.parse(row.tag_ids) as readonly TagId[],
    note: row.note,
    marks: JSON.parse(row.marks) as readonly ReviewMark[],
    region: parseOrNull<PageRegion>(row.region),
    origin: parseOrNull<PassageOrigin>(row.origin),
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

function wordsOf(text: string | null): readonly string[] {
  return text === null ? [] : foldText(text).split(/\s+/u);
}

function matches(passage: Passage, filter: PassageFilter): boolean {
  if (!filter.tagIds.every((tagId) => passage.tagIds.includes(tagId))) return false;
  if (filter.text === null) return true;
  const text = foldText(`${passage.quote}\n${passage.note}`);
  return wordsOf(filter.text).every((word) => text.includes(word));
}

function findWords(connection: Connection, wanted: WantedWords): ReadonlySet<PassageId> {
  const [inText, inNote] = [wordsOf(wanted.text), wordsOf(wanted.note)];
  const found = new Set<PassageId>();
  const rows = connection.iterateRows<[PassageId, string, string]>(sql`SELECT passage_id, quote, note FROM passage`);
  for (const [passageId, quote, note] of rows) {
    const folded = foldText(note);
    if (!inNote.every((word) => folded.includes(word))) continue;
    const text = inText.length === 0 ? "" : `${foldText(quote)}\n${folded}`;
    if (inText.every((word) => text.includes(word))) found.add(passageId);
  }
  return found;
}

/** Passages in `case.db`. */
export function openPassageTable(connection: Connection): PassageStore {
  function linkTags(passageId: PassageId, tagIds: readonly TagId[]): void {
    for (const tagId of new Set(tagIds)) {
      connection.run(sql`INSERT INTO passage_tag (passage_id, tag_id) VALUES (${passageId}, ${tagId})`);
    }
  }

  function find(passageId: PassageId): Passage | null {
    const row = connection.get<PassageRow>(sql`
      SELECT passage_id, document_id, quote, prefix, suffix, ranges, note, author, created_at, updated_at, state,
        marks, region, origin,
        (SELECT json_group_array(passage_tag.tag_id ORDER BY tag.position, tag.sequence)
          FROM passage_tag JOIN tag USING (tag_id)
          WHERE passage_tag.passage_id = passage.passage_id) AS tag_ids
      FROM passage WHERE passage_id = ${passageId}`);
    return row === undefined ? null : toPassage(row);
  }

  return {
    facts: watchPassageFacts(connection),
    withWords: (words) => findWords(connection, words),
    findMany: (passageIds) => passageIds.flatMap((passageId) => find(passageId) ?? []),
    marks: (documentId) => readMarks(connection, documentId),
    list: (filter) => {
      const all = filter.documentId === null ? 1 : 0;
      return connection
        .all<PassageRow>(sql`
          SELECT passage.passage_id, passage.document_id, quote, prefix, suffix, ranges, note, author, created_at,
            updated_at, state, marks, region, origin,
            (SELECT json_group_array(passage_tag.tag_id ORDER BY tag.position, tag.sequence)
              FROM passage_tag JOIN tag USING (tag_id)
              WHERE passage_tag.passage_id = passage.passage_id) AS tag_ids
          FROM passage JOIN document USING (document_id)
          WHERE ${all} OR passage.document_id = ${filter.documentId}
          ORDER BY document.sequence, first_page, first_start, created_at, passage.passage_id`)
        .map(toPassage)
        .filter((passage) => matches(passage, filter));
    },
    find,
    count: () => connection.get<{ readonly count: number }>(sql`SELECT count(*) AS count FROM passage`)?.count ?? 0,
    insert: (passage) => {
      const [first] = passage.ranges;
      connection.run(sql`
        INSERT INTO passage (passage_id, document_id, quote, prefix, suffix, ranges, first_page, first_start, note,
          author, created_at, updated_at, state, marks, region, origin)
        VALUES (${passage.passageId}, ${passage.documentId}, ${passage.quote}, ${passage.prefix}, ${passage.suffix},
          ${JSON.stringify(passage.ranges)}, ${first?.page ?? 0}, ${first?.start ?? 0}, ${passage.note},
          ${passage.author}, ${passage.createdAt}, ${passage.updatedAt}, ${passage.state},
          ${JSON.stringify(passage.marks)}, ${jsonOrNull(passage.region)}, ${jsonOrNull(passage.origin)})`);
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
    addTag: (passageId, tagId) => {
      connection.run(sql`
        INSERT INTO passage_tag (passage_id, tag_id) VALUES (${passageId}, ${tagId}) ON CONFLICT DO NOTHING`);
    },
    removeTag: (passageId, tagId) => {
      connection.run(sql`DELETE FROM passage_tag WHERE passage_id = ${passageId} AND tag_id = ${tagId}`);
    },
    touch: (passageId, at) => {
      connection.run(sql`UPDATE passage SET updated_at = ${at} WHERE passage_id = ${passageId}`);
    },
    setMarks: (passageId, marks, at) => {
      connection.run(sql`
        UPDATE passage SET marks = ${JSON.stringify(marks)}, updated_at = ${at} WHERE passage_id = ${passageId}`);
    },
    setAnchor: (passageId, anchor) => {
      const [first] = anchor.ranges;
      connection.run(sql`
        UPDATE passage SET quote = ${anchor.quote}, prefix = ${anchor.prefix}, suffix = ${anchor.suffix},
          ranges = ${JSON.stringify(anchor.ranges)}, first_page = ${first?.page ?? 0},
          first_start = ${first?.start ?? 0}, region = ${jsonOrNull(anchor.region)}, state = ${anchor.state}
        WHERE passage_id = ${passageId}`);
    },
    delete: (passageId) => {
      connection.run(sql`DELETE FROM passage WHERE passage_id = ${passageId}`);
    },
  };
}
