import type { z } from "zod";
import type { ErrorCode } from "../errors/codes.ts";

/** `query` reads, `command` changes something and is done when it returns, `job` starts long work that is followed. */
export type ProcedureKind = "query" | "command" | "job";

/** How the command line offers a procedure. */
export interface CommandLineShape {
  /** Input fields taken by position, in order; a last field that is a list takes all that follow. */
  readonly positional?: readonly string[];
  /** Fields for which the name of a text file is typed, whose content is the value; `-` stands for the standard input. */
  readonly fromFile?: readonly string[];
  /**
   * The procedure that writes this one's answer to a file. Its `--format` and `--out` are offered here too: without `--out`
   * the form that was asked for is printed.
   */
  readonly exportedBy?: string;
  /** What each field means, for `--help`. */
  readonly help?: Readonly<Record<string, string>>;
}

/** One procedure: everything that a door needs to know about it. */
export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: ProcedureKind;
  /** One line, for `--help` and the table in the docs. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** `case`: works on the open case. `none`: works without one. */
  readonly scope: "case" | "none";
  /** Errors that callers should expect, besides `input/invalid` and `internal/unknown`. */
  readonly errors: readonly ErrorCode[];
  /** Absent: not offered on the command line (it makes sense in a window only). */
  readonly commandLine?: CommandLineShape;
  /** For a job: the query that answers with its result when it has ended, given `{ job }`. */
  readonly resultFrom?: string;
}

/** Keeps the precise schema types of a procedure while checking its shape. */
export function defineProcedure<Input extends z.ZodType, Output extends z.ZodType>(
  procedure: Procedure<Input, Output>,
): Procedure<Input, Output> {
  return procedure;
}
