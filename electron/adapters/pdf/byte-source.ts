import { readSync } from "node:fs";

/** PDFium asks for 512 bytes at a time; one system call fetches this many instead. */
const BLOCK_BYTES = 64 * 1024;
/** Blocks kept: cross-reference, object streams and page content lie in different places of a file. */
const BLOCKS_KEPT = 16;

interface Block {
  index: number;
  length: number;
  readonly bytes: Uint8Array;
}

/** Bytes of a document, read piece by piece. */
export interface ByteSource {
  readonly byteLength: number;
  /** Copies `length` bytes from `position` into `target` at `offset`; false when the file does not hold them. */
  read(position: number, target: Uint8Array, offset: number, length: number): boolean;
}

function readFully(descriptor: number, target: Uint8Array, offset: number, length: number, position: number): number {
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, target, offset + done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** Bytes that are in memory. */
export function createMemorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    read(position, target, offset, length) {
      if (position + length > bytes.length) return false;
      target.set(bytes.subarray(position, position + length), offset);
      return true;
    },
  };
}

/** The file behind `descriptor`, through a small cache; it must stay open as long as it is used. */
export function createFileSource(descriptor: number, byteLength: number): ByteSource {
  const blocks: Block[] = [];
  let newest: Block | undefined;

  function load(index: number): Block {
    if (newest?.index === index) return newest;
    const position = blocks.findIndex((block) => block.index === index);
    const known = blocks[position];
    if (known !== undefined) {
      blocks.splice(position, 1);
      blocks.push(known);
      newest = known;
      return known;
    }
    const block: Block =
      blocks.length < BLOCKS_KEPT
        ? { index, length: 0, bytes: new Uint8Array(BLOCK_BYTES) }
        : (blocks.shift() ?? { index, length: 0, bytes: new Uint8Array(BLOCK_BYTES) });
    block.index = -1;
    block.length = readFully(descriptor, block.bytes, 0, BLOCK_BYTES, index * BLOCK_BYTES);
    block.index = index;
    blocks.push(block);
    newest = block;
    return block;
  }

  return {
    byteLength,
    read(position, target, offset, length) {
      if (length >= BLOCK_BYTES) return readFully(descriptor, target, offset, length, position) === length;
      let done = 0;
      while (done < length) {
        const at = position + done;
        const block = load(Math.floor(at / BLOCK_BYTES));
        const from = at % BLOCK_BYTES;
        const count = Math.min(length - done, block.length - from);
        if (count <= 0) return false;
        target.set(block.bytes.subarray(from, from + count), offset + done);
        done += count;
      }
      return true;
    },
  };
}
