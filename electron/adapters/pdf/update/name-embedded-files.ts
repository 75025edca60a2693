import { joinBytes } from "../join-bytes.ts";
import { appendUpdate, type UpdatedObject } from "./append-update.ts";
import { type ObjectTable, readObjectTable } from "./object-table.ts";
import { readObject } from "./read-object.ts";
import { readDictionary, referenceOf, type Span, textOf, UnreadableStructure } from "./syntax.ts";

/** A file with more objects is not searched. */
const MOST_OBJECTS = 500_000;

const LESS = 0x3c;

/**
 * Gives file specifications a name of the kind under which they give their bytes. PDFium looks for the bytes of an embedded
 * file under the kinds of name that the specification has, while writers may give them under another one
 * (ISO 32000-2, 7.11.3 allows it). The names themselves do not matter: those that people see were read before.
 *
 * @returns the file with an update that only PDFium is to see; null when there is nothing to add or the file is encrypted
 *   or damaged
 */
export function nameEmbeddedFiles(original: Uint8Array): Uint8Array<ArrayBuffer> | null {
  try {
    const table = readObjectTable(original);
    if (table.trailer.entries.has("Encrypt") || table.places.size > MOST_OBJECTS) return null;
    const objects: UpdatedObject[] = [];
    for (const [number, place] of table.places) {
      if (place.kind === "free") continue;
      const updated = withPlainName(table, number);
      if (updated !== null) objects.push(updated);
    }
    return objects.length === 0 ? null : appendUpdate(table, objects, table.size);
  } catch (thrown) {
    if (thrown instanceof UnreadableStructure) return null;
    throw thrown;
  }
}

/** Kinds of name that a specification may have, and kinds under which it may give bytes. */
const KINDS = ["UF", "F", "DOS", "Mac", "Unix"];

function withPlainName(table: ObjectTable, number: number): UpdatedObject | null {
  try {
    const { generation, value } = readObject(table, number);
    const { bytes, start, end } = value;
    if (bytes[start] !== LESS || bytes[start + 1] !== LESS) return null;
    const { entries, end: close } = readDictionary(bytes, start);
    const embedded = entries.get("EF");
    if (embedded === undefined) return null;
    const kinds = kindsOf(table, embedded);
    const isNamed = (kind: string): boolean => !/^(?:\(\)|<>)?$/u.test(textOf(entries.get(kind) ?? NOTHING));
    const [kind] = kinds;
    if (kind === undefined || kinds.some(isNamed)) return null;
    const empty = entries.get(kind);
    const name = Buffer.from(empty === undefined ? `/${kind}(file)` : "(file)", "latin1");
    const [from, to] = empty === undefined ? [close - 2, close - 2] : [empty.start, empty.end];
    return { number, generation, body: joinBytes([bytes.subarray(start, from), name, bytes.subarray(to, end)]) };
  } catch (thrown) {
    // One object that cannot be read says nothing of the others.
    if (thrown instanceof UnreadableStructure) return null;
    throw thrown;
  }
}

const NOTHING: Span = { bytes: new Uint8Array(0), start: 0, end: 0 };

/** The kinds under which a specification gives bytes, in a dictionary of its own or an object. */
function kindsOf(table: ObjectTable, embedded: Span): readonly string[] {
  const reference = referenceOf(embedded);
  const { bytes, start } = reference === undefined ? embedded : readObject(table, reference).value;
  const { entries } = readDictionary(bytes, start);
  return KINDS.filter((kind) => entries.has(kind));
}
