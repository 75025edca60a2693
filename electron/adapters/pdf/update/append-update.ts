import { createHash } from "node:crypto";
import { joinBytes } from "../join-bytes.ts";
import type { ObjectTable } from "./object-table.ts";
import { type Span, textOf, UnreadableStructure } from "./syntax.ts";

/** An object of the update, new or in place of an old one. `body` is what stands between `obj` and `endobj`. */
export interface UpdatedObject {
  readonly number: number;
  readonly generation: number;
  readonly body: Uint8Array;
}

interface PlacedObject {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

/**
 * Appends an incremental update (ISO 32000-2, 7.5.6): the file's bytes, the objects, and a cross-reference section of the
 * form that the file ends with. Nothing else is written anew.
 *
 * @param size first object number that is free after the update
 */
export function appendUpdate(
  table: ObjectTable,
  objects: readonly UpdatedObject[],
  size: number,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [table.bytes, latin1("\n")];
  // As readers do, the update counts its offsets from the header.
  let offset = table.bytes.length + 1 - table.base;
  const placed: PlacedObject[] = [];
  const add = (part: Uint8Array): void => {
    parts.push(part);
    offset += part.length;
  };
  for (const { number, generation, body } of objects) {
    placed.push({ number, generation, offset });
    add(latin1(`${number} ${generation} obj\n`));
    add(body);
    add(latin1("\nendobj\n"));
  }
  placed.sort((first, second) => first.number - second.number);
  const entries = trailerEntries(table, objects);
  const section =
    table.form === "table" ? tableSection(placed, size, entries) : streamSection(placed, size, entries, offset);
  parts.push(section, latin1(`startxref\n${offset}\n%%EOF\n`));
  return joinBytes(parts);
}

function trailerEntries(table: ObjectTable, objects: readonly UpdatedObject[]): string {
  const { entries } = table.trailer;
  const copy = (key: string): string => {
    const span = entries.get(key);
    return span === undefined ? "" : `/${key} ${textOf(span)}`;
  };
  return `${copy("Root")}${copy("Info")}${identifiers(entries.get("ID"), objects)}/Prev ${table.startOfNewest}`;
}

/** The file's identifier stays, that of its state changes (ISO 32000-2, 14.4). */
function identifiers(span: Span | undefined, objects: readonly UpdatedObject[]): string {
  if (span === undefined) return "";
  const first = /^\[\s*(<[0-9a-fA-F\s]*>|\((?:[^\\()]|\\[\s\S])*\))/.exec(textOf(span));
  if (first === null) throw new UnreadableStructure("an identifier was expected");
  const hash = createHash("sha256");
  for (const { number, body } of objects) hash.update(`${number}\n`).update(body);
  return `/ID[${first[1]}<${hash.digest("hex").slice(0, 32)}>]`;
}

function tableSection(placed: readonly PlacedObject[], size: number, entries: string): Uint8Array {
  const lines = consecutive(placed).map((group) => {
    const rows = group.map(
      ({ offset, generation }) => `${String(offset).padStart(10, "0")} ${String(generation).padStart(5, "0")} n\r\n`,
    );
    return `${group[0]?.number ?? 0} ${group.length}\n${rows.join("")}`;
  });
  return latin1(`xref\n${lines.join("")}trailer\n<</Size ${size}${entries}>>\n`);
}

/** Bytes of an entry in a cross-reference stream: type, offset, generation. */
const ENTRY_WIDTHS = [1, 4, 2] as const;
const ENTRY_BYTES = 7;
const TYPE_OFFSET = 1;

function streamSection(placed: readonly PlacedObject[], size: number, entries: string, offset: number): Uint8Array {
  // The stream has an entry of its own, at the first number that is free.
  const all = [...placed, { number: size, generation: 0, offset }];
  const data = Buffer.alloc(all.length * ENTRY_BYTES);
  all.forEach((object, index) => {
    data.writeUInt8(TYPE_OFFSET, index * ENTRY_BYTES);
    data.writeUInt32BE(object.offset, index * ENTRY_BYTES + 1);
    data.writeUInt16BE(object.generation, index * ENTRY_BYTES + 5);
  });
  const index = consecutive(all).map((group) => `${group[0]?.number ?? 0} ${group.length}`);
  const dictionary =
    `<</Type/XRef/Size ${size + 1}/W[${ENTRY_WIDTHS.join(" ")}]/Index[${index.join(" ")}]` +
    `${entries}/Length ${data.length}>>`;
  return joinBytes([latin1(`${size} 0 obj\n${dictionary}\nstream\n`), data, latin1("\nendstream\nendobj\n")]);
}

/** Divides objects in ascending order into groups of successive numbers. */
function consecutive(placed: readonly PlacedObject[]): readonly (readonly PlacedObject[])[] {
  const groups: PlacedObject[][] = [];
  for (const object of placed) {
    const last = groups.at(-1);
    if (last?.at(-1)?.number === object.number - 1) last?.push(object);
    else groups.push([object]);
  }
  return groups;
}
