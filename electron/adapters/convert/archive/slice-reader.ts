import { close, read } from "node:fs";
import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";

const CHUNK_BYTES = 64 * 1024;

/** Lets yauzl read an archive that lies somewhere in a file. Owns the file descriptor. */
export class SliceReader extends RandomAccessReader {
  readonly #descriptor: number;
  readonly #start: number;

  /** @param start offset of the archive in the file, in bytes */
  constructor(descriptor: number, start: number) {
    super();
    this.#descriptor = descriptor;
    this.#start = start;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const descriptor = this.#descriptor;
    const stop = this.#start + end;
    let position = this.#start + start;
    // Not a stream of `node:fs`: destroying one of those closes the file under the other streams.
    return new Readable({
      highWaterMark: CHUNK_BYTES,
      read() {
        const wanted = Math.min(CHUNK_BYTES, stop - position);
        if (wanted <= 0) {
          this.push(null);
          return;
        }
        read(descriptor, Buffer.allocUnsafe(wanted), 0, wanted, position, (error, count, buffer) => {
          if (error !== null) this.destroy(error);
          else if (count === 0) this.destroy(new Error("unexpected end of file"));
          else {
            position += count;
            this.push(buffer.subarray(0, count));
          }
        });
      },
    });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    read(this.#descriptor, buffer, offset, length, this.#start + position, (error, count) => {
      callback(error ?? (count < length ? new Error("unexpected end of file") : null));
    });
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.#descriptor, callback);
  }
}
