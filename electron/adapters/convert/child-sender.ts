import type { ChildReceiver } from "#core/ports/document-converter.ts";
import type { ConversionPart } from "./worker-tasks.ts";

/** Bytes of one piece. */
const PIECE = 1024 ** 2;
/** Pieces that may be under way before the first was taken. */
const MOST_UNDER_WAY = 8;
/** Longest wait before a sign of life, in milliseconds. */
const WAIT_MS = 1_000;

/** How parts leave the worker. */
export interface SenderOutlets {
  post(part: ConversionPart, transfer: readonly ArrayBuffer[]): void;
  progress(): void;
  /** Parts that were taken on the other side. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/**
 * Sends children piece by piece. Readers hand out bytes without waiting, so this waits for them, blocking the thread, when
 * the other side is slower: otherwise an archive could fill the memory with what is not yet written.
 */
export function createChildSender({ post, progress, taken }: SenderOutlets): ChildReceiver {
  let sent = 0;
  let piece = new Uint8Array(PIECE);
  let filled = 0;

  const send = (part: ConversionPart, transfer: readonly ArrayBuffer[] = []): void => {
    for (let count = Atomics.load(taken, 0); sent - count >= MOST_UNDER_WAY; count = Atomics.load(taken, 0)) {
      Atomics.wait(taken, 0, count, WAIT_MS);
      progress();
    }
    sent += 1;
    post(part, transfer);
  };
  const flush = (): void => {
    if (filled === 0) return;
    // A small child must not carry a megabyte with it.
    const bytes = filled > PIECE / 2 ? piece.subarray(0, filled) : piece.slice(0, filled);
    if (bytes.buffer === piece.buffer) piece = new Uint8Array(PIECE);
    filled = 0;
    send({ kind: "bytes", bytes }, [bytes.buffer]);
  };

  return {
    begin(child) {
      filled = 0;
      send({ kind: "begin", child: { name: child.name } });
    },
    write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const step = Math.min(PIECE - filled, bytes.length - from);
        piece.set(bytes.subarray(from, from + step), filled);
        filled += step;
        from += step;
        if (filled === PIECE) flush();
      }
      progress();
    },
    end() {
      flush();
      send({ kind: "end" });
    },
    refuse(child) {
      filled = 0;
      send({ kind: "refuse", child: { name: child.name, reason: child.reason, message: child.message } });
    },
  };
}
