import type { PassageId, PassageLinkId } from "#shared/base/ids.ts";
import type { PassageLink, PassageRelation } from "#shared/model/passage-link.ts";

/** Links between passages. Two passages have at most one of each relation, whichever way it goes. */
export interface PassageLinkStore {
  /** Of one passage, in both directions, or of all; in the order of creation. */
  list(passageId: PassageId | null): readonly PassageLink[];
  /** How many links a passage has, in both directions; passages without any are absent. */
  counts(): ReadonlyMap<PassageId, number>;
  find(linkId: PassageLinkId): PassageLink | null;
  /** The link of this relation between two passages, whichever way it goes. */
  findBetween(one: PassageId, other: PassageId, relation: PassageRelation): PassageLink | null;
  insert(link: PassageLink): void;
  update(linkId: PassageLinkId, change: Pick<PassageLink, "from" | "to" | "relation" | "reason">): void;
  delete(linkId: PassageLinkId): void;
}
