import { crc32, deflateRawSync } from "node:zlib";

/** An entry to be packed, with whatever is to be wrong about it. */
export interface PackedEntry {
  readonly name: string | Buffer;
  readonly content: Uint8Array;
  readonly isUtf8?: boolean;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly claimedBytes?: number;
  /** `st_mode` of a Unix packer. */
  readonly mode?: number;
  /** Offset that the list of contents gives instead of the true one. */
  readonly offset?: number;
}

/** Packs a ZIP archive (APPNOTE 6.3.10), honest or not. `entries` of the options: what the end record claims. */
export function buildZip(entries: readonly PackedEntry[], options: { readonly entries?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name, "utf8");
    const packed = entry.isStored === true ? Buffer.from(entry.content) : deflateRawSync(entry.content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((entry.isUtf8 === false ? 0 : 0x0800) | (entry.flags ?? 0), 2);
    shared.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), 4);
    shared.writeUInt16LE(0x6000, 6);
    shared.writeUInt16LE(0x5a21, 8);
    shared.writeUInt32LE(entry.crc ?? crc32(entry.content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.claimedBytes ?? entry.content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, name, packed]);
    files.push(local);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o10_0644) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? offset, 10);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), shared, tail, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(options.entries ?? entries.length, 8);
  end.writeUInt16LE(options.entries ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
