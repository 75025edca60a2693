import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "#core/ports/clock.ts";
import type { Log } from "#core/ports/log.ts";

/** The log is turned over once at this size: two files at most. */
const MAX_BYTES = 5_000_000;

/** A frame as V8 writes it, which ends with a place in a file or with what stands for one. */
const FRAME = /^at .*(?::\d+:\d+|native|<anonymous>|index \d+)\)?$/u;

/** Causes of causes that are described; a cause may also be its own. */
const MAX_CAUSES = 8;

/**
 * Only the frames of a stack: what stands before them is the message, and a message may quote what was being parsed
 * (`JSON.parse` does), which must never reach a log (safety, I6). A line of the message may look like a frame, so the
 * message is cut out first; when it was changed after the stack was taken, nothing of the stack can be trusted.
 */
function stackFrames(thrown: Error): readonly string[] {
  const { stack = "", message } = thrown;
  const at = stack.indexOf(message);
  if (at === -1) return [];
  return stack
    .slice(at + message.length)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line));
}

function describeFailure(thrown: unknown, depth = 0): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = "code" in thrown ? { code: String(thrown.code) } : {};
  const isLast = thrown.cause === undefined || depth === MAX_CAUSES;
  const cause = isLast ? {} : { cause: describeFailure(thrown.cause, depth + 1) };
  return { name: thrown.name, ...code, stack: stackFrames(thrown), ...cause };
}

/**
 * A log of one JSON object a line. Writing never fails the program: without a place to write, it writes nothing.
 *
 * @param path file to append to
 */
export function createFileLog(path: string, clock: Clock): Log {
  function write(entry: Readonly<Record<string, unknown>>): void {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      turnOver(path);
      appendFileSync(path, `${JSON.stringify({ at: clock.now(), ...entry })}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written must not stop the work that it would describe.
    }
  }

  return {
    info: (event, facts = {}) => {
      write({ event, ...facts });
    },
    failure: (thrown, event) => {
      const correlationId = randomBytes(4).toString("hex");
      write({ event, correlationId, failure: describeFailure(thrown) });
      return correlationId;
    },
  };
}

function turnOver(path: string): void {
  try {
    if (statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`);
  } catch {
    // Not there yet.
  }
}
