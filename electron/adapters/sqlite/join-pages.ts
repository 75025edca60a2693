import type { JoinedTexts } from "#core/ports/joined-texts.ts";
import { type Connection, sql } from "./connection.ts";

/** Longer pages are read alone, so that many of them never come together. */
const MOST_CHARACTERS = 65_536;

/**
 * Texts of pages in one statement and one piece of memory: half the time of a statement for each. As many of the first as
 * are short, or the first alone; one that is not there is empty.
 */
export function joinPages(connection: Connection, keys: readonly number[]): JoinedTexts {
  // The left table of a LEFT JOIN is the outer loop: rows come, and are joined, in the order of the keys.
  const [row] = connection.rows<readonly [bytes: Buffer | null, lengths: string]>(sql`
    SELECT cast(group_concat(text, '') AS BLOB), json_group_array(octet_length(text))
    FROM (
      SELECT iif(page.characters > ${MOST_CHARACTERS}, NULL, coalesce(page.text, '')) AS text
      FROM json_each(${JSON.stringify(keys)}) AS wanted LEFT JOIN page ON page.page_key = wanted.value
    )`);
  const lengths = JSON.parse(row?.[1] ?? "[]") as readonly (number | null)[];
  const firstLong = lengths.indexOf(null);
  if (firstLong === 0) return readAlone(connection, keys[0] ?? 0);
  let end = 0;
  const ends = Uint32Array.from(firstLong === -1 ? lengths : lengths.slice(0, firstLong), (length) => {
    end += length ?? 0;
    return end;
  });
  return { bytes: row?.[0] ?? new Uint8Array(0), ends };
}

function readAlone(connection: Connection, key: number): JoinedTexts {
  const [row] = connection.rows<readonly [bytes: Buffer]>(sql`
    SELECT cast(text AS BLOB) FROM page WHERE page_key = ${key}`);
  const bytes = row?.[0] ?? new Uint8Array(0);
  return { bytes, ends: Uint32Array.of(bytes.length) };
}
