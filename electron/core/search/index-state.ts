import type { IndexState } from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import { sha256Of } from "../custody/sha256-of.ts";
import type { IndexedFigures } from "../ports/search-index.ts";
import { listRedactions } from "../redactions/list-redactions.ts";
import type { Pace } from "./evaluate/evaluation.ts";

type StatePorts = Pick<CasePorts, "documents" | "index" | "jobs" | "redactions">;

/** Mean confidence of a page below which it is named beside a result, 0 to 100. */
const LOW_PAGE_CONFIDENCE = 80;

/** Sum of the accounts of all imports: a file that was met by two of them counts twice. */
function countFiles(ports: Pick<CasePorts, "jobs">): IndexState["files"] {
  const files = { imported: 0, duplicate: 0, failed: 0, skipped: 0, pending: 0 };
  for (const job of ports.jobs.list()) {
    const account = job.kind === "import" ? ports.jobs.account(job.jobId) : null;
    if (account === null) continue;
    files.imported += account.imported;
    files.duplicate += account.duplicate;
    files.failed += account.failed;
    files.skipped += account.skipped;
    files.pending += account.pending;
  }
  return files;
}

/** Milliseconds of work on the index between two breaths, and in all, before a certificate is made. */
const SLICE_MS = 12;
const CATCH_UP_MS = 30_000;

/**
 * Lets the index read what changed since it was last asked: a search while OCR works may leave out the latest pages of long
 * documents, a certificate may not. Gives up tidying after a while; reading comes first and is done long before.
 */
export async function catchUp(ports: Pick<CasePorts, "index">, pace: Pace): Promise<void> {
  const end = performance.now() + CATCH_UP_MS;
  while (ports.index.maintain(SLICE_MS) && performance.now() < end) await pace.breathe();
}

/** Pages by OCR whose mean confidence is below a whole number. */
function countBelow({ words }: CasePorts["index"], confidence: number): number {
  const pagesWith = (from: number | null) =>
    words.fieldPlaces({ field: "confidence", range: { from, to: confidence } }).pages.length;
  return pagesWith(null) - pagesWith(confidence);
}

/** What there is to be searched, and what of it cannot be. */
export function readIndexState(ports: StatePorts): IndexState {
  const { documents, pages } = ports.documents.totals();
  const ocr = ports.index.ocrTotals();
  const figures = ports.index.figures();
  const sum = (value: (figures: IndexedFigures) => number) =>
    [...figures.values()].reduce((total, own) => total + value(own), 0);
  const hidden = listRedactions(ports, null).filter((place) => place.decision !== "reveal");
  return {
    documents,
    files: countFiles(ports),
    pages,
    pagesWithoutText: sum((own) => own.pagesWithoutText),
    pagesByOcr: sum((own) => own.pagesByOcr),
    pagesUnread: ocr.waiting + ocr.failed + ocr.off,
    pagesLowConfidence: countBelow(ports.index, LOW_PAGE_CONFIDENCE),
    hiddenPlaces: hidden.length,
    documentsOutdated: ports.documents.list().filter(({ documentId }) => !figures.has(documentId)).length,
  };
}

/** SHA-256 over the lines `documentId sha256 pages\n` of all documents, sorted by code unit. */
export async function digestCatalogue(ports: Pick<CasePorts, "documents">): Promise<string> {
  const lines = [...ports.documents.readings().values()].map(
    ({ documentId, sha256, pages }) => `${documentId} ${sha256} ${pages}\n`,
  );
  return sha256Of(lines.toSorted().join(""));
}
