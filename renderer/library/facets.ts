import type { DocumentKind } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { compareWords, formatLabel, kindLabel, languageName } from "./labels.ts";

/** What the library can be narrowed by. */
export const FACET_NAMES = [
  "status",
  "family",
  "kind",
  "format",
  "year",
  "court",
  "case",
  "language",
  "classification",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

const FACETS: Readonly<Record<FacetName, MessageKey>> = {
  status: "library.facetStatus",
  family: "library.facetFamily",
  kind: "library.fieldKind",
  format: "library.columnFormat",
  year: "library.facetYear",
  court: "library.fieldCourt",
  case: "library.fieldCaseNumber",
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

function statusOf(document: DocumentSummary): readonly Status[] {
  const found: Status[] = [];
  if (document.pagesWaiting > 0) found.push("waiting");
  if (document.pagesWithoutText > 0) found.push("unread");
  if (document.confidence !== null && document.confidence < LOW_CONFIDENCE) found.push("doubtful");
  if (document.hiddenUndecided > 0) found.push("hidden");
  return found;
}

function familyOf({ children, parents }: DocumentSummary): readonly FamilyPlace[] {
  if (children === 0 && parents.length === 0) return ["alone"];
  return [...(children > 0 ? (["holds"] as const) : []), ...(parents.length > 0 ? (["held"] as const) : [])];
}

function valuesOf(document: DocumentSummary, facet: FacetName): readonly string[] {
  const { fields } = document;
  switch (facet) {
    case "status":
      return statusOf(document);
    case "family":
      return familyOf(document);
    case "kind":
      return fields.kind === null ? [] : [fields.kind];
    case "format":
      return [document.format];
    case "year":
      return fields.date === null ? [] : [fields.date.slice(0, 4)];
    case "court":
      return fields.court === null ? [] : [fields.court];
    case "case":
      return fields.caseNumber === null ? [] : [fields.caseNumber];
    case "language":
      return fields.language === null ? [] : [fields.language];
    case "classification":
      return fields.classification === null ? [] : [fields.classification];
  }
}

function labelOf(facet: FacetName, value: string): string {
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
    default:
      return value;
  }
}

/** True when the document has a chosen value in every facet with a choice, `except` one. */
export function passesFacets(document: DocumentSummary, choice: FacetChoice, except?: FacetName): boolean {
  return FACET_NAMES.every((facet) => {
    const chosen = choice[facet];
    if (facet === except || chosen === undefined || chosen.size === 0) return true;
    return valuesOf(document, facet).some((value) => chosen.has(value));
  });
}

/** The values of a facet among documents, those that are most frequent first; chosen ones are there even without documents. */
export function facetValues(
  documents: readonly DocumentSummary[],
  choice: FacetChoice,
  facet: FacetName,
): readonly FacetValue[] {
  const counts = new Map<string, number>([...(choice[facet] ?? [])].map((value) => [value, 0]));
  // Nothing chosen is the rule, and there may be tens of thousands of documents.
  const isNarrowed = countChosen(choice) > 0;
  for (const document of documents) {
    if (isNarrowed && !passesFacets(document, choice, facet)) continue;
    for (const value of valuesOf(document, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: labelOf(facet, value),
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
