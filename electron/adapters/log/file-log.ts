import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "#core/ports/clock.ts";
import type { Log } from "#core/ports/log.ts";

/** The log is turned over once at this size: two files at most. */
const MAX_BYTES = 5_000_000;

/**
 * Only the frames of a stack: the first line is the message, and a message may quote what was being parsed
 * (`JSON.parse` does), which must never reach a log (safety, I6).
 */
function stackFrames(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return [];
  return thrown.stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}

function describeFailure(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = "code" in thrown ? { code: String(thrown.code) } : {};
  const cause = thrown.cause === undefined ? {} : { cause: describeFailure(thrown.cause) };
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
