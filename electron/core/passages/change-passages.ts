import type { PassageId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ReviewMark } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import type { PassageFacts } from "../ports/passage-store.ts";
import { ensureTags, orderMarks } from "./edit-passage.ts";

/** What is done to each of many passages. Tags by name. */
export interface BulkChange {
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly addMarks: readonly ReviewMark[];
  readonly removeMarks: readonly ReviewMark[];
}

function factsOf(ports: Pick<CasePorts, "passages">, passageIds: readonly PassageId[]): readonly PassageFacts[] {
  const known = new Map(ports.passages.facts().map((facts) => [facts.passageId, facts]));
  return [...new Set(passageIds)].map((passageId) => {
    const facts = known.get(passageId);
    if (facts === undefined) throw new ProbativeError("passage/not-found", passageId, { passage: passageId });
    return facts;
  });
}

function countPassages(count: number): string {
  return count === 1 ? "1 passage" : `${count} passages`;
}

function labelOf(change: BulkChange, count: number): string {
  const { addTags, removeTags } = change;
  const [only] = [...addTags, ...removeTags];
  const isOneTag = addTags.length + removeTags.length === 1 && change.addMarks.length + change.removeMarks.length === 0;
  if (isOneTag && addTags.length === 1) return `Tag ${countPassages(count)} “${only}”`;
  if (isOneTag) return `Take tag “${only}” off ${countPassages(count)}`;
  if (addTags.length + removeTags.length > 0) return `Change tags of ${countPassages(count)}`;
  return `Mark ${countPassages(count)}`;
}

function requireKnown(ports: Pick<CasePorts, "tags">, names: readonly string[]): readonly TagId[] {
  return names.map((name) => {
    const tag = ports.tags.findByName(name);
    if (tag === null) throw new ProbativeError("tag/not-found", name, { name });
    return tag.tagId;
  });
}

/** What is written about each passage. */
interface PlannedChange {
  readonly removed: readonly TagId[];
  readonly added: readonly TagId[];
  readonly change: BulkChange;
  readonly at: string;
}

/** Changes one passage; false when it is as wanted already. */
function changeOne(ports: Pick<CasePorts, "passages">, facts: PassageFacts, planned: PlannedChange): boolean {
  const { passageId, tagIds, marks } = facts;
  const { change, at } = planned;
  const removed = planned.removed.filter((tagId) => tagIds.includes(tagId) && !planned.added.includes(tagId));
  const added = planned.added.filter((tagId) => !tagIds.includes(tagId));
  const left = marks.filter((mark) => !change.removeMarks.includes(mark));
  const wanted = orderMarks([...left, ...change.addMarks]);
  const isMarked = wanted.join() !== marks.join();
  for (const tagId of removed) ports.passages.removeTag(passageId, tagId);
  for (const tagId of added) ports.passages.addTag(passageId, tagId);
  if (isMarked) ports.passages.setMarks(passageId, wanted, at);
  else if (removed.length + added.length > 0) ports.passages.touch(passageId, at);
  return isMarked || removed.length + added.length > 0;
}

/**
 * Tags, untags and marks many passages in one step. A tag that is to be added and removed is added.
 *
 * @returns how many changed
 * @throws ProbativeError `passage/not-found`, `tag/not-found` for one that is to be removed, `tag/archived`
 */
export function changePassages(ports: CasePorts, passageIds: readonly PassageId[], change: BulkChange): number {
  const passages = factsOf(ports, passageIds);
  const removed = requireKnown(ports, change.removeTags);
  const at = ports.clock.now();
  const changed = ports.edits.perform(labelOf(change, passages.length), () => {
    const planned = { removed, added: ensureTags(ports, change.addTags), change, at };
    return passages.filter((facts) => changeOne(ports, facts, planned)).length;
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "edits"] });
  return changed;
}

/**
 * Deletes many passages in one step.
 *
 * @returns how many
 * @throws ProbativeError `passage/not-found`
 */
export function deletePassages(ports: CasePorts, passageIds: readonly PassageId[]): number {
  const passages = factsOf(ports, passageIds);
  ports.edits.perform(`Delete ${countPassages(passages.length)}`, () => {
    for (const { passageId } of passages) ports.passages.delete(passageId);
  });
  ports.publish({ kind: "changed", areas: ["passages", "tags", "briefs", "documents", "case", "edits"] });
  return passages.length;
}
