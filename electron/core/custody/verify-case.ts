import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { VerifyReport } from "#shared/model/case.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { readSource } from "../passages/read-source.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";
import { verifyJournal } from "./verify-journal.ts";

type OriginalProblem = VerifyReport["originals"][number];

async function checkOriginal(
  ports: Pick<CasePorts, "vault">,
  document: Pick<CatalogueDocument, "documentId" | "fileName" | "sha256">,
): Promise<OriginalProblem | null> {
  const { documentId, fileName, sha256 } = document;
  try {
    const hash = await ports.vault.hash(sha256);
    if (hash === sha256) return null;
    return hash === null
      ? { documentId, fileName, problem: "missing", message: `${fileName}: the original is not in the case folder.` }
      : { documentId, fileName, problem: "altered", message: `${fileName}: recorded ${sha256}, found ${hash}.` };
  } catch {
    return { documentId, fileName, problem: "unreadable", message: `${fileName}: the original cannot be read.` };
  }
}

/** Null when the words at the passage's place are its quote. */
function describePassage(ports: Pick<CasePorts, "index">, passage: Passage): string | null {
  if (passage.state === "orphaned") return "Its quote could not be found again in the document.";
  try {
    const source = readSource(ports, passage.documentId, passage.ranges);
    return source === passage.quote ? null : "The text at its place is not its quote.";
  } catch (thrown) {
    // A damaged index is a finding, not the end of the walk.
    if (thrown instanceof ProbativeError && thrown.code === "case/damaged") return "Its page cannot be read.";
    throw thrown;
  }
}

function checkPassages(ports: Pick<CasePorts, "passages" | "index">): VerifyReport["passages"] {
  return ports.passages.list({ documentId: null, tagIds: [], text: null }).flatMap((passage) => {
    const message = describePassage(ports, passage);
    return message === null ? [] : [{ passageId: passage.passageId, message }];
  });
}

/**
 * Walks everything that the case holds and names what differs from what was recorded. Changes nothing.
 *
 * @param checkCatalogue problems of the case database
 */
export async function verifyCase(
  ports: Pick<CasePorts, "documents" | "vault" | "passages" | "index" | "journal">,
  checkCatalogue: () => readonly string[],
): Promise<VerifyReport> {
  const startedAt = performance.now();
  const documents = ports.documents.list();
  const originals: OriginalProblem[] = [];
  for (const document of documents) {
    const problem = await checkOriginal(ports, document);
    if (problem !== null) originals.push(problem);
  }
  const indexed = ports.index.documentIds();
  const unread = documents.filter((document) => !indexed.has(document.documentId));
  const indexProblems = [
    ...ports.index.check(),
    ...unread.map((document) => `${document.fileName} is not in the index; rebuild it`),
  ];
  const caseProblems = checkCatalogue();
  const passages = checkPassages(ports);
  const journal = verifyJournal(ports, null);
  return {
    ok: journal.ok && originals.length + indexProblems.length + caseProblems.length + passages.length === 0,
    originalsChecked: documents.length,
    originals,
    databases: [
      { name: "case.db", ok: caseProblems.length === 0, problems: caseProblems },
      { name: "index.db", ok: indexProblems.length === 0, problems: indexProblems },
    ],
    journal: { ok: journal.ok, entries: journal.head.entries, head: journal.head.hash, problems: journal.problems },
    passagesChecked: ports.passages.count(),
    passages,
    tookMs: Math.round(performance.now() - startedAt),
  };
}
