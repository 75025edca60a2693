import type { DocumentId } from "#shared/base/ids.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { Redaction } from "#shared/model/redaction.ts";
import type { CasePorts } from "../backend-context.ts";
import type { RevealedRegion } from "../ports/document-reader.ts";
import type { StoredDecision } from "../ports/redaction-store.ts";

/** Boxes of one place may differ by so much, in points, when a file is read by another version of the reader. */
const SAME_PLACE = 1;

type RedactionPorts = Pick<CasePorts, "index" | "redactions">;

function isSamePlace(one: Box, other: Box): boolean {
  return one.every((edge, index) => Math.abs(edge - (other[index] ?? Number.NaN)) <= SAME_PLACE);
}

/** A hidden place as it was found, now or when it was decided about. */
interface Place {
  readonly documentId: DocumentId;
  readonly page: number;
  readonly region: HiddenRegion;
  readonly decision: StoredDecision | null;
}

/** From the top of the page down, as people count. */
function fromTheTop({ region: { box: one } }: Place, { region: { box: other } }: Place): number {
  return other[3] - one[3] || one[0] - other[0];
}

/** Places that the index holds, and those that were revealed: their text is read now, so they are not found again. */
function placesOf(found: readonly Place[], decided: readonly StoredDecision[]): readonly Place[] {
  const isMet = (decision: StoredDecision) => found.some((place) => place.decision === decision);
  const revealed = decided
    .filter((decision) => decision.decision === "reveal" && !isMet(decision))
    .map((decision) => ({ documentId: decision.documentId, page: decision.page, region: decision.region, decision }));
  return [...found, ...revealed].sort(fromTheTop);
}

/**
 * All hidden places of a document, or of the case, each with the decision about it: page by page, from the top of a page
 * down, numbered so. The number of a place stays the same whatever is decided.
 */
export function listRedactions(ports: RedactionPorts, documentId: DocumentId | null): readonly Redaction[] {
  const decided = Map.groupBy(ports.redactions.list(documentId), (decision) => decision.documentId);
  const found = Map.groupBy(ports.index.hiddenRegions(documentId), (region) => region.documentId);
  return [...new Set([...found.keys(), ...decided.keys()])].flatMap((id) =>
    listOfDocument(found.get(id) ?? [], decided.get(id) ?? []),
  );
}

function listOfDocument(
  found: readonly Omit<Place, "decision">[],
  decided: readonly StoredDecision[],
): readonly Redaction[] {
  const pages = new Set([...found, ...decided].map(({ page }) => page));
  return [...pages]
    .sort((one, other) => one - other)
    .flatMap((page) =>
      listOfPage(
        found.filter((entry) => entry.page === page),
        decided.filter((entry) => entry.page === page),
      ),
    );
}

function listOfPage(
  found: readonly Omit<Place, "decision">[],
  decided: readonly StoredDecision[],
): readonly Redaction[] {
  const places = found.map(
    (entry): Place => ({
      ...entry,
      decision: decided.find((decision) => isSamePlace(decision.region.box, entry.region.box)) ?? null,
    }),
  );
  return placesOf(places, decided).map(({ documentId, page, region, decision }, index) => ({
    ...region,
    documentId,
    page,
    region: index + 1,
    decision: decision?.decision ?? null,
    decidedAt: decision?.at ?? null,
    decidedBy: decision?.by ?? null,
  }));
}

/** Places of a document whose hidden text is read all the same. */
export function revealedRegions(ports: RedactionPorts, documentId: DocumentId): readonly RevealedRegion[] {
  return ports.redactions
    .list(documentId)
    .filter((entry) => entry.decision === "reveal")
    .map(({ page, region }) => ({ page, box: region.box }));
}

/** Places of a document whose hidden text must not leave the case: all but those that somebody revealed. */
export function withheldRegions(ports: RedactionPorts, documentId: DocumentId): readonly RevealedRegion[] {
  return listRedactions(ports, documentId)
    .filter((redaction) => redaction.decision !== "reveal")
    .map(({ page, box }) => ({ page, box }));
}

/** How many places of each document wait for a decision. */
export function countUndecided(ports: RedactionPorts): ReadonlyMap<DocumentId, number> {
  const undecided = listRedactions(ports, null).filter((redaction) => redaction.decision === null);
  return new Map([...Map.groupBy(undecided, (entry) => entry.documentId)].map(([id, list]) => [id, list.length]));
}
