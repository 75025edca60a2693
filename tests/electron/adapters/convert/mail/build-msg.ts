import { burn, type Entry } from "@kenjiuno/msgreader/lib/Burner.js";

const ROOT = 5;
const STORAGE = 1;
const STREAM = 2;

/** A storage of a compound file: streams by their names, and storages inside. */
export interface Storage {
  readonly streams: Readonly<Record<string, Uint8Array>>;
  readonly storages?: Readonly<Record<string, Storage>>;
}

/** Writes a compound file (MS-CFB). */
export function buildCompoundFile(root: Storage): Buffer {
  const entries: Entry[] = [{ name: "Root Entry", type: ROOT, length: 0, children: [] }];
  const add = (parent: number, storage: Storage): void => {
    for (const [name, bytes] of Object.entries(storage.streams)) {
      entries[parent]?.children?.push(entries.length);
      entries.push({ name, type: STREAM, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) });
    }
    for (const [name, inner] of Object.entries(storage.storages ?? {})) {
      entries[parent]?.children?.push(entries.length);
      const index = entries.length;
      entries.push({ name, type: STORAGE, length: 0, children: [] });
      add(index, inner);
    }
  };
  add(0, root);
  return Buffer.from(burn(entries));
}

/** A property of text, in UTF-16. */
export function textProperty(tag: string, text: string): Readonly<Record<string, Uint8Array>> {
  return { [`__substg1.0_${tag}001F`]: Buffer.from(text, "utf16le") };
}

/** A property of bytes. */
export function binaryProperty(tag: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return { [`__substg1.0_${tag}0102`]: bytes };
}

/** The stream of fixed-length properties (MS-OXMSG, 2.4): tags with values of up to eight bytes. */
export function fixedProperties(
  headerBytes: number,
  values: readonly (readonly [tag: number, value: number | bigint])[],
): Readonly<Record<string, Uint8Array>> {
  const stream = Buffer.alloc(headerBytes + values.length * 16);
  for (const [index, [tag, value]] of values.entries()) {
    stream.writeUInt32LE(tag, headerBytes + index * 16);
    stream.writeUInt32LE(6, headerBytes + index * 16 + 4);
    stream.writeBigUInt64LE(BigInt(value), headerBytes + index * 16 + 8);
  }
  return { "__properties_version1.0": stream };
}
