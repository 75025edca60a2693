import { type CanonicalValue, canonicalJson } from "#shared/base/canonical-json.ts";
import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { ContributedDocument, ContributedPassage, ContributedTag, Contribution } from "#shared/model/exchange.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import { sha256Of } from "../custody/sha256-of.ts";
import { requirePassage } from "../passages/edit-passage.ts";

/** Where a file comes from, as it says. */
export interface ExchangePlace {
  readonly caseTitle: string;
  /** E.g. `probative 0.4.0`. */
  readonly program: string;
}

type ReadingPorts = Pick<CasePorts, "passages" | "documents">;

/** The SHA-256 of a contribution without its digest, as canonical JSON. */
export async function digestOf(contribution: Omit<Contribution, "digest">): Promise<string> {
  return sha256Of(canonicalJson(contribution as unknown as CanonicalValue));
}

/**
 * Passages to write: chosen ones in their order, or all.
 *
 * @throws ProbativeError `passage/not-found`
 */
export function passagesToWrite(ports: ReadingPorts, chosen: readonly PassageId[] | null): readonly Passage[] {
  if (chosen !== null) return chosen.map((passageId) => requirePassage(ports, passageId));
  return ports.passages.list({ documentId: null, tagIds: [], text: null });
}

function contributeTag({ passages: _, ...tag }: Tag): ContributedTag {
  return tag;
}

function contributePassage({ tagIds, documentId: _, ranges, ...passage }: Passage, sha256: string): ContributedPassage {
  return {
    ...passage,
    sha256,
    ranges: ranges.map(({ page, start, end, label }) => ({ page, start, end, label })),
    tags: tagIds,
  };
}

/**
 * What is in the case as a contribution: the whole codebook, the passages, the links between them.
 *
 * @param chosen only these passages; null for all
 * @throws ProbativeError `passage/not-found`
 */
export async function composeContribution(
  ports: CasePorts,
  place: ExchangePlace,
  chosen: readonly PassageId[] | null,
): Promise<Contribution> {
  const documents = new Map<DocumentId, ContributedDocument>();
  const passages: ContributedPassage[] = [];
  for (const passage of passagesToWrite(ports, chosen)) {
    const { documentId } = passage;
    const document = documents.get(documentId) ?? ports.documents.find(documentId);
    if (document === null) continue;
    const { sha256, title, shortName, pages } = document;
    documents.set(documentId, { sha256, title, shortName, pages });
    passages.push(contributePassage(passage, sha256));
  }
  const written = new Set(passages.map((passage) => passage.passageId));
  const body: Omit<Contribution, "digest"> = {
    format: "probative-contribution",
    version: 1,
    program: place.program,
    caseTitle: place.caseTitle,
    author: ports.author,
    exportedAt: ports.clock.now(),
    documents: [...documents.values()],
    tags: ports.tags.list().map(contributeTag),
    passages,
    links: ports.passageLinks.list(null).filter((link) => written.has(link.from) && written.has(link.to)),
  };
  return { ...body, digest: await digestOf(body) };
}
