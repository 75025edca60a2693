import { z } from "zod";
import { ProbativeError } from "../errors/probative-error.ts";
import { isProcedureName, type ParsedInputOf, type ProcedureName, procedureOf } from "./contract.ts";

/**
 * Checks the name of a procedure that came through a door.
 *
 * @throws ProbativeError `input/unknown-procedure`
 */
export function requireProcedureName(text: unknown): ProcedureName {
  if (typeof text === "string" && isProcedureName(text)) return text;
  throw new ProbativeError("input/unknown-procedure", "", { name: typeof text === "string" ? text.slice(0, 80) : "" });
}

/**
 * Checks the input of a procedure and fills in its defaults. Fields that the procedure does not know are refused:
 * a misspelt option that is silently ignored would do something other than what was asked.
 *
 * @throws ProbativeError `input/invalid`, naming the field
 */
export function parseInput<Name extends ProcedureName>(name: Name, input: unknown): ParsedInputOf<Name> {
  const { input: schema } = procedureOf(name);
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue === undefined ? "" : issue.path.join(".");
    const sentence = issue === undefined ? "" : issue.message;
    throw new ProbativeError("input/invalid", field === "" ? sentence : `${field}: ${sentence}`, { field });
  }
  refuseUnknownFields(schema, input ?? {});
  return parsed.data as ParsedInputOf<Name>;
}

function refuseUnknownFields(schema: z.ZodType, input: unknown): void {
  if (!(schema instanceof z.ZodObject) || typeof input !== "object" || input === null) return;
  for (const field of Object.keys(input)) {
    if (Object.hasOwn(schema.shape, field)) continue;
    throw new ProbativeError("input/invalid", `${field}: there is no such field`, { field });
  }
}
