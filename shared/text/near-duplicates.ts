import type { DocumentId } from "../base/ids.ts";
import type { DuplicateCluster } from "../model/sameness.ts";
import { type ComparedPair, comparePages } from "./compare-page-signatures.ts";
import { findCandidatePairs } from "./duplicate-candidates.ts";

/** A document with the signatures of its pages, in order; null for a page with too few words. */
export interface SignedDocument {
  readonly documentId: DocumentId;
  /** ISO 8601, cut at its precision: tells the older from the newer; null when unknown. */
  readonly date: string | null;
  readonly pages: readonly (Uint8Array | null)[];
}

/** Differing pages are listed up to here. */
const MOST_DIFFERING = 50;

type Pair = DuplicateCluster["pairs"][number];

/**
 * Finds documents that repeat each other, from the signatures of their pages (`pageSignature`). Clusters come in the
 * order of their first document; a document stands in one cluster at most.
 *
 * Pages are hashed in bands (locality-sensitive hashing), so that only documents which share a page are compared; time
 * and memory grow with the number of pages, not with its square.
 */
export function findNearDuplicates(documents: readonly SignedDocument[]): readonly DuplicateCluster[] {
  const pairs: { readonly one: number; readonly two: number; readonly pair: Pair }[] = [];
  for (const [one, two] of findCandidatePairs(documents)) {
    const first = documents[one];
    const second = documents[two];
    if (first === undefined || second === undefined) continue;
    const pair = relate(first, second);
    if (pair !== null) pairs.push({ one, two, pair });
  }
  return gather(documents, pairs);
}

/** Orders two documents and says how they are the same; null when they are not. */
function relate(one: SignedDocument, two: SignedDocument): Pair | null {
  const isReversed = one.date !== null && two.date !== null && two.date < one.date;
  const [first, second] = isReversed ? [two, one] : [one, two];
  const compared = comparePages(first.pages, second.pages);
  if (compared.relation === null) return null;
  // Of a whole and its part, the whole comes first, whichever is older.
  const isPartFirst = compared.relation === "contains" && first.pages.length < second.pages.length;
  const [whole, part, said] = isPartFirst
    ? [second, first, comparePages(second.pages, first.pages)]
    : [first, second, compared];
  return {
    first: whole.documentId,
    second: part.documentId,
    relation: compared.relation,
    shared: said.shared,
    differing: said.differing.slice(0, MOST_DIFFERING),
    explanation: explain(compared.relation, said),
  };
}

const percent = (share: number) => `${Math.floor(share * 100)} %`;
const count = (number: number, noun: string) => `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

function explain(relation: Pair["relation"], compared: ComparedPair): string {
  const { compared: pages, standing, differing, similarity, others } = compared;
  switch (relation) {
    case "same-text":
      return `Same text on all ${count(pages, "page")} compared (${percent(similarity)} of the phrases agree); stamps may differ.`;
    case "contains":
      return `All ${count(pages, "page")} of the second stand in the first, which has ${count(others - pages, "page")} more.`;
    case "newer-version":
      return `${standing} of ${count(pages, "page")} agree; differing: ${count(differing.length, "page")} (${percent(similarity)} of the phrases agree).`;
    default:
      return relation satisfies never;
  }
}

function gather(
  documents: readonly SignedDocument[],
  pairs: readonly { readonly one: number; readonly two: number; readonly pair: Pair }[],
): readonly DuplicateCluster[] {
  const parents = Int32Array.from(documents, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  for (const { one, two } of pairs) {
    const [low, high] = [find(one), find(two)].sort((first, second) => first - second);
    if (low !== undefined && high !== undefined) parents[high] = low;
  }
  const clusters = new Map<number, { readonly members: Set<number>; readonly pairs: Pair[] }>();
  for (const { one, two, pair } of pairs) {
    const root = find(one);
    const cluster = clusters.get(root) ?? { members: new Set<number>(), pairs: [] };
    clusters.set(root, cluster);
    cluster.members.add(one).add(two);
    cluster.pairs.push(pair);
  }
  return [...clusters]
    .sort(([first], [second]) => first - second)
    .map(([, cluster]) => ({
      documents: [...cluster.members]
        .sort((one, two) => one - two)
        .map((index) => documents[index]?.documentId)
        .filter((documentId) => documentId !== undefined),
      pairs: cluster.pairs,
    }));
}
