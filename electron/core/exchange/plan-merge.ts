import type { PassageId } from "#shared/base/ids.ts";
import type { Contribution, MergeConflict, MergeCounts } from "#shared/model/exchange.ts";
import type { IdSource } from "../ports/id-source.ts";
import { mergeLink } from "./merge-links.ts";
import { mergePassage } from "./merge-passages.ts";
import { createRulings, type Decisions } from "./merge-rulings.ts";
import {
  collectLinks,
  collectPassages,
  collectTags,
  type MergePlan,
  type MergeSide,
  type PlacedPassage,
} from "./merge-state.ts";
import { mergeTags } from "./merge-tags.ts";

/** What a merge does, and what it says of it. */
export interface PlannedMerge extends MergePlan {
  readonly conflicts: readonly MergeConflict[];
  readonly tags: MergeCounts;
  readonly passages: MergeCounts;
  readonly links: MergeCounts;
  readonly orphaned: number;
  readonly linksLeftOut: number;
}

function countsOf(
  met: number,
  { added, changed }: { readonly added: readonly unknown[]; readonly changed: readonly unknown[] },
): MergeCounts {
  return { added: added.length, changed: changed.length, same: Math.max(0, met - added.length - changed.length) };
}

/**
 * Plans how a contribution is brought into a case. Pure: the same answer for the same input, save for new identifiers.
 * Merging the same contribution again plans nothing; the order of two contributions does not matter to what is said of
 * which place.
 *
 * @param placed the places of its passages, by their identifiers; those whose documents are not here are absent
 */
export function planMerge(
  ours: MergeSide,
  contribution: Contribution,
  placed: ReadonlyMap<PassageId, PlacedPassage>,
  decisions: Decisions,
  ids: IdSource,
): PlannedMerge {
  const rulings = createRulings(decisions);
  const tags = collectTags(ours.tags);
  const passages = collectPassages(ours.passages);
  const links = collectLinks(ours.links);
  const tagsHere = mergeTags(tags, ours.tags, contribution.tags, rulings, ids);
  const passagesHere = new Map<PassageId, PassageId>();
  const merge = { passages, rulings, ids, tagsHere, contributor: contribution.author };
  for (const theirs of contribution.passages) {
    const place = placed.get(theirs.passageId);
    if (place !== undefined) passagesHere.set(theirs.passageId, mergePassage(merge, theirs, place));
  }
  const quoteOf = (passageId: PassageId) => passages.byId(passageId)?.quote ?? "";
  let linksLeftOut = 0;
  for (const link of contribution.links) {
    if (!mergeLink({ links, rulings, ids, passagesHere, quoteOf }, link)) linksLeftOut += 1;
  }
  const [tagsDone, passagesDone, linksDone] = [tags.done(), passages.done(), links.done()];
  return {
    addedTags: tagsDone.added,
    changedTags: tagsDone.changed,
    addedPassages: passagesDone.added,
    changedPassages: passagesDone.changed,
    addedLinks: linksDone.added,
    changedLinks: linksDone.changed,
    conflicts: rulings.conflicts,
    tags: countsOf(contribution.tags.length, tagsDone),
    passages: countsOf(passagesHere.size, passagesDone),
    links: countsOf(contribution.links.length - linksLeftOut, linksDone),
    orphaned: passagesDone.added.filter((passage) => passage.state === "orphaned").length,
    linksLeftOut,
  };
}
