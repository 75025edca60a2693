import { closeSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type LocatedArchive, locateArchive } from "./locate-archive.ts";
import { SliceReader } from "./slice-reader.ts";
import { describeEntry, type SafeZipEntry } from "./zip-entry.ts";

const MEGABYTE = 1024 * 1024;

/** H4 of the safety promises. */
export const ZIP_LIMITS = {
  entries: 10_000,
  entryBytes: 1024 * MEGABYTE,
  totalBytes: 4 * 1024 * MEGABYTE,
  ratio: 200,
  /** The ratio is asked for beyond this many unpacked bytes. */
  ratioFromBytes: 10 * MEGABYTE,
  /** The list of contents itself: names and extra fields may have 192 KB for each entry. */
  directoryBytes: 64 * MEGABYTE,
} as const;

const DIRECTORY_ENTRY_BYTES = 46;

/** An archive whose list of contents was checked. Entries are checked while they are read. */
export interface SafeZip {
  /** In the order of the list of contents; folders included; names may occur more than once. */
  readonly entries: readonly SafeZipEntry[];
  /** Bytes that stand before and behind the archive and do not belong to it. */
  readonly foreignBytes: number;
  /**
   * Unpacks an entry, chunk by chunk. What was handed out is only to be kept when the promise is fulfilled.
   *
   * @throws ProbativeError the entry's refusal; `import/unsafe-archive` at a limit; `import/corrupt` when it cannot be
   *   unpacked, has another size than claimed, or fails its CRC-32; and whatever `onChunk` throws, as it is
   */
  stream(entry: SafeZipEntry, onChunk: (bytes: Uint8Array) => void): Promise<void>;
  /** Unpacks an entry into memory. @throws as `stream`, and `import/too-large` beyond `limitBytes` */
  read(entry: SafeZipEntry, limitBytes: number): Promise<Uint8Array>;
  /** To be called when done, also after errors. */
  close(): void;
}

/**
 * Opens a ZIP archive and checks what yauzl does not: its size and number of entries, the list of contents against its own
 * claims, entries that overlap (which is how a small file unpacks to petabytes), links and devices, sizes and checksums.
 * ZIP64, data descriptors, and bytes before or behind the archive are read.
 *
 * @throws ProbativeError `import/corrupt`, `import/unsafe-archive`, `import/encrypted` when the whole is encrypted
 */
export async function openSafeZip(path: string): Promise<SafeZip> {
  const descriptor = openSync(path, "r");
  let located: LocatedArchive;
  try {
    located = locateArchive(descriptor);
    checkClaims(located);
  } catch (thrown) {
    closeSync(descriptor);
    throw thrown;
  }
  const reader = new SliceReader(descriptor, located.start);
  let zip: ZipFile | null = null;
  try {
    zip = await fromRandomAccessReaderPromise(reader, located.end - located.start, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    // Failures reach whoever waits for a result; an event without a listener would end the process.
    zip.on("error", () => undefined);
    const raw = await listEntries(zip, located);
    await checkOverlaps(zip, raw, located);
    return provide(zip, raw, located);
  } catch (thrown) {
    // Before yauzl has the reader nobody else would close the file.
    if (zip === null) closeSync(descriptor);
    else zip.close();
    // yauzl gives up on the whole list for one entry of this kind, and the list may be encrypted itself.
    if (thrown instanceof Error && thrown.message.includes("strong encryption"))
      throw new ProbativeError("import/encrypted", "The archive is strongly encrypted.", {}, thrown);
    throw asProbative(thrown, "The archive's list of contents is damaged.");
  }
}

function checkClaims({ directory }: LocatedArchive): void {
  if (directory.entries > ZIP_LIMITS.entries) throw tooManyEntries(directory.entries);
  if (directory.bytes > ZIP_LIMITS.directoryBytes)
    throw new ProbativeError("import/unsafe-archive", `Its list of contents has ${directory.bytes} bytes.`);
}

function tooManyEntries(count: number): ProbativeError {
  return new ProbativeError("import/unsafe-archive", `It holds ${count} entries; ${ZIP_LIMITS.entries} are read.`, {
    entries: count,
  });
}

async function listEntries(zip: ZipFile, { directory }: LocatedArchive): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  if (directory.entries > 0) {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      bytes += DIRECTORY_ENTRY_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  }
  // The number of entries is a claim of 16 bits: a list that goes on behind the last one hides files.
  if (bytes !== directory.bytes)
    throw new ProbativeError(
      "import/corrupt",
      "The archive's list of contents does not have the length that it claims.",
    );
  return entries;
}

async function checkOverlaps(zip: ZipFile, entries: readonly Entry[], located: LocatedArchive): Promise<void> {
  const ranges: { readonly start: number; readonly end: number }[] = [];
  for (const entry of entries) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    ranges.push({ start: entry.relativeOffsetOfLocalHeader, end: fileDataStart + entry.compressedSize });
  }
  ranges.push({ start: located.directory.start - located.start, end: located.end - located.start });
  ranges.sort((first, second) => first.start - second.start);
  let end = 0;
  for (const range of ranges) {
    if (range.start < end) throw new ProbativeError("import/unsafe-archive", "Entries of it overlap.");
    end = range.end;
  }
}

function provide(zip: ZipFile, raw: readonly Entry[], located: LocatedArchive): SafeZip {
  const sources = new Map(raw.map((entry) => [describeEntry(entry), entry] as const));
  let unpacked = 0;

  async function stream(entry: SafeZipEntry, onChunk: (bytes: Uint8Array) => void): Promise<void> {
    const source = sources.get(entry);
    if (source === undefined)
      throw new ProbativeError("internal/unknown", "An entry of another archive was asked for.");
    if (entry.refusal !== null) throw new ProbativeError(entry.refusal.reason, entry.refusal.message ?? "");
    let bytes = 0;
    let checksum = 0;
    for await (const chunk of unpack(zip, source)) {
      bytes += chunk.length;
      unpacked += chunk.length;
      checkLimits(entry, bytes, unpacked);
      checksum = crc32(chunk, checksum);
      onChunk(chunk);
    }
    if (bytes !== entry.bytes)
      throw new ProbativeError("import/corrupt", `It has ${bytes} bytes; the archive says ${entry.bytes}.`);
    if (checksum !== entry.crc32) throw new ProbativeError("import/corrupt", "Its checksum (CRC-32) is wrong.");
  }

  return {
    entries: [...sources.keys()],
    foreignBytes: located.start + located.bytesBehind,
    stream,
    async read(entry, limitBytes) {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      await stream(entry, (chunk) => {
        bytes += chunk.length;
        if (bytes > limitBytes)
          throw new ProbativeError("import/too-large", `A part of it has more than ${limitBytes} bytes.`);
        chunks.push(chunk);
      });
      return Buffer.concat(chunks);
    },
    close() {
      zip.close();
    },
  };
}

/** Counted on what was unpacked: sizes in an archive are claims. */
function checkLimits(entry: SafeZipEntry, bytes: number, unpacked: number): void {
  const limit = (sentence: string): ProbativeError => new ProbativeError("import/unsafe-archive", sentence);
  if (bytes > ZIP_LIMITS.entryBytes) throw limit("It unpacks to more than 1 GB.");
  if (unpacked > ZIP_LIMITS.totalBytes) throw limit("The archive unpacks to more than 4 GB.");
  if (bytes > entry.bytes)
    throw new ProbativeError("import/corrupt", "It unpacks to more bytes than the archive says.");
  if (bytes > ZIP_LIMITS.ratioFromBytes && bytes > entry.compressedBytes * ZIP_LIMITS.ratio)
    throw limit(`It unpacks to more than ${ZIP_LIMITS.ratio} times its size.`);
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    const readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of readable) yield chunk;
  } catch (thrown) {
    throw asProbative(thrown, "It cannot be unpacked.");
  }
}

function asProbative(thrown: unknown, sentence: string): ProbativeError {
  return thrown instanceof ProbativeError ? thrown : new ProbativeError("import/corrupt", sentence, {}, thrown);
}
