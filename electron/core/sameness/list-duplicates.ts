import type { DocumentId } from "#shared/base/ids.ts";
import type { DuplicateCluster } from "#shared/model/sameness.ts";
import { findNearDuplicates } from "#shared/text/near-duplicates.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import { pagesThatDiffer } from "./compare-words.ts";

type Pair = DuplicateCluster["pairs"][number];

/** Differing pages are listed up to here. */
const MOST_DIFFERING = 50;

/**
 * Signatures are estimates: a sentence turned into its opposite leaves most phrases as they were. Two documents that look
 * the same are compared word by word, so that "same text" means it.
 */
function compareExactly(ports: Pick<CasePorts, "index">, pair: Pair): Pair {
  if (pair.relation !== "same-text") return pair;
  const differing = pagesThatDiffer(ports, pair.first, pair.second);
  if (differing === null) return pair;
  const pages = ports.index.pageInfos(pair.second).length;
  if (differing.length === 0) {
    return { ...pair, shared: 1, explanation: `The same words on all ${pages} pages; stamps may differ.` };
  }
  const [which, more] = [differing.slice(0, 5).join(", "), differing.length > 5 ? ", …" : ""];
  return {
    ...pair,
    relation: "newer-version",
    shared: (pages - differing.length) / pages,
    differing: differing.slice(0, MOST_DIFFERING),
    explanation: `The words agree on ${pages - differing.length} of ${pages} pages; they differ on ${differing.length === 1 ? "page" : "pages"} ${which}${more}.`,
  };
}

/**
 * Documents that repeat each other, by the words of their pages without stamps. Identical files never get this far: the
 * second one is a duplicate in the import account.
 *
 * @param documentId only clusters with this document; null for all
 * @throws ProbativeError `document/not-found`
 */
export function listDuplicates(
  ports: Pick<CasePorts, "documents" | "index">,
  documentId: DocumentId | null,
): readonly DuplicateCluster[] {
  if (documentId !== null) requireDocument(ports, documentId);
  const dates = new Map(ports.documents.list().map((document) => [document.documentId, document.fields.date]));
  const signed = [...ports.index.signatures()].map(({ documentId: id, pages }) => ({
    documentId: id,
    date: dates.get(id) ?? null,
    pages,
  }));
  return findNearDuplicates(signed)
    .filter((cluster) => documentId === null || cluster.documents.includes(documentId))
    .map((cluster) => ({ ...cluster, pairs: cluster.pairs.map((pair) => compareExactly(ports, pair)) }));
}
