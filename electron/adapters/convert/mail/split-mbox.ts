import { closeSync, openSync, readSync } from "node:fs";

/** Takes the messages of a mailbox as they are read. */
export interface MessageSink {
  begin(): void;
  write(bytes: Uint8Array): void;
  end(): void;
}

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x3e;
const LETTER_F = 0x46;

/** Begins a message: a sender (which may be `-` or `???@???`) and a date with its year. */
const ENVELOPE = /^From \S+.*\b(?:19|20)\d\d\b/u;
const FIELD = /^(?:>?From |[\x21-\x39\x3b-\x7e]+[ \t]*:)/u;
const QUOTED = /^>+From /u;
/** Enough of a line to tell what it is. */
const LINE_HEAD = 256;

/**
 * Splits a mailbox (RFC 4155) into its messages without holding more than a piece of it.
 *
 * A line that begins with `From `, a sender and a year begins a message at the start of the file, or behind an empty line
 * when a header field follows it. `>From ` loses one `>` (the mboxrd rule; in the older mboxo form, which cannot be told
 * apart, a line that was written as `>From ` loses it too). The empty line behind each message is the mailbox's.
 *
 * @returns false when the file does not begin with a message
 */
export function splitMbox(path: string, sink: MessageSink, progress: () => void): boolean {
  const descriptor = openSync(path, "r");
  try {
    const splitter = createSplitter(sink);
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (let count = readSync(descriptor, chunk); count > 0; count = readSync(descriptor, chunk)) {
      progress();
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
        splitter.line(bytes.subarray(start, end + 1));
        start = end + 1;
      }
      rest = bytes.subarray(start);
      if (rest.length > CHUNK_BYTES) {
        splitter.line(rest);
        rest = Buffer.alloc(0);
      }
    }
    if (rest.length > 0) splitter.line(rest);
    return splitter.finish();
  } finally {
    closeSync(descriptor);
  }
}

interface Splitter {
  /** Takes a line with its end, or a piece of a line of more than a megabyte. */
  line(bytes: Buffer): void;
  finish(): boolean;
}

function createSplitter(sink: MessageSink): Splitter {
  let isOpen = false;
  let isAtStart = true;
  let isLineStart = true;
  /** Held back until it is known whether a message begins behind them. */
  let blank: Buffer | null = null;
  let envelope: Buffer | null = null;
  let out: Buffer[] = [];
  let outBytes = 0;

  const flush = (): void => {
    if (outBytes > 0) sink.write(Buffer.concat(out));
    out = [];
    outBytes = 0;
  };
  const emit = (bytes: Buffer): void => {
    if (!isOpen) return;
    out.push(bytes);
    outBytes += bytes.length;
    if (outBytes >= CHUNK_BYTES / 4) flush();
  };
  const release = (): void => {
    if (blank !== null) emit(blank);
    if (envelope !== null) emit(envelope);
    blank = null;
    envelope = null;
  };

  return {
    line(bytes) {
      const startsLine = isLineStart;
      isLineStart = bytes.at(-1) === NEWLINE;
      if (!startsLine) {
        emit(bytes);
        return;
      }
      const wasAtStart = isAtStart;
      isAtStart = false;
      if (envelope !== null) {
        if (FIELD.test(headOf(bytes))) {
          flush();
          if (isOpen) sink.end();
          isOpen = true;
          sink.begin();
          blank = null;
          envelope = null;
        } else release();
      }
      if (bytes[0] === LETTER_F && (wasAtStart || blank !== null || !isOpen) && ENVELOPE.test(headOf(bytes))) {
        envelope = bytes;
        return;
      }
      release();
      if (isBlank(bytes)) blank = bytes;
      else emit(bytes[0] === QUOTE && QUOTED.test(headOf(bytes)) ? bytes.subarray(1) : bytes);
    },
    finish() {
      if (envelope === null) blank = null;
      release();
      flush();
      if (isOpen) sink.end();
      return isOpen;
    },
  };
}

function isBlank(bytes: Buffer): boolean {
  return bytes[0] === NEWLINE || (bytes[0] === RETURN && bytes[1] === NEWLINE);
}

function headOf(bytes: Buffer): string {
  return bytes.toString("latin1", 0, LINE_HEAD);
}
