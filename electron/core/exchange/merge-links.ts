import type { PassageId, PassageLinkId } from "#shared/base/ids.ts";
import type { PassageLink } from "#shared/model/passage-link.ts";
import type { IdSource } from "../ports/id-source.ts";
import { choicesOf, type Rulings } from "./merge-rulings.ts";
import { type Collection, linkKey } from "./merge-state.ts";
import { joinNote, missingParts, noteParts } from "./note-parts.ts";

/** Characters of a reason. */
const LONGEST_REASON = 4000;

/** What links are merged with. */
export interface LinkMerge {
  readonly links: Collection<PassageLinkId, PassageLink>;
  readonly rulings: Rulings;
  readonly ids: IdSource;
  /** For each passage of the contribution, the passage that it is here. */
  readonly passagesHere: ReadonlyMap<PassageId, PassageId>;
  readonly quoteOf: (passageId: PassageId) => string;
}

/** Reasons of both; one of them, by decision, where there is no room for both. */
function mergeReason(merge: LinkMerge, ours: PassageLink, theirs: PassageLink): string {
  const own = noteParts(ours.reason, ours.author);
  const missing = missingParts(own, noteParts(theirs.reason, theirs.author));
  if (missing.length === 0) return ours.reason;
  const both = joinNote([...own, ...missing], ours.author);
  if (both.length <= LONGEST_REASON) return both;
  const choice = merge.rulings.decide({
    kind: "link-reason",
    of: theirs.linkId,
    subject: merge.quoteOf(ours.from),
    where: "",
    ours: ours.reason,
    theirs: theirs.reason,
    choices: choicesOf(false),
  });
  return choice === "theirs" ? theirs.reason : ours.reason;
}

/** `supports` goes one way: two people may disagree which. */
function mergeDirection(merge: LinkMerge, ours: PassageLink, theirs: PassageLink): Pick<PassageLink, "from" | "to"> {
  const isOpposed = ours.relation === "supports" && ours.from !== theirs.from;
  if (!isOpposed) return ours;
  const inWords = ({ from, to }: PassageLink) => `${merge.quoteOf(from)} → ${merge.quoteOf(to)}`;
  const choice = merge.rulings.decide({
    kind: "link-direction",
    of: theirs.linkId,
    subject: merge.quoteOf(ours.from),
    where: "",
    ours: inWords(ours),
    theirs: inWords(theirs),
    choices: choicesOf(false),
  });
  return choice === "theirs" ? theirs : ours;
}

/**
 * Brings a link of a contribution into a case. Two passages have one link of each relation: the reasons of both people
 * stand in it.
 *
 * @returns false when it was left out: an end is not here, or both ends are one passage here
 */
export function mergeLink(merge: LinkMerge, contributed: PassageLink): boolean {
  const from = merge.passagesHere.get(contributed.from);
  const to = merge.passagesHere.get(contributed.to);
  if (from === undefined || to === undefined || from === to) return false;
  const theirs = { ...contributed, from, to };
  const ours = merge.links.byKey(linkKey(theirs));
  if (ours === undefined) {
    const isFree = merge.links.byId(theirs.linkId) === undefined;
    merge.links.add({ ...theirs, linkId: isFree ? theirs.linkId : merge.ids.next("passage-link") });
    return true;
  }
  const direction = mergeDirection(merge, ours, theirs);
  const merged = { ...ours, from: direction.from, to: direction.to, reason: mergeReason(merge, ours, theirs) };
  if (merged.from !== ours.from || merged.reason !== ours.reason) merge.links.change(merged);
  return true;
}
