import { type DocumentKind, documentKindSchema } from "../../model/detection.ts";
import { type SourceFormat, sourceFormatSchema } from "../../model/format.ts";
import type { FieldCondition, FieldName } from "./query-node.ts";

/** What `has:` can name. */
export type Possession = Extract<FieldCondition, { readonly field: "has" }>["what"];

/** Fields whose values are words. */
export type WordsFieldName = Extract<FieldCondition, { readonly words: unknown }>["field"];

/** Every name by which a field can be called, in small letters. */
const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  kind: ["kind", "type"],
  format: ["format", "filetype"],
  title: ["title", "subject"],
  court: ["court", "agency"],
  case: ["case", "docket"],
  ecf: ["ecf"],
  author: ["author"],
  from: ["from", "sender"],
  to: ["to", "recipient"],
  name: ["name", "file", "filename"],
  source: ["source"],
  date: ["date", "dated"],
  filed: ["filed"],
  pages: ["pages"],
  bates: ["bates"],
  tag: ["tag", "tags"],
  note: ["note", "notes"],
  language: ["language", "lang"],
  exemption: ["exemption", "exemptions"],
  amount: ["amount"],
  has: ["has"],
  confidence: ["confidence"],
};

const FIELDS: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(FIELD_NAMES) as FieldName[]).flatMap((field) =>
    FIELD_NAMES[field].map((name) => [name, field] as const),
  ),
);

/** Other words for kinds of document. */
const KIND_ALIASES: ReadonlyMap<string, DocumentKind> = new Map([
  ["note", "diplomatic-note"],
  ["note-verbale", "diplomatic-note"],
  ["foia", "foia-release"],
  ["e-mail", "email"],
  ["mail", "email"],
  ["message", "email"],
  ["webpage", "web-page"],
  ["web", "web-page"],
]);

/** Other words for formats of files: their usual endings. */
const FORMAT_ALIASES: ReadonlyMap<string, SourceFormat> = new Map([
  ["jpg", "jpeg"],
  ["tif", "tiff"],
  ["txt", "text"],
  ["md", "markdown"],
  ["htm", "html"],
  ["mht", "mhtml"],
  ["word", "docx"],
  ["excel", "xlsx"],
]);

const POSSESSIONS: readonly Possession[] = ["ocr", "redaction", "hidden", "passage", "attachment", "text"];
const POSSESSION_ALIASES: ReadonlyMap<string, Possession> = new Map([
  ["redacted", "redaction"],
  ["hidden-text", "hidden"],
]);

/** A field by any of its names, whatever its case; null for none. */
export function findField(name: string): FieldName | null {
  return FIELDS.get(name.toLowerCase()) ?? null;
}

/** The name of a field that is spelt nearest, at most two letters off; null when none is. */
export function nearestField(name: string): string | null {
  return nearest(name.toLowerCase(), [...FIELDS.keys(), "page"]);
}

/** The names of all fields, each once. */
export const FIELD_LIST: readonly string[] = Object.keys(FIELD_NAMES);

/** Values that a field can have, what each is called, and how it is named when it is asked for wrongly. */
export interface ValueList<Value extends string> {
  readonly noun: string;
  readonly values: readonly Value[];
  readonly aliases: ReadonlyMap<string, Value>;
}

export const KINDS: ValueList<DocumentKind> = {
  noun: "kind of document",
  values: documentKindSchema.options,
  aliases: KIND_ALIASES,
};
export const FORMATS: ValueList<SourceFormat> = {
  noun: "format",
  values: sourceFormatSchema.options,
  aliases: FORMAT_ALIASES,
};
export const HAS: ValueList<Possession> = { noun: "value of has:", values: POSSESSIONS, aliases: POSSESSION_ALIASES };

/** A value of a list by its name, its plural or another word for it; null for none. */
export function findValue<Value extends string>(list: ValueList<Value>, text: string): Value | null {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, "-");
  for (const candidate of [name, name.replace(/s$/u, "")]) {
    const found = list.values.find((value) => value === candidate) ?? list.aliases.get(candidate);
    if (found !== undefined) return found;
  }
  return null;
}

/** What to say when a list has no such value. */
export function explainNoValue(list: ValueList<string>, text: string): string {
  const near = nearest(text.trim().toLowerCase(), list.values);
  const hint = near === null ? "" : ` Did you mean ${near}?`;
  return `There is no ${list.noun} “${text.trim()}”.${hint} There are: ${list.values.join(", ")}.`;
}

/** The candidate with the fewest letters to change, at most two and fewer than half of it. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = 3;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, least);
    if (distance < least && distance * 2 < Math.max(candidate.length, 3)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const replaced = (row[to] ?? 0) + (one.charAt(at) === other.charAt(to) ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? limit;
}
