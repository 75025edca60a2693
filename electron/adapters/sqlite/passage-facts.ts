import type { PassageFacts } from "#core/ports/passage-store.ts";
import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { AnchorState, PassageOrigin, ReviewMark } from "#shared/model/passage.ts";
import { type Connection, sql } from "./connection.ts";

/** Facts with the place that they are ordered by. */
interface PlacedFacts extends PassageFacts {
  /** Number of the document in the order of import. */
  readonly document: number;
  readonly page: number;
  readonly start: number;
}

type FactsRow = readonly [
  passageId: PassageId,
  documentId: DocumentId,
  page: number,
  start: number,
  author: string,
  createdAt: string,
  updatedAt: string,
  state: AnchorState,
  marks: string,
  isRegion: number,
  origin: PassageOrigin["kind"] | null,
];

/** More changed rows than this, and all are read: that is one walk instead of as many look-ups. */
const FEW = 5000;

function note(subject: string): string {
  return `
    DELETE FROM changed_passage WHERE passage_id = ${subject};
    INSERT INTO changed_passage (passage_id) VALUES (${subject});`;
}

function trigger(table: string, when: "INSERT" | "UPDATE" | "DELETE", columns: readonly string[]): string {
  const row = when === "DELETE" ? "OLD" : "NEW";
  const notes = columns.map((column) => note(`${row}.${column}`)).join("");
  const name = `note_facts_${table}_${when.toLowerCase()}`;
  return `CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER ${when} ON main.${table} BEGIN ${notes} END;`;
}

const LINK_ENDS = ["from_passage_id", "to_passage_id"] as const;

/** A tag is never moved from one passage to another, and a link changes its ends only to turn around. */
const TRIGGERS = [
  trigger("passage", "INSERT", ["passage_id"]),
  trigger("passage", "UPDATE", ["passage_id"]),
  trigger("passage", "DELETE", ["passage_id"]),
  trigger("passage_tag", "INSERT", ["passage_id"]),
  trigger("passage_tag", "DELETE", ["passage_id"]),
  trigger("passage_link", "INSERT", LINK_ENDS),
  trigger("passage_link", "DELETE", LINK_ENDS),
];

const MARKS = new Map<string, readonly ReviewMark[]>();

/** Marks of one kind are one list: most passages have the same few. */
function parseMarks(text: string): readonly ReviewMark[] {
  const known = MARKS.get(text) ?? (JSON.parse(text) as readonly ReviewMark[]);
  MARKS.set(text, known);
  return known;
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function comparePlaces(one: PlacedFacts, other: PlacedFacts): number {
  return (
    one.document - other.document ||
    one.page - other.page ||
    one.start - other.start ||
    compareText(one.createdAt, other.createdAt) ||
    compareText(one.passageId, other.passageId)
  );
}

const NO_TAGS: readonly TagId[] = [];

/** Tags by passage. Equal lists are one list: whoever counts by tags works each of them out once. */
function readTags(pairs: Iterable<readonly [PassageId, TagId]>): ReadonlyMap<PassageId, readonly TagId[]> {
  const tags = new Map<PassageId, TagId[]>();
  for (const [passageId, tagId] of pairs) {
    const known = tags.get(passageId);
    if (known === undefined) tags.set(passageId, [tagId]);
    else known.push(tagId);
  }
  const lists = new Map<string, readonly TagId[]>();
  return new Map(
    [...tags].map(([passageId, own]) => {
      const text = own.join();
      const list = lists.get(text) ?? own;
      lists.set(text, list);
      return [passageId, list];
    }),
  );
}

function readLinks(connection: Connection): ReadonlyMap<PassageId, number> {
  const links = new Map<PassageId, number>();
  for (const ends of connection.rows<[PassageId, PassageId]>(sql`
    SELECT from_passage_id, to_passage_id FROM passage_link`)) {
    for (const end of ends) links.set(end, (links.get(end) ?? 0) + 1);
  }
  return links;
}

interface Found {
  readonly rows: readonly FactsRow[];
  readonly pairs: readonly (readonly [PassageId, TagId])[];
}

/** A walk through the table: with the documents joined to it SQLite would go to each passage through an index. */
function readAll(connection: Connection): Found {
  const rows = connection.rows<FactsRow>(sql`
    SELECT passage_id, document_id, first_page, first_start, author, created_at, updated_at, state, marks,
      region IS NOT NULL, origin ->> 'kind'
    FROM passage`);
  return { rows, pairs: connection.rows(sql`SELECT passage_id, tag_id FROM passage_tag`) };
}

function readSome(connection: Connection, passageIds: readonly PassageId[]): Found {
  const wanted = JSON.stringify(passageIds);
  const rows = connection.rows<FactsRow>(sql`
    SELECT passage_id, document_id, first_page, first_start, author, created_at, updated_at, state, marks,
      region IS NOT NULL, origin ->> 'kind'
    FROM json_each(${wanted}) AS wanted CROSS JOIN passage ON passage_id = wanted.value`);
  const pairs = connection.rows<[PassageId, TagId]>(sql`
    SELECT passage_id, tag_id FROM json_each(${wanted}) AS wanted CROSS JOIN passage_tag ON passage_id = wanted.value`);
  return { rows, pairs };
}

/** Passages that are asked for, or all of them when null, with their tags and links. */
function readFacts(connection: Connection, passageIds: readonly PassageId[] | null): readonly PlacedFacts[] {
  const { rows, pairs } = passageIds === null ? readAll(connection) : readSome(connection, passageIds);
  const tags = readTags(pairs);
  const links = readLinks(connection);
  const documents = JSON.stringify([...new Set(rows.map(([, documentId]) => documentId))]);
  const numbers = new Map(
    connection.rows<[DocumentId, number]>(sql`
      SELECT document_id, sequence
      FROM json_each(${documents}) AS wanted CROSS JOIN document ON document_id = wanted.value`),
  );
  return rows.map(
    ([passageId, documentId, page, start, author, createdAt, updatedAt, state, marks, isRegion, origin]) => ({
      passageId,
      documentId,
      document: numbers.get(documentId) ?? 0,
      page,
      start,
      tagIds: tags.get(passageId) ?? NO_TAGS,
      marks: parseMarks(marks),
      author,
      createdAt,
      updatedAt,
      state,
      isRegion: isRegion === 1,
      origin: origin ?? "here",
      links: links.get(passageId) ?? 0,
    }),
  );
}

/**
 * Holds the facts of all passages in memory and follows what changes, noted by triggers as for documents (see
 * `watchDocuments`): undo and cascades are followed too, and what is rolled back takes its notes with it.
 *
 * @returns all facts, in the order of documents and pages; the same list while nothing changed
 */
export function watchPassageFacts(connection: Connection): () => readonly PassageFacts[] {
  connection.pragma("temp_store = MEMORY");
  connection.script(`
    CREATE TEMP TABLE IF NOT EXISTS changed_passage (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      passage_id TEXT NOT NULL UNIQUE
    ) STRICT;
    ${TRIGGERS.join("\n")}`);
  let held: { readonly facts: readonly PlacedFacts[]; readonly mark: number } | null = null;

  function lastMark(): number {
    const row = connection.get<{ readonly mark: number | null }>(sql`
      SELECT max(sequence) AS mark FROM changed_passage`);
    return row?.mark ?? 0;
  }

  function follow(facts: readonly PlacedFacts[], after: number): readonly PlacedFacts[] {
    const changed = connection.rows<[PassageId]>(sql`
      SELECT passage_id FROM changed_passage WHERE sequence > ${after}`);
    if (changed.length > FEW) return readFacts(connection, null).toSorted(comparePlaces);
    const passageIds = changed.map(([passageId]) => passageId);
    const gone = new Set(passageIds);
    const kept = facts.filter((fact) => !gone.has(fact.passageId));
    return [...kept, ...readFacts(connection, passageIds)].sort(comparePlaces);
  }

  return () => {
    // What a step has written so far may be rolled back: it is read, and not held.
    if (connection.inTransaction) return readFacts(connection, null).toSorted(comparePlaces);
    const mark = lastMark();
    if (held === null) held = { facts: readFacts(connection, null).toSorted(comparePlaces), mark };
    else if (held.mark !== mark) held = { facts: follow(held.facts, held.mark), mark };
    return held.facts;
  };
}
