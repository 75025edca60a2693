import { randomBytes } from "node:crypto";
import { CommanderError } from "commander";
import { procedureOf } from "#shared/contract/contract.ts";
import { errorDefinition, isErrorCode } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { toWireError, type WireError } from "#shared/errors/wire.ts";
import type { Backend } from "../backend.ts";
import type { BackendPurpose } from "../launch/open-backend.ts";
import { buildProgram, type ProcedureRequest, type ServeRequest } from "./program.ts";
import { createProgressLine } from "./progress-line.ts";
import { differenceIn, type Outcome, runProcedure } from "./run-procedure.ts";
import { type OutputStream, plainForTerminal, type StopSignal } from "./terminal.ts";
import { formatForm, formatValue } from "./text-views.ts";

/** What the command line needs from the process that it runs in. */
export interface CommandLineHost {
  readonly version: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stop: StopSignal;
  /** Text of a file, or of the standard input for `-`. Rejects with `input/invalid`. */
  readonly readText: (path: string) => Promise<string>;
  readonly createBackend: (purpose: BackendPurpose) => Promise<Backend>;
  /** Serves the workbench until the person stops it. */
  readonly serve: (backend: Backend, request: ServeRequest) => Promise<void>;
}

/**
 * Runs one command. Writes its answer to `stdout`, or its failure: as `{ error }` on `stdout` with `--json`, as text on
 * `stderr` without.
 *
 * @param words command line without the names of the interpreter and the script
 * @returns the exit code
 */
export async function runCommandLine(words: readonly string[], host: CommandLineHost): Promise<number> {
  let backend: Backend | null = null;
  const withBackend = async (purpose: BackendPurpose, work: (opened: Backend) => Promise<void>): Promise<void> => {
    backend = await host.createBackend(purpose);
    try {
      await work(backend);
    } finally {
      await backend.close();
    }
  };
  let difference: ProbativeError | null = null;
  let heldBack = "";
  let asked: ProcedureRequest | null = null;
  const program = buildProgram({
    ...host,
    holdBack: (text) => {
      heldBack += text;
    },
    serve: (request) => withBackend("workbench", (opened) => host.serve(opened, request)),
    runProcedure: async (request) => {
      const whole = await readFiles(request, host.readText);
      asked = whole;
      await withBackend("command", async (opened) => {
        difference = await answerProcedure(opened, whole, host);
      });
    },
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return difference === null ? 0 : exitCodeOf(toWireError(difference, () => ""));
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    if (isMissingVerb(thrown) && !asksForJson(words)) {
      host.stderr.write(heldBack);
      return errorDefinition("input/unknown-procedure").exitCode;
    }
    const report = (unknown: unknown): string => backend?.reportUnknown(unknown) ?? randomBytes(6).toString("hex");
    return writeFailure(toWireError(nameFailure(thrown), report), words, asked, host);
  }
}

async function answerProcedure(
  backend: Backend,
  request: ProcedureRequest,
  { stdout, stderr, stop }: CommandLineHost,
): Promise<ProbativeError | null> {
  const outcome = await runProcedure(backend, request, stop, createProgressLine(stderr));
  stdout.write(`${formatOutcome(request, outcome)}\n`);
  return differenceIn(outcome);
}

function formatOutcome({ json, printAs }: ProcedureRequest, { renderedAs, value }: Outcome): string {
  if (json) return formatJson(value);
  return (printAs === undefined ? null : formatForm(renderedAs, value, printAs)) ?? formatValue(renderedAs, value);
}

/** Puts the contents of files where their names were typed. */
async function readFiles(request: ProcedureRequest, readText: CommandLineHost["readText"]): Promise<ProcedureRequest> {
  const input: Record<string, unknown> = { ...request.input };
  for (const field of procedureOf(request.name).commandLine?.fromFile ?? []) {
    const path = input[field];
    if (typeof path === "string") input[field] = await readText(path);
  }
  return { ...request, input };
}

/** The parser's own complaints are wrong input like any other. */
function nameFailure(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  if (isMissingVerb(thrown)) return new ProbativeError("input/unknown-procedure", "Give an area and a verb.");
  const sentence = thrown.message.replace(/^error: /, "");
  const isUnknownCommand = thrown.code === "commander.unknownCommand";
  return new ProbativeError(isUnknownCommand ? "input/unknown-procedure" : "input/invalid", sentence);
}

/** An area was given without a verb, or nothing at all: the parser then shows the help and fails with this code. */
function isMissingVerb(thrown: unknown): boolean {
  return thrown instanceof CommanderError && thrown.code === "commander.help";
}

function writeFailure(
  error: WireError,
  words: readonly string[],
  asked: ProcedureRequest | null,
  { stdout, stderr }: CommandLineHost,
): number {
  if (asksForJson(words)) {
    stdout.write(`${formatJson({ error })}\n`);
    return exitCodeOf(error);
  }
  const number = error.correlationId === undefined ? "" : ` Number: ${error.correlationId}.`;
  stderr.write(showPlace(error, asked));
  stderr.write(`${plainForTerminal(error.message)}\n${plainForTerminal(error.action)}${number} (${error.code})\n`);
  return exitCodeOf(error);
}

/** The search with a mark under the character at which it cannot be read; empty for other failures. */
function showPlace({ code, details }: WireError, asked: ProcedureRequest | null): string {
  const query = asked?.input["query"];
  const offset = details["offset"];
  if (code !== "search/syntax" || typeof query !== "string" || typeof offset !== "number") return "";
  const before = [...plainForTerminal(query.slice(0, offset))].length;
  return `${plainForTerminal(query).replaceAll(/[\n\t]/gu, " ")}\n${" ".repeat(before)}^\n`;
}

function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return (end === -1 ? words : words.slice(0, end)).includes("--json");
}

function exitCodeOf({ code }: WireError): number {
  return errorDefinition(isErrorCode(code) ? code : "internal/unknown").exitCode;
}

/** JSON that is safe to print on a terminal: what JSON leaves unescaped and a terminal may act on is escaped too. */
function formatJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
