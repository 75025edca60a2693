import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ContributedPassage } from "#shared/model/exchange.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { anchorAgain } from "../passages/anchor.ts";
import { rememberPage } from "../passages/remember-page.ts";
import type { PassageAnchor } from "../ports/passage-store.ts";
import type { PlacedPassage } from "./merge-state.ts";

type PlacingPorts = Pick<CasePorts, "index" | "documents">;

/** What a place is looked for by. */
export type SoughtPassage = Omit<
  Passage,
  "tagIds" | "note" | "marks" | "origin" | "author" | "createdAt" | "updatedAt"
>;

/**
 * Finds the place of a passage that was made elsewhere: at its offsets when its words stand there, else by its words and
 * what stands around them. What cannot be found is orphaned: it keeps its words and its last place.
 */
export function placeAnew(ports: Pick<CasePorts, "index">, sought: SoughtPassage): PassageAnchor {
  const { quote, prefix, suffix, ranges, region } = sought;
  const lost = { quote, prefix, suffix, ranges, region, state: "orphaned" } as const;
  if (region === null && quote.trim() === "") return lost;
  try {
    return anchorAgain(ports, {
      ...sought,
      tagIds: [],
      note: "",
      marks: [],
      origin: null,
      author: "",
      createdAt: "",
      updatedAt: "",
    });
  } catch (thrown) {
    // A rectangle beside its page, or a page that is not there.
    if (thrown instanceof ProbativeError) return lost;
    throw thrown;
  }
}

/** Document and page of a passage, for people. */
export function describePlace(
  ports: Pick<CasePorts, "documents">,
  { documentId, ranges }: Pick<Passage, "documentId" | "ranges">,
): string {
  const title = ports.documents.names(documentId)?.title ?? "";
  const [first] = ranges;
  return first === undefined ? title : `${title}, ${first.label ?? first.page}`;
}

/** Places the passages of a contribution whose documents are in this case. */
export function placePassages(
  ports: PlacingPorts,
  passages: readonly ContributedPassage[],
): ReadonlyMap<PassageId, PlacedPassage> {
  const paged = { index: rememberPage(ports.index) };
  const documents = new Map<string, DocumentId | null>();
  const placed = new Map<PassageId, PlacedPassage>();
  for (const passage of passages) {
    const known = documents.get(passage.sha256);
    const documentId = known === undefined ? ports.documents.findBySha256(passage.sha256) : known;
    documents.set(passage.sha256, documentId);
    if (documentId === null) continue;
    const ranges = passage.ranges.map((range) => ({ ...range, addresses: [], quads: [] }));
    const anchor = placeAnew(paged, { ...passage, documentId, ranges });
    placed.set(passage.passageId, { ...anchor, documentId, where: describePlace(ports, { documentId, ...anchor }) });
  }
  return placed;
}
