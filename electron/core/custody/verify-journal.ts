import type { JournalHead } from "#shared/model/journal.ts";
import type { CasePorts } from "../backend-context.ts";

/** Lines fetched at a time. */
const FETCH = 1000;

/** What is wrong with the journal, by line; line 0 stands for the journal as a whole. */
export interface JournalFindings {
  readonly ok: boolean;
  readonly head: JournalHead;
  readonly problems: readonly { readonly sequence: number; readonly problem: string }[];
}

function* imports(ports: Pick<CasePorts, "journal">) {
  let after = 0;
  for (;;) {
    const entries = ports.journal.entries(after, FETCH);
    if (entries.length === 0) return;
    for (const entry of entries) {
      after = entry.sequence;
      yield entry;
    }
  }
}

/**
 * Walks the custody journal: its chain of hashes, and whether what it says of imported documents is what the catalogue holds.
 *
 * @param keptHead a hash that was kept elsewhere and must stand in the chain; null when there is none
 */
export function verifyJournal(
  ports: Pick<CasePorts, "journal" | "documents">,
  keptHead: string | null,
): JournalFindings {
  const problems = [...ports.journal.verify()];
  const catalogue = new Map(ports.documents.list().map(({ documentId, sha256 }) => [documentId as string, sha256]));
  let isHeadMet = keptHead === null;
  for (const entry of imports(ports)) {
    if (entry.hash === keptHead) isHeadMet = true;
    if (entry.action !== "document-imported" || entry.subject === null) continue;
    const sha256 = catalogue.get(entry.subject);
    if (sha256 === undefined) {
      problems.push({ sequence: entry.sequence, problem: `the catalogue does not hold ${entry.subject}` });
    } else if (sha256 !== entry.sha256) {
      problems.push({ sequence: entry.sequence, problem: `the catalogue holds another hash for ${entry.subject}` });
    }
  }
  if (!isHeadMet)
    problems.push({ sequence: 0, problem: "the hash that was kept elsewhere does not stand in the chain" });
  return { ok: problems.length === 0, head: ports.journal.head(), problems };
}
