import { documentFieldsSchema } from "#shared/model/detection.ts";
import { sourceFormatSchema } from "#shared/model/format.ts";
import type { JournalEntry } from "#shared/model/journal.ts";
import { fieldLabel, formatLabel } from "../library/labels.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

/** Names of things, which say little to a reader of one line; the selected entry shows them. */
const INNER: ReadonlySet<string> = new Set(["job", "parent", "place", "left", "bottom", "right", "top", "bytes"]);

/** Facts that speak for themselves: paths and names of files. */
const PLAIN: ReadonlySet<string> = new Set(["source", "name"]);

/** Facts that are figures. */
const FIGURES: Readonly<Record<string, MessageKey>> = {
  pages: "jobs.saysPages",
  documents: "jobs.saysDocuments",
  hits: "jobs.saysHits",
  characters: "jobs.saysCharacters",
  annotations: "jobs.saysAnnotations",
  withheld: "jobs.saysWithheld",
  orphaned: "jobs.saysOrphaned",
};

/** Facts whose values are codes, as `name=code`. */
const CODES: Readonly<Record<string, MessageKey>> = {
  "decision=reveal": "jobs.saysReveal",
  "decision=keep-hidden": "jobs.saysKeepHidden",
  "layer=text-layer": "jobs.saysByTextLayer",
  "layer=ocr": "jobs.saysByOcr",
  "complete=true": "jobs.saysComplete",
  "complete=false": "jobs.saysIncomplete",
  "kind=account": "jobs.saysAccount",
  "kind=journal": "jobs.saysJournal",
  "kind=search": "jobs.saysSearch",
  "kind=terms": "jobs.saysTerms",
};

/** Facts with a value that is shown as it is. */
const VALUES: Readonly<Record<string, MessageKey>> = {
  page: "jobs.saysPage",
  format: "jobs.saysFormat",
  step: "jobs.saysStep",
};

/** Facts that name fields of a document, separated by commas. */
const FIELD_LISTS: Readonly<Record<string, MessageKey>> = {
  entered: "jobs.saysEntered",
  asDetected: "jobs.saysAsDetected",
};

/** What an entry is about, in one line. `titles` are those of the documents that are still in the case. */
export function describeEntry({ subject, detail }: JournalEntry, titles: ReadonlyMap<string, string>): string {
  const facts = Object.entries(detail)
    .filter(([name, value]) => !INNER.has(name) && value !== null && value !== "")
    .map(([name, value]) => describeFact(name, value));
  const about = subject === null ? null : (titles.get(subject) ?? subject);
  return [about, ...facts].filter((part) => part !== null).join(" · ");
}

function describeFact(name: string, value: string | number | boolean | null): string {
  if (PLAIN.has(name)) return String(value);
  const code = CODES[`${name}=${value}`];
  if (code !== undefined) return say(code);
  const figure = FIGURES[name];
  if (figure !== undefined && typeof value === "number") return say(figure, { count: value });
  const fields = FIELD_LISTS[name];
  if (fields !== undefined) return say(fields, { value: String(value).split(", ").map(nameField).join(", ") });
  const format = sourceFormatSchema.safeParse(value);
  if (name === "format" && format.success) return formatLabel(format.data);
  const words = VALUES[name];
  // A journal can come from a later version of the program.
  return words === undefined ? `${name} ${String(value)}` : say(words, { value: String(value) });
}

const fieldNames = documentFieldsSchema.keyof();

function nameField(name: string): string {
  const field = fieldNames.safeParse(name);
  if (field.success) return fieldLabel(field.data);
  return name === "shortName" ? say("library.fieldShortName") : name;
}
