import type { DocumentId, TagId } from "#shared/base/ids.ts";
import type { InputOf } from "#shared/contract/contract.ts";
import type { DocumentFieldName } from "#shared/model/detection.ts";
import type { ReviewMark } from "#shared/model/passage.ts";

/** How a tag takes part: passages carry all of `and`, at least one of `or`, none of `not`. */
export const TAG_ROLES = ["and", "or", "not"] as const;
export type TagRole = (typeof TAG_ROLES)[number];

/** What is asked of passages besides tags, marks, documents and words; each stands on its own. */
export const PASSAGE_STATES = [
  "untagged",
  "linked",
  "unlinked",
  "orphaned",
  "region",
  "annotation",
  "contribution",
] as const;
export type PassageState = (typeof PASSAGE_STATES)[number];

/** Fields of documents that are offered. */
export const FILTER_FIELDS = [
  "kind",
  "court",
  "caseNumber",
  "language",
] as const satisfies readonly DocumentFieldName[];
export type FilterField = (typeof FILTER_FIELDS)[number];

/** What the passage browser is narrowed to. */
export interface BrowserFilter {
  readonly tags: readonly { readonly tagId: TagId; readonly role: TagRole }[];
  readonly marks: readonly { readonly mark: ReviewMark; readonly role: "and" | "not" }[];
  /** A tag stands for those below it too. */
  readonly below: boolean;
  readonly states: ReadonlySet<PassageState>;
  readonly documents: ReadonlySet<DocumentId>;
  /** Values by field: within one any will do. */
  readonly fields: Readonly<Partial<Record<FilterField, ReadonlySet<string>>>>;
  readonly authors: ReadonlySet<string>;
  /** Words of quotation or note. */
  readonly text: string;
  /** Words of the note. */
  readonly note: string;
  /** Days, ISO 8601; empty for no bound. */
  readonly madeFrom: string;
  readonly madeTo: string;
  readonly documentFrom: string;
  readonly documentTo: string;
}

export const OPEN_FILTER: BrowserFilter = {
  tags: [],
  marks: [],
  below: true,
  states: new Set(),
  documents: new Set(),
  fields: {},
  authors: new Set(),
  text: "",
  note: "",
  madeFrom: "",
  madeTo: "",
  documentFrom: "",
  documentTo: "",
};

/** A filter as the backend takes it. */
export type AskedFilter = InputOf<"passages.ids">;

/** True when the filter narrows nothing. */
export function isOpen(filter: BrowserFilter): boolean {
  return Object.keys(askedFilter({ ...filter, below: true })).length === 0;
}

/** What the backend is asked for. Days are the person's own, not those of UTC. */
export function askedFilter(filter: BrowserFilter): AskedFilter {
  const tagsAs = (role: TagRole) => filter.tags.filter((tag) => tag.role === role).map((tag) => tag.tagId);
  const marksAs = (role: "and" | "not") => filter.marks.filter((mark) => mark.role === role).map((mark) => mark.mark);
  const fields = FILTER_FIELDS.flatMap((field) => [...(filter.fields[field] ?? [])].map((value) => ({ field, value })));
  const { states } = filter;
  return withoutEmpty({
    all: tagsAs("and"),
    any: tagsAs("or"),
    none: tagsAs("not"),
    below: filter.below ? undefined : false,
    tagged: states.has("untagged") ? false : undefined,
    document: [...filter.documents],
    fields,
    documentFrom: filter.documentFrom,
    documentTo: filter.documentTo,
    author: [...filter.authors],
    createdFrom: filter.madeFrom === "" ? "" : new Date(`${filter.madeFrom}T00:00:00`).toISOString(),
    createdTo: filter.madeTo === "" ? "" : new Date(`${filter.madeTo}T23:59:59.999`).toISOString(),
    text: filter.text.trim(),
    note: filter.note.trim(),
    mark: marksAs("and"),
    withoutMark: marksAs("not"),
    linked: states.has("linked") ? true : states.has("unlinked") ? false : undefined,
    region: states.has("region") ? true : undefined,
    state: states.has("orphaned") ? "orphaned" : undefined,
    origin: states.has("annotation") ? "annotation" : states.has("contribution") ? "contribution" : undefined,
  });
}

/** States of which at most one can hold. */
const RIVALS: readonly (readonly PassageState[])[] = [
  ["linked", "unlinked"],
  ["annotation", "contribution"],
];

/** The filter with a state asked for, or not any more. */
export function toggleState(filter: BrowserFilter, state: PassageState): BrowserFilter {
  const states = new Set(filter.states);
  if (!states.delete(state)) {
    for (const rival of RIVALS.find((rivals) => rivals.includes(state)) ?? []) states.delete(rival);
    states.add(state);
  }
  // Nothing is without a tag and with one.
  return { ...filter, states, tags: states.has("untagged") ? [] : filter.tags };
}

/** The filter with a tag in a role; null takes it out. */
export function setTagRole(filter: BrowserFilter, tagId: TagId, role: TagRole | null): BrowserFilter {
  const states = new Set(filter.states);
  if (role !== null && role !== "not") states.delete("untagged");
  const at = filter.tags.findIndex((tag) => tag.tagId === tagId);
  if (role === null) return { ...filter, tags: filter.tags.filter((tag) => tag.tagId !== tagId) };
  const tags = at < 0 ? [...filter.tags, { tagId, role }] : filter.tags.with(at, { tagId, role });
  return { ...filter, tags, states };
}

/** The filter with a mark in a role; null takes it out. */
export function setMarkRole(filter: BrowserFilter, mark: ReviewMark, role: "and" | "not" | null): BrowserFilter {
  const at = filter.marks.findIndex((other) => other.mark === mark);
  if (role === null) return { ...filter, marks: filter.marks.filter((other) => other.mark !== mark) };
  return { ...filter, marks: at < 0 ? [...filter.marks, { mark, role }] : filter.marks.with(at, { mark, role }) };
}

/** A set with a value in it, or without it when it was there. */
export function toggled<Value>(values: ReadonlySet<Value> | undefined, value: Value): ReadonlySet<Value> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Leaves out what asks for nothing. */
function withoutEmpty(asked: Readonly<Record<string, unknown>>): AskedFilter {
  const said = Object.entries(asked).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as AskedFilter;
}
