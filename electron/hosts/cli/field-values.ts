import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Field } from "./fields.ts";

/**
 * Turns what was typed for a field into the value that the contract expects. Whether the value is allowed is the
 * contract's to say: what cannot be turned is passed on as it is, so that its message is the one of every other door.
 *
 * @param typed text, list of texts or true, as the parser hands it over
 * @throws ProbativeError `input/invalid` for JSON text that cannot be read
 */
export function readFieldValue(field: Field, typed: unknown): unknown {
  if (field.nullable && typed === "none") return null;
  switch (field.shape.kind) {
    case "number":
      return typeof typed === "string" ? readNumber(typed) : typed;
    case "json":
      return typeof typed === "string" ? readJsonText(field, typed) : typed;
    case "text":
    case "choice":
    case "flag":
    case "list":
      return typed;
    default:
      return assertNever(field.shape);
  }
}

function readNumber(text: string): number | string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

function readJsonText(field: Field, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProbativeError("input/invalid", `${field.name}: expected JSON text`, { field: field.name });
  }
}
