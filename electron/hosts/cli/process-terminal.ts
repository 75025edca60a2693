import type { WriteStream } from "node:tty";
import type { OutputStream, StopSignal } from "./terminal.ts";

const UNKNOWN_WIDTH = 100;

/** A stream of this process. A reader that goes away early (`| head`) is not a failure. */
export function outputOf(stream: WriteStream): OutputStream {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    // A window can change its width; a terminal without one says 0.
    get columns() {
      return stream.columns || UNKNOWN_WIDTH;
    },
  };
}

/** Resolves when everything that was written has been taken by the system: leaving before would cut it off. */
export async function flush(stream: WriteStream): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write("", () => resolve());
  });
}

/** Exit code of a process that Ctrl-C ended, as shells expect it. */
const INTERRUPTED = 130;

/**
 * Requests to stop: SIGINT, SIGTERM, SIGHUP, and the loss of the process that started this one. While nobody listens, a
 * request ends the process at once, as it does everywhere; while somebody does, the second Ctrl-C does.
 */
export function createProcessStopSignal(): StopSignal {
  const listeners = new Set<() => void>();
  let asked = false;
  const ask = (isKey: boolean): void => {
    if (listeners.size === 0 || (asked && isKey)) process.exit(INTERRUPTED);
    asked = true;
    for (const listener of [...listeners]) listener();
  };
  process.on("SIGINT", () => ask(true));
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => ask(false));
  process.once("disconnect", () => ask(false));
  process.channel?.unref();
  return {
    listen(listener) {
      if (asked) queueMicrotask(listener);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
