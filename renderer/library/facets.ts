import type { DocumentKind } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { folderOf, shortFolder } from "./document-values.ts";
import { compareWords, formatLabel, kindLabel, languageName } from "./labels.ts";

/** What the library can be narrowed by. */
export const FACET_NAMES = [
  "status",
  "tag",
  "kind",
  "year",
  "court",
  "case",
  "custodian",
  "folder",
  "family",
  "format",
  "language",
  "classification",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

const FACETS: Readonly<Record<FacetName, MessageKey>> = {
  status: "library.facetStatus",
  tag: "library.columnTags",
  kind: "library.fieldKind",
  year: "library.facetYear",
  court: "library.fieldCourt",
  case: "library.fieldCaseNumber",
  custodian: "library.fieldCustodian",
  folder: "library.columnFolder",
  family: "library.facetFamily",
  format: "library.columnFormat",
  language: "library.fieldLanguage",
  classification: "library.fieldClassification",
};

/** A facet, as it is named on screen. */
export function facetLabel(facet: FacetName): string {
  return say(FACETS[facet]);
}

const STATUSES = {
  waiting: "library.statusWaiting",
  unread: "library.statusUnread",
  doubtful: "library.statusDoubtful",
  hidden: "library.statusHidden",
} as const satisfies Readonly<Record<string, MessageKey>>;
type Status = keyof typeof STATUSES;

const FAMILY_PLACES = {
  holds: "library.familyHolds",
  held: "library.familyHeld",
  alone: "library.familyAlone",
} as const satisfies Readonly<Record<string, MessageKey>>;
type FamilyPlace = keyof typeof FAMILY_PLACES;

/** Chosen values by facet: within one any will do, all facets must agree. */
export type FacetChoice = Readonly<Partial<Record<FacetName, ReadonlySet<string>>>>;

export const NO_CHOICE: FacetChoice = {};

/** One value of a facet with the documents that have it, given the other facets' choices. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** None, one or several: most documents have one value, and need no list for it. */
type Values<Value extends string> = null | Value | readonly Value[];

function statusOf(document: DocumentSummary): Values<Status> {
  const found: Status[] = [];
  if (document.pagesWaiting > 0) found.push("waiting");
  if (document.pagesWithoutText > 0) found.push("unread");
  if (document.confidence !== null && document.confidence < LOW_CONFIDENCE) found.push("doubtful");
  if (document.hiddenUndecided > 0) found.push("hidden");
  return found.length === 0 ? null : found;
}

function familyOf({ children, parents }: DocumentSummary): Values<FamilyPlace> {
  if (parents.length === 0) return children === 0 ? "alone" : "holds";
  return children === 0 ? "held" : ["holds", "held"];
}

/** The values that a document has in a facet: none, one, or several. */
export function facetCodes(document: DocumentSummary, facet: FacetName, tags: readonly Tag[]): Values<string> {
  const { fields } = document;
  switch (facet) {
    case "status":
      return statusOf(document);
    case "tag":
      return tags.length === 0 ? null : tags.map(({ tagId }) => tagId);
    case "family":
      return familyOf(document);
    case "format":
      return document.format;
    case "year":
      return fields.date?.slice(0, 4) ?? null;
    case "case":
      return fields.caseNumber;
    case "folder":
      return folderOf(document.sourcePath) || null;
    case "kind":
    case "court":
    case "custodian":
    case "language":
    case "classification":
      return fields[facet];
  }
}

function labelOf(facet: FacetName, value: string, tagNames: ReadonlyMap<string, string>): string {
  switch (facet) {
    case "status":
      return say(STATUSES[value as Status]);
    case "family":
      return say(FAMILY_PLACES[value as FamilyPlace]);
    case "kind":
      return kindLabel(value as DocumentKind);
    case "format":
      return formatLabel(value as SourceFormat);
    case "language":
      return languageName(value);
    case "tag":
      return tagNames.get(value) ?? say("library.deletedTag");
    case "folder":
      return shortFolder(value);
    default:
      return value;
  }
}

/** The values of a facet by their counts, those that are most frequent first; years from the latest. */
export function facetValues(
  counts: ReadonlyMap<string, number>,
  choice: FacetChoice,
  facet: FacetName,
  tagNames: ReadonlyMap<string, string>,
): readonly FacetValue[] {
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: labelOf(facet, value, tagNames),
      count,
      chosen: choice[facet]?.has(value) ?? false,
    }))
    .sort((one, other) =>
      facet === "year"
        ? other.value.localeCompare(one.value)
        : other.count - one.count || compareWords(one.label, other.label),
    );
}

/** The choice with one value taken in or out. */
export function toggleFacet(choice: FacetChoice, facet: FacetName, value: string): FacetChoice {
  const chosen = new Set(choice[facet]);
  if (!chosen.delete(value)) chosen.add(value);
  return { ...choice, [facet]: chosen };
}

/** How many values are chosen. */
export function countChosen(choice: FacetChoice): number {
  return FACET_NAMES.reduce((sum, facet) => sum + (choice[facet]?.size ?? 0), 0);
}
