import { z } from "zod";
import { isProcedureName, procedureOf } from "#shared/contract/contract.ts";
import type { Procedure } from "#shared/contract/define.ts";

/** How a field of an input is written on the command line. */
export type FieldShape =
  | { readonly kind: "text" }
  | { readonly kind: "number" }
  /** `negated`: on unless it is switched off, so it is offered as `--no-…`. */
  | { readonly kind: "flag"; readonly negated: boolean }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  /**
   * A list of texts: an option given several times, or a last value that takes all that follow. `divided`: what is listed
   * holds no commas, so that one option may give several.
   */
  | { readonly kind: "list"; readonly divided: boolean }
  /** Anything with a structure: JSON text. */
  | { readonly kind: "json" };

/** One field of a procedure's input as the command line offers it. */
export interface Field {
  readonly name: string;
  readonly shape: FieldShape;
  readonly required: boolean;
  /** True when the word `none` stands for null. */
  readonly nullable: boolean;
  readonly description: string;
  /** The name of a file is typed, whose content is the value. */
  readonly isFile: boolean;
  /** Regular expression that the value, or each value of a list, must match, for the example of an identifier. */
  readonly pattern: string | null;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly pattern?: string;
}

const ID_KINDS: Readonly<Record<string, string>> = {
  doc: "document",
  tag: "tag",
  pas: "passage",
  brf: "brief",
  sec: "section",
  blk: "block",
  job: "job",
  sav: "saved search",
  syn: "group of synonyms",
  crt: "search certificate",
  lnk: "link between passages",
};

/** Fields that only a window has a use for. */
const WINDOW_FIELDS: ReadonlySet<string> = new Set(["asker"]);

/** The fields of a procedure's input, in the order of its schema. */
export function fieldsOf(procedure: Procedure): readonly Field[] {
  const schema = z.toJSONSchema(procedure.input, { io: "input" }) as JsonSchema;
  const required = new Set(schema.required ?? []);
  const help = procedure.commandLine?.help ?? {};
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !WINDOW_FIELDS.has(name));
  return properties.map(([name, property]) => {
    const inner = property.anyOf?.find((option) => option.type !== "null") ?? property;
    return {
      name,
      shape: shapeOf({ ...inner, default: property.default }),
      required: required.has(name),
      isFile: procedure.commandLine?.fromFile?.includes(name) ?? false,
      nullable: property.anyOf?.some((option) => option.type === "null") ?? false,
      description: describeField(help[name] ?? property.description ?? defaultDescription(inner), property.default),
      pattern: patternOf(inner) ?? null,
    };
  });
}

/**
 * What the command line offers besides the fields of a procedure: those of the one that writes its answer to a file. Empty
 * for most.
 */
export function exportFieldsOf(procedure: Procedure): readonly Field[] {
  const exportedBy = procedure.commandLine?.exportedBy ?? "";
  if (!isProcedureName(exportedBy)) return [];
  const own = new Set(fieldsOf(procedure).map((field) => field.name));
  return fieldsOf(procedureOf(exportedBy)).filter((field) => !own.has(field.name));
}

function shapeOf(schema: JsonSchema): FieldShape {
  if (schema.enum !== undefined) return { kind: "choice", choices: schema.enum.map(String) };
  switch (schema.type) {
    case "string":
      return { kind: "text" };
    case "number":
    case "integer":
      return { kind: "number" };
    case "boolean":
      return { kind: "flag", negated: schema.default === true };
    case "array":
      return schema.items?.type === "string"
        ? { kind: "list", divided: schema.items.pattern !== undefined || schema.items.enum !== undefined }
        : { kind: "json" };
    default:
      return { kind: "json" };
  }
}

/** The pattern of a text, or of each text of a list. */
function patternOf(schema: JsonSchema): string | undefined {
  return schema.pattern ?? schema.items?.pattern;
}

/** The kind of thing that a field's identifiers name, e.g. `doc`; null when it takes no identifiers. */
export function identifierPrefix(field: Field): string | null {
  return ID_PATTERN.exec(field.pattern ?? "")?.[1] ?? null;
}

const ID_PATTERN = /^\^([a-z]{3})_/;

/** Identifiers speak for themselves: `^doc_…` is that of a document. */
function defaultDescription(schema: JsonSchema): string {
  const kind = ID_KINDS[ID_PATTERN.exec(patternOf(schema) ?? "")?.[1] ?? ""];
  return kind === undefined ? "" : `identifier of a ${kind}`;
}

function describeField(description: string, fallback: unknown): string {
  const isShown = typeof fallback === "number" || (typeof fallback === "string" && fallback !== "");
  return isShown ? `${description} (default: ${fallback})`.trim() : description;
}
