import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type Contribution, contributionSchema, type MergeReport } from "#shared/model/exchange.ts";
import type { CasePorts } from "../backend-context.ts";
import { digestOf } from "./compose-contribution.ts";
import type { Decisions } from "./merge-rulings.ts";
import { type MergePlan, placeKey } from "./merge-state.ts";
import { parseJson } from "./parse-json.ts";
import { placePassages } from "./place-passages.ts";
import { planMerge } from "./plan-merge.ts";

/**
 * Reads a contribution file.
 *
 * @throws ProbativeError `exchange/not-readable` when it is none, with the first place that is wrong;
 *   `exchange/damaged` when its content is not what its digest was made of
 */
export async function readContribution(text: string): Promise<Contribution> {
  const parsed = contributionSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ProbativeError("exchange/not-readable", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const { digest, ...body } = parsed.data;
  if ((await digestOf(body)) !== digest) throw new ProbativeError("exchange/damaged");
  return parsed.data;
}

/** Writes what a merge adds and changes; to be called inside a step. */
function applyMerge(ports: CasePorts, plan: MergePlan, at: string): void {
  for (const { passages: _, ...tag } of plan.addedTags) {
    const { position: __, ...change } = tag;
    ports.tags.insert(tag);
    ports.tags.update(tag.tagId, change);
  }
  for (const { tagId, name, description, examples } of plan.changedTags) {
    ports.tags.update(tagId, { name, description, examples });
  }
  for (const passage of plan.addedPassages) ports.passages.insert(passage);
  for (const passage of plan.changedPassages) {
    const before = ports.passages.find(passage.passageId);
    if (before === null) continue;
    if (placeKey(passage) !== placeKey(before) || passage.state !== before.state)
      ports.passages.setAnchor(passage.passageId, passage);
    if (passage.note !== before.note) ports.passages.updateNote(passage.passageId, passage.note, at);
    ports.passages.setMarks(passage.passageId, passage.marks, at);
    ports.passages.setTags(passage.passageId, passage.tagIds, at);
  }
  for (const link of plan.addedLinks) ports.passageLinks.insert(link);
  for (const { linkId, ...link } of plan.changedLinks) ports.passageLinks.update(linkId, link);
}

function documentsNotHere(ports: CasePorts, contribution: Contribution): MergeReport["documentsNotHere"] {
  const waiting = Map.groupBy(contribution.passages, (passage) => passage.sha256);
  return contribution.documents
    .filter(({ sha256 }) => ports.documents.findBySha256(sha256) === null)
    .map((document) => ({ ...document, passages: waiting.get(document.sha256)?.length ?? 0 }));
}

/**
 * Merges a contribution into the case, in one step; or says what that would do. Nothing of this case is removed, and what
 * differs is kept twice unless a person decided.
 *
 * @throws ProbativeError as `readContribution`
 */
export async function mergeContribution(
  ports: CasePorts,
  text: string,
  decisions: Decisions,
  preview: boolean,
): Promise<MergeReport> {
  const contribution = await readContribution(text);
  const ours = {
    tags: ports.tags.list(),
    passages: ports.passages.list({ documentId: null, tagIds: [], text: null }),
    links: ports.passageLinks.list(null),
  };
  const plan = planMerge(ours, contribution, placePassages(ports, contribution.passages), decisions, ports.ids);
  const { author, caseTitle, exportedAt } = contribution;
  const changes = [plan.tags, plan.passages, plan.links].some(({ added, changed }) => added + changed > 0);
  if (!preview && changes) {
    ports.edits.perform(`Merge contribution of ${author}`, () => {
      applyMerge(ports, plan, ports.clock.now());
    });
    ports.publish({ kind: "changed", areas: ["passages", "tags", "documents", "case", "briefs", "edits"] });
  }
  const { tags, passages, links, orphaned, linksLeftOut, conflicts } = plan;
  return {
    done: !preview,
    contribution: { author, caseTitle, exportedAt },
    tags,
    passages,
    links,
    orphaned,
    documentsNotHere: documentsNotHere(ports, contribution),
    linksLeftOut,
    conflicts,
  };
}
