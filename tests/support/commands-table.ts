import { AREA_SUMMARIES, commandWords } from "#hosts/cli/areas.ts";
import { exportFieldsOf, type Field, fieldsOf } from "#hosts/cli/fields.ts";
import { optionName } from "#hosts/cli/option-name.ts";
import { type ProcedureName, procedureNames, procedureOf } from "#shared/contract/contract.ts";
import { ERROR_DEFINITIONS } from "#shared/errors/codes.ts";

const INTRODUCTION = `# Commands

Made from the contract and the table of errors; a test fails when this page differs from them. Update it with
\`npx vitest run tests/architecture/commands.test.ts -u\`.

Every procedure stands once in \`shared/contract/\` and can be called through three doors: the command line, the loopback
host and the desktop window. On the command line it is \`probative <area> <verb> [values] [options]\`; \`--json\` prints
exactly one JSON value; \`--help\` works everywhere. \`probative serve --case DIR\` opens the workbench in a browser.
A job goes on until it has ended and then prints its result. Besides the errors named here, every command can fail with
\`input/invalid\` and \`internal/unknown\`, and one that takes \`--case\` with the errors of \`case.open\`.
`;

/** The page docs/commands.md: every procedure with its command line and its errors, then every error. */
export function writeCommandsPage(): string {
  const areas = Object.entries(AREA_SUMMARIES).map(([area, summary]) => {
    const names = procedureNames.filter((name) => commandWords(name).area === area);
    return `## ${area}: ${summary}\n\n${writeProcedures(names)}`;
  });
  return `${[INTRODUCTION.trimEnd(), ...areas, writeErrors()].join("\n\n")}\n`;
}

function writeProcedures(names: readonly ProcedureName[]): string {
  return writeTable(
    ["Procedure", "What it does", "Command", "Fails with"],
    names.map((name) => {
      const { kind, summary, errors } = procedureOf(name);
      return [
        `\`${name}\` (${kind})`,
        summary.replaceAll("*", "\\*"),
        writeCommand(name),
        errors.map((code) => `\`${code}\``).join(", "),
      ];
    }),
  );
}

function writeCommand(name: ProcedureName): string {
  const procedure = procedureOf(name);
  if (procedure.commandLine === undefined) return "only in the workbench";
  const { area, verb } = commandWords(name);
  const positional = procedure.commandLine.positional ?? [];
  const fields = fieldsOf(procedure);
  const values = positional.flatMap((wanted) => fields.filter((field) => field.name === wanted)).map(writeValue);
  const named = fields.filter((field) => !positional.includes(field.name));
  const options = [...named, ...exportFieldsOf(procedure)].map(writeOption);
  const words = [area, verb, ...values, ...(procedure.scope === "case" ? ["--case DIR"] : []), ...options];
  return `\`${words.join(" ")}\``;
}

function writeValue(field: Field): string {
  const word = `${placeholder(field)}${field.shape.kind === "list" ? "…" : ""}`;
  return field.required ? word : `[${word}]`;
}

function writeOption(field: Field): string {
  const isNegated = field.shape.kind === "flag" && field.shape.negated;
  const option = `--${isNegated ? "no-" : ""}${optionName(field.name)}`;
  const whole = field.shape.kind === "flag" ? option : `${option} ${placeholder(field)}`;
  const isDivided = field.shape.kind === "list" && field.shape.divided;
  const repeated = field.shape.kind === "list" ? `${whole}${isDivided ? "," : " "}…` : whole;
  return field.required ? repeated : `[${repeated}]`;
}

function placeholder(field: Field): string {
  if (field.isFile) return "FILE";
  if (field.shape.kind === "choice") return field.shape.choices.join("|");
  return field.shape.kind === "json" ? "JSON" : optionName(field.name).toUpperCase();
}

function writeErrors(): string {
  const rows = Object.entries(ERROR_DEFINITIONS).map(([code, { exitCode, status, message, action }]) => [
    `\`${code}\``,
    String(exitCode),
    String(status),
    message,
    action,
  ]);
  return `## Errors\n\n${writeTable(["Code", "Exit code", "HTTP status", "What happened", "What to do"], rows)}`;
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const writeRow = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [writeRow(head), writeRow(head.map(() => "---")), ...rows.map(writeRow)].join("\n");
}
