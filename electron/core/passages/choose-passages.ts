import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { DocumentFields } from "#shared/model/detection.ts";
import type { PassageConditions, PassageSort } from "#shared/model/passage-browser.ts";
import type { CasePorts } from "../backend-context.ts";
import type { PassageFacts } from "../ports/passage-store.ts";
import { tagsStandingFor } from "./codebook-tree.ts";

/** What choosing needs of the case. */
export type ChoosePorts = Pick<CasePorts, "passages" | "tags" | "documents">;

/** What a document is chosen and ordered by. */
export interface ChosenDocument {
  readonly title: string;
  readonly fields: DocumentFields;
}

/** Looks documents up once each, for as long as one question takes. */
export function rememberDocuments(
  ports: Pick<CasePorts, "documents">,
): (documentId: DocumentId) => ChosenDocument | null {
  const known = new Map<DocumentId, ChosenDocument | null>();
  return (documentId) => {
    let document = known.get(documentId);
    if (document === undefined) {
      document = ports.documents.searched(documentId);
      known.set(documentId, document);
    }
    return document;
  };
}

type Test = (facts: PassageFacts) => boolean;

function foldValue(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Dates that are known in part are compared as far as both are known. */
function comparePartial(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  const [left, right] = [one.slice(0, length), other.slice(0, length)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function tagTests(ports: ChoosePorts, { all, any, none, below, tagged }: PassageConditions): readonly Test[] {
  const tests: Test[] = [];
  if (all.length + any.length + none.length > 0) {
    const tags = ports.tags.list();
    const standing = (tagId: TagId) => new Set(tagsStandingFor(tags, tagId, below));
    const required = all.map(standing);
    const oneOf = new Set(any.flatMap((tagId) => [...standing(tagId)]));
    const excluded = new Set(none.flatMap((tagId) => [...standing(tagId)]));
    for (const wanted of required) tests.push(({ tagIds }) => tagIds.some((tagId) => wanted.has(tagId)));
    if (any.length > 0) tests.push(({ tagIds }) => tagIds.some((tagId) => oneOf.has(tagId)));
    if (none.length > 0) tests.push(({ tagIds }) => !tagIds.some((tagId) => excluded.has(tagId)));
  }
  if (tagged !== undefined) tests.push(({ tagIds }) => tagIds.length > 0 === tagged);
  return tests;
}

function documentTests(
  { fields, document, documentFrom, documentTo }: PassageConditions,
  find: (documentId: DocumentId) => ChosenDocument | null,
): readonly Test[] {
  const tests: Test[] = [];
  if (document.length > 0) {
    const wanted = new Set(document);
    tests.push(({ documentId }) => wanted.has(documentId));
  }
  for (const [field, choices] of Map.groupBy(fields, (condition) => condition.field)) {
    const values = new Set(choices.map(({ value }) => foldValue(value)));
    tests.push(({ documentId }) => {
      const value = find(documentId)?.fields[field] ?? null;
      return value !== null && values.has(foldValue(value));
    });
  }
  if (documentFrom !== undefined || documentTo !== undefined) {
    tests.push(({ documentId }) => {
      const date = find(documentId)?.fields.date ?? null;
      if (date === null) return false;
      const isEarly = documentFrom !== undefined && comparePartial(date, documentFrom) < 0;
      return !isEarly && (documentTo === undefined || comparePartial(date, documentTo) <= 0);
    });
  }
  return tests;
}

const DAY_LENGTH = "2026-03-01".length;

/** A day stays a day; a moment is written as the case writes moments, so that both compare as text. */
function asStored(moment: string): string {
  return moment.length === DAY_LENGTH ? moment : new Date(moment).toISOString();
}

function makingTests({ author, createdFrom, createdTo, origin }: PassageConditions): readonly Test[] {
  const tests: Test[] = [];
  if (author.length > 0) tests.push((facts) => author.includes(facts.author));
  if (createdFrom !== undefined) {
    const from = asStored(createdFrom);
    tests.push(({ createdAt }) => createdAt >= from);
  }
  if (createdTo !== undefined) {
    const to = asStored(createdTo);
    tests.push(({ createdAt }) => createdAt.slice(0, to.length) <= to);
  }
  if (origin !== undefined) tests.push((facts) => facts.origin === origin);
  return tests;
}

function markTests({ mark, withoutMark, linked, region, state }: PassageConditions): readonly Test[] {
  const tests: Test[] = [];
  if (mark.length > 0) tests.push(({ marks }) => mark.every((wanted) => marks.includes(wanted)));
  if (withoutMark.length > 0) tests.push(({ marks }) => !withoutMark.some((unwanted) => marks.includes(unwanted)));
  if (linked !== undefined) tests.push(({ links }) => links > 0 === linked);
  if (region !== undefined) tests.push(({ isRegion }) => isRegion === region);
  if (state !== undefined) tests.push((facts) => facts.state === state);
  return tests;
}

function wordTests(ports: ChoosePorts, { text, note }: PassageConditions): readonly Test[] {
  const wanted = { text: text?.trim() || null, note: note?.trim() || null };
  if (wanted.text === null && wanted.note === null) return [];
  let found: ReadonlySet<PassageId> | null = null;
  return [
    ({ passageId }) => {
      found ??= ports.passages.withWords(wanted);
      return found.has(passageId);
    },
  ];
}

/** Passages that meet all conditions, in the order of documents and pages. */
export function choosePassages(
  ports: ChoosePorts,
  conditions: PassageConditions,
  find = rememberDocuments(ports),
): readonly PassageFacts[] {
  const all = ports.passages.facts();
  // What costs most is asked last.
  const tests = [
    ...tagTests(ports, conditions),
    ...markTests(conditions),
    ...makingTests(conditions),
    ...documentTests(conditions, find),
    ...wordTests(ports, conditions),
  ];
  return tests.length === 0 ? all : all.filter((facts) => tests.every((test) => test(facts)));
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

type Compare = (one: PassageFacts, other: PassageFacts) => number;

function compareCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function comparisonOf(sort: PassageSort, find: (documentId: DocumentId) => ChosenDocument | null): Compare | null {
  switch (sort) {
    case "place":
      return null;
    case "created":
      return (one, other) => compareCode(one.createdAt, other.createdAt);
    case "updated":
      return (one, other) => compareCode(one.updatedAt, other.updatedAt);
    case "author":
      return (one, other) => collator.compare(one.author, other.author);
    case "document":
      return (one, other) => collator.compare(find(one.documentId)?.title ?? "", find(other.documentId)?.title ?? "");
    case "date":
      return (one, other) =>
        compareCode(find(one.documentId)?.fields.date ?? "", find(other.documentId)?.fields.date ?? "");
  }
}

/** Passages in another order; those that are equal in it stay in the order of documents and pages. */
export function orderPassages(
  passages: readonly PassageFacts[],
  { sort, descending }: { readonly sort: PassageSort; readonly descending: boolean },
  find: (documentId: DocumentId) => ChosenDocument | null,
): readonly PassageFacts[] {
  const compare = comparisonOf(sort, find);
  if (compare === null) return descending ? passages.toReversed() : passages;
  return passages.toSorted(descending ? (one, other) => compare(other, one) : compare);
}
