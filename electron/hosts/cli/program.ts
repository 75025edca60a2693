import { Argument, Command, Option } from "commander";
import { isProcedureName, type ProcedureName, procedureNames, procedureOf } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { AREA_SUMMARIES, type Area, commandWords } from "./areas.ts";
import { exampleOf } from "./examples.ts";
import { readFieldValue } from "./field-values.ts";
import { exportFieldsOf, type Field, fieldsOf, identifierPrefix } from "./fields.ts";
import { optionName } from "./option-name.ts";
import type { OutputStream } from "./terminal.ts";

/** A procedure that was asked for on the command line. */
export interface ProcedureRequest {
  readonly name: ProcedureName;
  readonly input: Readonly<Record<string, unknown>>;
  /** Folder of the case; null for a procedure that needs none. */
  readonly caseDirectory: string | null;
  readonly json: boolean;
  /** Form in which the answer is to be printed, e.g. `csv`; absent for text as people read it. */
  readonly printAs?: string;
}

/** The workbench was asked for. */
export interface ServeRequest {
  readonly caseDirectory: string | null;
  readonly port: number;
  readonly openBrowser: boolean;
  readonly json: boolean;
}

export interface ProgramParts {
  readonly version: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Takes what the parser would write as an error: errors are written once, by the place that knows about `--json`. */
  readonly holdBack: (text: string) => void;
  readonly runProcedure: (request: ProcedureRequest) => Promise<void>;
  readonly serve: (request: ServeRequest) => Promise<void>;
}

/** Forms that are text and can be printed. */
const PRINTED_FORMS: ReadonlySet<string> = new Set(["csv", "json"]);

const EXIT_CODES = `
Exit codes: 0 done · 2 wrong input · 3 not found · 4 the case cannot be used · 5 a file could not be read ·
  6 an output could not be written · 7 something differs · 8 stopped on request · 70 a defect in Probative`;

const MAIN_EXAMPLE = `
Example, from documents to a brief:
  probative case create matter.probative --title 'Doe v. Roe'
  probative documents import filings notes/note-17.pdf --case matter.probative
  probative search query '"wire transfer"' --case matter.probative
  probative serve --case matter.probative`;

/** The whole command line, derived from the contract. Nothing here exits or writes on its own. */
export function buildProgram(parts: ProgramParts): Command {
  const program = prepare(new Command("probative"), parts)
    .description("An offline workbench for documents that must be proved.")
    .usage("<area> <verb> [values] [options]")
    .version(parts.version, "--version", "print the version")
    .addOption(jsonOption().hideHelp())
    .addHelpText("after", `${MAIN_EXAMPLE}\n${EXIT_CODES}`);
  for (const [area, summary] of Object.entries(AREA_SUMMARIES)) {
    const names = procedureNames.filter((name) => commandWords(name).area === area && isOffered(name));
    if (names.length > 0) program.addCommand(buildArea(area as Area, summary, names, parts));
  }
  return program.addCommand(buildServe(parts));
}

function isOffered(name: ProcedureName): boolean {
  return procedureOf(name).commandLine !== undefined;
}

function prepare(command: Command, { stdout, stderr, holdBack }: ProgramParts): Command {
  return command
    .exitOverride()
    .helpOption("--help", "show this help")
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: holdBack,
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function buildArea(area: Area, summary: string, names: readonly ProcedureName[], parts: ProgramParts): Command {
  const command = prepare(new Command(area), parts)
    .description(summary)
    .usage("<verb> [values] [options]")
    .addOption(jsonOption().hideHelp());
  for (const name of names) command.addCommand(buildProcedure(name, parts));
  return command.addHelpText("after", `\nExamples:\n${names.map((name) => `  ${exampleOf(name)}`).join("\n")}`);
}

function buildProcedure(name: ProcedureName, parts: ProgramParts): Command {
  const procedure = procedureOf(name);
  const fields = fieldsOf(procedure);
  const positional = (procedure.commandLine?.positional ?? []).flatMap((wanted) =>
    fields.filter((field) => field.name === wanted),
  );
  const named = fields.filter((field) => !positional.includes(field));
  const exporting = exportFieldsOf(procedure);
  const command = prepare(new Command(commandWords(name).verb), parts).description(procedure.summary);
  for (const field of positional) command.addArgument(buildArgument(field));
  for (const field of [...named, ...exporting]) command.addOption(buildOption(field));
  if (procedure.scope === "case") command.addOption(caseOption().makeOptionMandatory());
  command.addOption(jsonOption());
  command.addHelpText("after", `\nExample:\n  ${exampleOf(name)}`);
  command.action(async () => {
    const options: Readonly<Record<string, unknown>> = command.opts();
    const input: Record<string, unknown> = {};
    for (const [index, field] of positional.entries()) assign(input, field, command.processedArgs[index]);
    for (const field of named) assign(input, field, options[field.name]);
    const extra: Record<string, unknown> = {};
    for (const field of exporting) assign(extra, field, options[field.name]);
    inferFormat(input, named);
    inferFormat(extra, exporting);
    const caseDirectory = typeof options["case"] === "string" ? options["case"] : null;
    const json = command.optsWithGlobals()["json"] === true;
    await parts.runProcedure({ ...chooseExport(name, input, extra), caseDirectory, json });
  });
  return command;
}

/** The ending of the file's name says its form where none was typed. */
function inferFormat(input: Record<string, unknown>, fields: readonly Field[]): void {
  const out = input["out"];
  const format = fields.find((field) => field.name === "format");
  if (format?.shape.kind !== "choice" || typeof out !== "string" || input["format"] !== undefined) return;
  const ending = out.slice(out.lastIndexOf(".") + 1).toLowerCase();
  if (format.shape.choices.includes(ending)) input["format"] = ending;
}

/** With a file to write it is the other procedure's work; without one the form that was asked for is printed. */
function chooseExport(
  name: ProcedureName,
  input: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>>,
): Pick<ProcedureRequest, "name" | "input" | "printAs"> {
  const exportedBy = procedureOf(name).commandLine?.exportedBy;
  if (exportedBy === undefined || !isProcedureName(exportedBy)) return { name, input };
  if (extra["out"] !== undefined) return { name: exportedBy, input: { ...input, ...extra } };
  const printAs = extra["format"];
  if (typeof printAs !== "string") return { name, input };
  if (!PRINTED_FORMS.has(printAs)) {
    throw new ProbativeError("input/invalid", `format: ${printAs} is written to a file; give its name with --out`);
  }
  return { name, input, printAs };
}

function assign(input: Record<string, unknown>, field: Field, typed: unknown): void {
  const isAbsent = typed === undefined || (Array.isArray(typed) && typed.length === 0);
  if (!isAbsent) input[field.name] = readFieldValue(field, typed);
}

function buildArgument(field: Field): Argument {
  const name = field.isFile ? "file" : field.name;
  const word = field.shape.kind === "list" ? `${name}...` : name;
  return new Argument(field.required ? `<${word}>` : `[${word}]`, field.description);
}

function buildOption(field: Field): Option {
  const long = `--${optionName(field.name)}`;
  if (field.shape.kind === "flag") {
    return field.shape.negated
      ? new Option(`--no-${optionName(field.name)}`, `do not ${field.description}`)
      : new Option(long, field.description);
  }
  const option = new Option(`${long} <${placeholder(field)}>`, describeOption(field));
  if (field.shape.kind === "list") {
    const { divided } = field.shape;
    option.argParser<readonly string[]>((value, earlier) => [
      ...(earlier ?? []),
      ...(divided ? value.split(",").filter((part) => part !== "") : [value]),
    ]);
  }
  return option.makeOptionMandatory(field.required);
}

function placeholder(field: Field): string {
  const { shape } = field;
  if (shape.kind === "choice") return shape.choices.join("|");
  if (identifierPrefix(field) !== null) return "id";
  return shape.kind === "list" ? "text" : shape.kind;
}

function describeOption(field: Field): string {
  const { shape } = field;
  const several = shape.kind === "list" && shape.divided ? "several with commas" : "may be given several times";
  const notes = [shape.kind === "list" ? several : "", field.nullable ? "or none" : ""];
  return [field.description, ...notes].filter((note) => note !== "").join("; ");
}

function caseOption(): Option {
  return new Option("--case <folder>", "folder of the case").env("PROBATIVE_CASE");
}

function jsonOption(): Option {
  return new Option("--json", "print exactly one JSON value");
}

function buildServe(parts: ProgramParts): Command {
  const command = prepare(new Command("serve"), parts)
    .description("Open the workbench in a browser on this machine; nothing is reachable from elsewhere")
    .addOption(caseOption())
    .addOption(new Option("--port <number>", "port to use; a free one when absent or taken").default("0", "a free one"))
    .addOption(new Option("--no-open", "print the link, open no browser"))
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  probative serve --case matter.probative");
  return command.action(async () => {
    const options = command.opts();
    await parts.serve({
      caseDirectory: typeof options["case"] === "string" ? options["case"] : null,
      port: Number(options["port"]),
      openBrowser: options["open"] === true,
      json: command.optsWithGlobals()["json"] === true,
    });
  });
}
