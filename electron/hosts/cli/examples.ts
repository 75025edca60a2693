import type { ProcedureName } from "#shared/contract/contract.ts";
import { procedureOf } from "#shared/contract/contract.ts";
import { commandWords } from "./areas.ts";
import { type Field, fieldsOf, identifierPrefix } from "./fields.ts";
import { optionName } from "./option-name.ts";

/** What a reader recognises at once, for fields whose name says what they hold. */
const SAMPLE_VALUES: Readonly<Record<string, string>> = {
  "case.create.title": "'Doe v. Roe'",
  directory: "matter.probative",
  paths: "filings notes/note-17.pdf",
  query: `'"wire transfer" AND refund*'`,
  title: "'Statement of facts'",
  name: "'Breach'",
  heading: "'The payments'",
  section: "'The payments'",
  quote: "'the second instalment was never released'",
  text: "'The payments stopped in March.'",
  note: "'compare with the flight log'",
  tag: "'Breach'",
  page: "5",
  limit: "20",
  "search.terms.text": "terms.txt",
  "search.export-terms.text": "terms.csv",
  "search.export-terms.out": "term-report.csv",
  "search.export.out": "result.csv",
  "search.certificate.out": "no-refund.pdf",
  "search.recertify.certificate": "no-refund.json",
  "synonyms.add.names": "CECOT 'Centro de Confinamiento del Terrorismo'",
  "synonyms.remove.name": "CECOT",
  "search.save.name": "'Refunds'",
  path: "'Payment › Amount'",
  relation: "supports",
  "tags.rename.name": "'Money › Amount'",
  "tags.split.name": "'Breach › Delay'",
  "export.passages.format": "csv",
  "exchange.export-codebook.format": "csv",
  "reading.sketch.from": "1",
  "reading.sketch.to": "20",
  "export.passages.out": "passages.csv",
  "export.account.format": "csv",
  "export.account.out": "account.csv",
  "export.journal.out": "journal.json",
  format: "pdf",
  out: "brief.pdf",
  color: "teal",
  key: "2",
  position: "0",
  languages: "eng,spa",
  decision: "keep-hidden",
  layer: "ocr",
};

/** Optional fields that an example shows, because people mostly want them. */
const SHOWN_OPTIONS: ReadonlySet<string> = new Set([
  "tag",
  "note",
  "quote",
  "section",
  "title",
  "limit",
  "out",
  "name",
]);

/** The words of an example of a command, quoted for a shell. It is a valid call, which a test checks. */
export function exampleOf(name: ProcedureName): string {
  const procedure = procedureOf(name);
  const { area, verb } = commandWords(name);
  const positional = procedure.commandLine?.positional ?? [];
  const fields = fieldsOf(procedure);
  const values = positional.flatMap((field) => fields.filter((candidate) => candidate.name === field));
  const options = fields.filter((field) => !positional.includes(field.name) && isShown(field));
  return [
    `probative ${area} ${verb}`,
    ...values.map((field) => sampleOf(name, field)),
    ...(procedure.scope === "case" ? ["--case matter.probative"] : []),
    ...options.map((field) => `--${optionName(field.name)} ${sampleOf(name, field)}`),
  ].join(" ");
}

function isShown(field: Field): boolean {
  // Two fields with identifiers would contradict each other as often as not: only the required ones are shown.
  return (
    field.required || (SHOWN_OPTIONS.has(field.name) && identifierPrefix(field) === null && field.shape.kind !== "json")
  );
}

function sampleOf(name: ProcedureName, field: Field): string {
  const prefix = identifierPrefix(field);
  return prefix === null
    ? (SAMPLE_VALUES[`${name}.${field.name}`] ?? SAMPLE_VALUES[field.name] ?? "…")
    : `${prefix}_4k7m9x2a3qpb`;
}
