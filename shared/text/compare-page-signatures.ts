import type { SamenessRelation } from "../model/sameness.ts";
import { SIGNATURE_HASHES } from "./page-signature.ts";

/** Pages that agree in this share of their hashes say the same; OCR and a changed footer cost a few. */
const SAME_PAGE = 0.86;
/** A page that agrees less, but this much, is a changed page of the same document. */
const CHANGED_PAGE = 0.3;
/** Share of pages that must agree for two documents to be versions of each other. */
const VERSION_SHARE = 0.5;
/** Documents of up to this many pages are versions when all their pages are at least changed ones. */
const SHORT_DOCUMENT = 2;
/** How similar the pages of a short document must be on average, when none agrees. */
const SHORT_SIMILARITY = 0.5;
/** Up to this many comparisons every page is compared with every other; beyond, only near its expected place. */
const MOST_COMPARISONS = 40_000;
const WINDOW = 24;

/** How two documents compare, page by page. */
export interface ComparedPair {
  /** Null when they are not the same document in any sense. */
  readonly relation: SamenessRelation | null;
  /** Share of the second's compared pages that stand in the first. */
  readonly shared: number;
  /** Pages of the second that differ, 1-based. */
  readonly differing: readonly number[];
  /** Pages of the second that were compared, and how many of them stand in the first. */
  readonly compared: number;
  readonly standing: number;
  /** Pages of the first that could be compared. */
  readonly others: number;
  /** Mean share of phrases that the second's pages have in common with their best match, 0 to 1. */
  readonly similarity: number;
}

type Signatures = readonly (Uint8Array | null)[];

/** Share of the hashes that two signatures have in common: an estimate of the share of phrases (Jaccard). */
export function signatureSimilarity(one: Uint8Array, two: Uint8Array): number {
  let equal = 0;
  for (let byte = 0; byte < SIGNATURE_HASHES * 2; byte += 2) {
    if (one[byte] === two[byte] && one[byte + 1] === two[byte + 1]) equal += 1;
  }
  return equal / SIGNATURE_HASHES;
}

/** Compares the pages of two documents, the older (or the whole) first. Pages without a signature are left out. */
export function comparePages(first: Signatures, second: Signatures): ComparedPair {
  const forward = matchPages(first, second);
  const backward = matchPages(second, first);
  const compared = forward.length;
  const standing = forward.filter(({ similarity }) => similarity >= SAME_PAGE).length;
  const differing = forward.filter(({ similarity }) => similarity < SAME_PAGE).map(({ page }) => page);
  const similarity = forward.reduce((sum, match) => sum + match.similarity, 0) / Math.max(1, compared);
  const standingBack = backward.filter((match) => match.similarity >= SAME_PAGE).length;
  return {
    relation: relate(forward, backward, standing, standingBack, similarity),
    shared: compared === 0 ? 0 : standing / compared,
    differing,
    compared,
    standing,
    others: backward.length,
    similarity,
  };
}

function relate(
  forward: readonly Match[],
  backward: readonly Match[],
  standing: number,
  standingBack: number,
  similarity: number,
): SamenessRelation | null {
  if (forward.length === 0 || backward.length === 0) return null;
  const isAll = standing === forward.length;
  const isAllBack = standingBack === backward.length;
  if (isAll && isAllBack) return "same-text";
  if ((isAll && backward.length > forward.length) || (isAllBack && forward.length > backward.length)) return "contains";
  const least = Math.min(standing / forward.length, standingBack / backward.length);
  if (least >= VERSION_SHARE) return "newer-version";
  const isShort = Math.max(forward.length, backward.length) <= SHORT_DOCUMENT;
  const isChanged = [...forward, ...backward].every((match) => match.similarity >= CHANGED_PAGE);
  return isShort && isChanged && similarity >= SHORT_SIMILARITY ? "newer-version" : null;
}

/** The best match of one page in the other document. */
interface Match {
  /** 1-based. */
  readonly page: number;
  readonly similarity: number;
}

function matchPages(among: Signatures, pages: Signatures): readonly Match[] {
  const isSmall = among.length * pages.length <= MOST_COMPARISONS;
  const matches: Match[] = [];
  let expected = 0;
  for (const [index, signature] of pages.entries()) {
    if (signature === null) continue;
    let best = 0;
    const from = isSmall ? 0 : Math.max(0, expected - WINDOW);
    const to = isSmall ? among.length : Math.min(among.length, expected + WINDOW);
    // The page after the last match comes first: in most pairs it is the one, and nothing else need be looked at.
    for (let step = -1; step < to - from && best < 1; step += 1) {
      const at = step < 0 ? expected : from + step;
      const other = among[at];
      if (other === null || other === undefined) continue;
      const similarity = signatureSimilarity(other, signature);
      if (similarity > best) {
        best = similarity;
        if (similarity >= SAME_PAGE) expected = at;
      }
    }
    expected += 1;
    matches.push({ page: index + 1, similarity: best });
  }
  return matches;
}
