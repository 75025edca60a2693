import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Storages and streams directly inside of a compound file. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
}

/** MS-CFB 2.2 and 2.6.1. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END_OF_CHAIN = 0xff_ff_ff_fe;
const FREE = 0xff_ff_ff_ff;
const HEADER_BYTES = 512;
const HEADER_TABLE_SECTORS = 109;
const ENTRY_BYTES = 128;
const STREAM = 2;
const STORAGE = 1;
const ROOT = 5;
const SMALL_SECTOR_BYTES = 64;
const SMALL_STREAM_BELOW = 4_096;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly bytes: number;
}

/**
 * Reads the directory of a compound file and walks every chain in it once. The library that reads messages follows chains
 * and trees wherever they lead, so that a loop would fill the memory: files are checked here before it sees them.
 *
 * @throws ProbativeError `import/corrupt` when it is no compound file, is cut off, or has a loop
 */
export function checkCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_BYTES || SIGNATURE.some((byte, index) => bytes[index] !== byte)) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectorBytes = 2 ** shift;
  const sectors = Math.ceil(bytes.length / sectorBytes);
  const table = readTable(view, sectorBytes, sectors);
  const chain = (start: number): readonly number[] => followChain(start, sectors, (sector) => table(sector));

  const entries = chain(view.getUint32(48, true)).flatMap((sector) => readEntries(view, sector, sectorBytes));
  const root = entries[0];
  if (root === undefined || root.type !== ROOT) throw damaged();
  const smallTable = chain(view.getUint32(60, true));
  const smallSectors = Math.ceil((chain(root.start).length * sectorBytes) / SMALL_SECTOR_BYTES);
  for (const entry of entries.slice(1)) {
    if (entry.type !== STREAM || entry.bytes === 0) continue;
    if (entry.bytes > bytes.length) throw damaged();
    const length =
      entry.bytes < SMALL_STREAM_BELOW
        ? followChain(entry.start, smallSectors, (sector) => readSmall(view, smallTable, sector, sectorBytes)).length *
          SMALL_SECTOR_BYTES
        : chain(entry.start).length * sectorBytes;
    if (length < entry.bytes) throw damaged();
  }
  return { names: new Set(checkTree(entries)) };
}

function damaged(): ProbativeError {
  return new ProbativeError("import/corrupt", "Its inner file system is damaged or cut off.");
}

/** The sector that follows another, from the allocation table, whose own sectors the header and its chain name. */
function readTable(view: DataView, sectorBytes: number, sectors: number): (sector: number) => number {
  const perSector = sectorBytes / 4;
  const count = view.getUint32(44, true);
  if (count > sectors) throw damaged();
  const tableSectors: number[] = [];
  for (let index = 0; index < Math.min(count, HEADER_TABLE_SECTORS); index += 1)
    tableSectors.push(view.getUint32(76 + index * 4, true));
  let further = view.getUint32(68, true);
  for (let steps = 0; tableSectors.length < count && further < sectors; steps += 1) {
    if (steps > sectors) throw damaged();
    for (let index = 0; index < perSector - 1 && tableSectors.length < count; index += 1)
      tableSectors.push(read(view, (further + 1) * sectorBytes + index * 4));
    further = read(view, (further + 2) * sectorBytes - 4);
  }
  return (sector) => {
    const holder = tableSectors[Math.floor(sector / perSector)];
    if (holder === undefined || holder >= sectors) throw damaged();
    return read(view, (holder + 1) * sectorBytes + (sector % perSector) * 4);
  };
}

function read(view: DataView, offset: number): number {
  if (offset + 4 > view.byteLength) throw damaged();
  return view.getUint32(offset, true);
}

function readSmall(view: DataView, table: readonly number[], sector: number, sectorBytes: number): number {
  const holder = table[Math.floor((sector * 4) / sectorBytes)];
  if (holder === undefined) throw damaged();
  return read(view, (holder + 1) * sectorBytes + ((sector * 4) % sectorBytes));
}

/** A chain cannot have more links than there are sectors. */
function followChain(start: number, sectors: number, next: (sector: number) => number): readonly number[] {
  const chain: number[] = [];
  for (let sector = start; sector !== END_OF_CHAIN && sector !== FREE; sector = next(sector)) {
    if (sector >= sectors || chain.length > sectors) throw damaged();
    chain.push(sector);
  }
  return chain;
}

function readEntries(view: DataView, sector: number, sectorBytes: number): readonly Entry[] {
  const entries: Entry[] = [];
  const start = (sector + 1) * sectorBytes;
  for (let at = start; at + ENTRY_BYTES <= Math.min(start + sectorBytes, view.byteLength); at += ENTRY_BYTES) {
    const units = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1));
    let name = "";
    for (let unit = 0; unit < units; unit += 1) name += String.fromCharCode(view.getUint16(at + unit * 2, true));
    entries.push({
      name,
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      bytes: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Every entry hangs in the tree once at most. @returns names of the root's own children */
function checkTree(entries: readonly Entry[]): readonly string[] {
  const names: string[] = [];
  const seen = new Set<number>([0]);
  const queue: { readonly index: number; readonly isTop: boolean }[] = [];
  const push = (index: number, isTop: boolean): void => {
    if (index === FREE) return;
    if (index >= entries.length || seen.has(index)) throw damaged();
    seen.add(index);
    queue.push({ index, isTop });
  };
  push(entries[0]?.child ?? FREE, true);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const entry = entries[next.index];
    if (entry === undefined) throw damaged();
    if (next.isTop) names.push(entry.name);
    push(entry.left, next.isTop);
    push(entry.right, next.isTop);
    if (entry.type === STORAGE) push(entry.child, false);
  }
  return names;
}
