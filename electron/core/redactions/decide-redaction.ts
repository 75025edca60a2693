import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Redaction, RedactionDecision } from "#shared/model/redaction.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import { listRedactions } from "./list-redactions.ts";

/** Which hidden places a decision is about. */
export interface DecisionTarget {
  readonly document: DocumentId;
  /** All pages when absent. */
  readonly page?: number | undefined;
  /** All places of the page when absent. */
  readonly region?: number | undefined;
}

/**
 * Decides about hidden text. The decision is recorded and journaled first; when it changes what is read, the document is read
 * anew at once. If that fails the decision stands, and holds at the next reading.
 *
 * @param reread reads the document into the index anew and anchors its passages
 * @returns all hidden places of the document
 * @throws ProbativeError `document/not-found`, `redaction/not-found`, and what `reread` throws
 */
export async function decideRedaction(
  ports: CasePorts,
  target: DecisionTarget,
  decision: RedactionDecision,
  reread: (documentId: DocumentId) => Promise<void>,
): Promise<readonly Redaction[]> {
  const { document: documentId, page, region } = target;
  const document = requireDocument(ports, documentId);
  const chosen = listRedactions(ports, documentId).filter(
    (entry) => (page === undefined || entry.page === page) && (region === undefined || entry.region === region),
  );
  if (chosen.length === 0) throw new ProbativeError("redaction/not-found");
  const changed = chosen.filter((entry) => entry.decision !== decision);
  const at = ports.clock.now();
  ports.jobs.transact(() => {
    for (const entry of changed) {
      const { box, characters, cover } = entry;
      const region = { box, characters, cover };
      ports.redactions.decide({ documentId, page: entry.page, region, decision, at, by: ports.author });
      ports.journal.append({
        action: "hidden-text-decided",
        subject: documentId,
        sha256: document.sha256,
        detail: {
          page: entry.page,
          left: entry.box[0],
          bottom: entry.box[1],
          right: entry.box[2],
          top: entry.box[3],
          characters: entry.characters,
          decision,
        },
      });
    }
  });
  const isReadDifferently = changed.some((entry) => decision === "reveal" || entry.decision === "reveal");
  if (isReadDifferently) await reread(documentId);
  ports.publish({ kind: "changed", areas: ["redactions", "documents", "passages", "journal"] });
  return listRedactions(ports, documentId);
}
