import { joinBytes } from "../join-bytes.ts";

/** How PDFium begins the table of its own cross-reference streams: no type field, 4 bytes of offset, 1 of generation. */
const PDFIUM_FIELDS = "/W[0 4 1]/Index[";
const PDFIUM_ENTRY_BYTES = 5;
/** Ours: 1 byte of type, 4 of offset, 1 of generation. */
const ENTRY_BYTES = 6;
const TYPE_IN_USE = 1;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/**
 * Completes the cross-reference stream of an incremental update that PDFium wrote. PDFium leaves out the stream's type, its
 * `endobj` and its own entry (ISO 32000-2, 7.5.8), so that strict readers call the file damaged and search it through.
 * The stream stands last in the file; nothing before it moves.
 *
 * @param copy file with an update at its end
 * @param updateStart offset where the update begins
 * @returns the same file when its update has a classic table; null when its end is not what PDFium is known to write
 */
export function completeCrossReference(
  copy: Uint8Array<ArrayBuffer>,
  updateStart: number,
): Uint8Array<ArrayBuffer> | null {
  const update = latin1(copy.subarray(updateStart));
  const pointer = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(update);
  if (pointer === null) return null;
  const tableStart = Number(pointer[1]) - updateStart;
  if (tableStart < 0 || tableStart >= update.length) return null;
  const table = update.slice(tableStart);
  if (table.startsWith("xref")) return copy;
  const head = /^(\d+) 0 obj\s*<</.exec(table);
  const fields = table.indexOf(PDFIUM_FIELDS);
  if (head === null || fields < 0) return null;
  const rest = /^([\d\s]*)\]\/Length (\d+)>>stream\r?\n/.exec(table.slice(fields + PDFIUM_FIELDS.length));
  if (rest === null) return null;
  const dataStart = tableStart + fields + PDFIUM_FIELDS.length + rest[0].length;
  const length = Number(rest[2]);
  const entries = copy.subarray(updateStart + dataStart, updateStart + dataStart + length);
  if (entries.length !== length || length % PDFIUM_ENTRY_BYTES !== 0) return null;

  const number = Number(head[1]);
  const start = updateStart + tableStart;
  const data = describeObjects(entries, start);
  const dictionary =
    `${number} 0 obj\n<</Type/XRef${table.slice(head[0].length, fields)}/W[1 4 1]` +
    `/Index[${(rest[1] ?? "").trim()} ${number} 1]/Length ${data.length}>>\nstream\n`;
  return joinBytes([
    copy.subarray(0, start),
    Buffer.from(dictionary, "latin1"),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"),
  ]);
}

/** PDFium's entries with their type, and one for the stream itself, which stands at `ownOffset`. */
function describeObjects(entries: Uint8Array, ownOffset: number): Buffer {
  const count = entries.length / PDFIUM_ENTRY_BYTES;
  const data = Buffer.alloc((count + 1) * ENTRY_BYTES);
  for (let index = 0; index < count; index += 1) {
    data[index * ENTRY_BYTES] = TYPE_IN_USE;
    data.set(entries.subarray(index * PDFIUM_ENTRY_BYTES, (index + 1) * PDFIUM_ENTRY_BYTES), index * ENTRY_BYTES + 1);
  }
  data[count * ENTRY_BYTES] = TYPE_IN_USE;
  data.writeUInt32BE(ownOffset, count * ENTRY_BYTES + 1);
  return data;
}
