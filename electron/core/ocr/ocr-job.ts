import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import { resultWithoutDocument } from "../import/list-files.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import { tendIndex } from "../jobs/tend-index.ts";
import { requireDocument } from "../library/require-document.ts";
import { anchorPassages } from "../passages/anchor-passages.ts";
import type { WaitingPage } from "../ports/search-index.ts";
import { chooseEngine } from "./choose-engine.ts";
import type { OcrMonitor } from "./ocr-monitor.ts";
import { createPageRecogniser, type PageRecogniser } from "./recognise-page.ts";
import { refreshFields } from "./refresh-fields.ts";

const encoder = new TextEncoder();

/** Waiting pages fetched at a time: small, so that a priority given meanwhile is heard. */
const FETCH = 32;

/** What became of the pages of one document. */
interface DocumentTally {
  readonly position: number;
  recognised: number;
  failed: number;
  orphaned: number;
}

function describeTally(tally: DocumentTally): string | null {
  const { failed, orphaned } = tally;
  const parts = [
    failed === 0 ? null : `${failed} ${failed === 1 ? "page" : "pages"} could not be recognised.`,
    orphaned === 0 ? null : `${orphaned} of its passages could not be found again in the recognised text.`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" ");
}

/**
 * The OCR job: recognises pages that wait, those of the document with the highest priority first, until none waits. Each page
 * is durable when it is done, so stopping loses at most the pages in hand. Its account has a line for each document.
 *
 * @throws ProbativeError `job/cancelled`, or what stops the whole job (a full disk)
 */
export async function runOcr(ports: CasePorts, run: JobRun, monitor: OcrMonitor): Promise<void> {
  const engines = await ports.ocrEngines();
  const settings = ports.settings.read();
  const engine = await chooseEngine(engines, settings.ocrEngine, settings.ocrLanguages);
  const recogniser = createPageRecogniser(ports, engine, run.signal);
  const tallies = new Map<DocumentId, DocumentTally>();
  /** Documents with pages that their line of the account does not speak of yet. */
  const unrecorded = new Set<DocumentId>();
  const inHand = new Set<string>();

  const keyOf = ({ documentId, page }: WaitingPage) => `${documentId} ${page}`;

  function nextPage(): WaitingPage | null {
    const waiting = ports.index.waitingPages(FETCH + inHand.size);
    return waiting.find((page) => !inHand.has(keyOf(page))) ?? null;
  }

  /** The line of a document in the account of this job; added when its first page is taken. */
  function tallyOf(documentId: DocumentId): DocumentTally {
    const known = tallies.get(documentId);
    if (known !== undefined) return known;
    const { sourcePath } = requireDocument(ports, documentId);
    ports.jobs.addFiles(run.jobId, [{ path: encoder.encode(documentId), shownPath: sourcePath, result: null }]);
    const position = ports.jobs.positionOf(run.jobId, encoder.encode(documentId));
    const tally: DocumentTally = { position, recognised: 0, failed: 0, orphaned: 0 };
    tallies.set(documentId, tally);
    return tally;
  }

  function recordDocument(documentId: DocumentId): void {
    unrecorded.delete(documentId);
    const tally = tallyOf(documentId);
    if (tally.recognised > 0) refreshFields(ports, documentId);
    const message = describeTally(tally);
    ports.jobs.record(
      run.jobId,
      tally.position,
      tally.recognised === 0
        ? resultWithoutDocument("failed", "ocr/failed", message)
        : {
            outcome: "imported",
            reason: null,
            message,
            documentId,
            pages: tally.recognised,
            pagesWithoutText: tally.failed,
          },
    );
    ports.publish({ kind: "changed", areas: ["documents", "ocr", "case"], rows: [documentId] });
  }

  function isFinished(documentId: DocumentId): boolean {
    const isInHand = [...inHand].some((key) => key.startsWith(`${documentId} `));
    return !isInHand && (ports.index.figuresOf(documentId)?.pagesWaiting ?? 0) === 0;
  }

  async function recognise(recognisePage: PageRecogniser, waiting: WaitingPage): Promise<void> {
    const { documentId, page } = waiting;
    const tally = tallyOf(documentId);
    try {
      await recognisePage(documentId, page);
      tally.recognised += 1;
      unrecorded.add(documentId);
      tally.orphaned += anchorPassages(ports, documentId, page).length;
      monitor.finishedPage();
    } catch (thrown) {
      if (run.signal.aborted) throw new ProbativeError("job/cancelled");
      const isOfThePage = thrown instanceof ProbativeError && /^(ocr|import|document)\//u.test(thrown.code);
      if (!isOfThePage) throw thrown;
      ports.index.setOcrState(documentId, page, "failed", thrown.message);
      tally.failed += 1;
      unrecorded.add(documentId);
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      if (run.signal.aborted) throw new ProbativeError("job/cancelled");
      const waiting = nextPage();
      if (waiting === null) return;
      const key = keyOf(waiting);
      inHand.add(key);
      const { fileName } = requireDocument(ports, waiting.documentId);
      monitor.startedPage(waiting);
      run.progress(`${fileName}, page ${waiting.page}`);
      try {
        await recognise(recogniser, waiting);
      } finally {
        inHand.delete(key);
      }
      if (isFinished(waiting.documentId)) recordDocument(waiting.documentId);
      else ports.publish({ kind: "changed", areas: ["ocr"] });
    }
  }

  try {
    const failures: unknown[] = [];
    const loops = Array.from({ length: engine.concurrency }, () =>
      work().catch((thrown) => void failures.push(thrown)),
    );
    await Promise.all(loops);
    if (failures.length > 0) throw failures[0];
    await tendIndex(ports, run);
  } finally {
    monitor.stopped();
    // What was recognised counts, also of documents that were interrupted in the middle.
    for (const documentId of [...unrecorded]) recordDocument(documentId);
  }
}
