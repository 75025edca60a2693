import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { OcrEngineChoice, OcrStatus } from "#shared/model/ocr.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { requireDocument } from "../library/require-document.ts";
import { chooseEngine, requireLanguages } from "./choose-engine.ts";
import type { OcrMonitor } from "./ocr-monitor.ts";

/** What the commands of OCR work with. */
export interface OcrContext {
  readonly ports: CasePorts;
  readonly jobs: JobRunner;
  readonly monitor: OcrMonitor;
}

function runningJob(jobs: JobRunner): JobId | null {
  return jobs.list().find((job) => job.kind === "ocr" && job.status === "running")?.jobId ?? null;
}

/** Where OCR stands. */
export async function ocrStatus({ ports, jobs, monitor }: OcrContext): Promise<OcrStatus> {
  const engines = await ports.ocrEngines();
  const { ocrLanguages, ocrPaused, ocrEngine } = ports.settings.read();
  const engine = await chooseEngine(engines, ocrEngine, ocrLanguages);
  const totals = ports.index.ocrTotals();
  const jobId = runningJob(jobs);
  return {
    state: jobId !== null ? "running" : ocrPaused ? "paused" : "idle",
    waiting: totals.waiting,
    done: totals.done,
    failed: totals.failed,
    off: totals.off,
    jobId,
    rate: monitor.rate(),
    current: monitor.current(),
    choice: ocrEngine,
    engine: engine.name,
    engines: await Promise.all(
      engines.map(async ({ name, version, languages }) => ({ name, version, languages: await languages() })),
    ),
    languages: ocrLanguages,
  };
}

/**
 * Starts OCR, or lets the one that runs know what comes first. With a document, its pages that failed or were left out wait
 * again and come before all others; with `again` those that were recognised, too.
 *
 * @throws ProbativeError `document/not-found`
 */
export function startOcr(
  { ports, jobs }: Pick<OcrContext, "ports" | "jobs">,
  wanted: { readonly document?: DocumentId | undefined; readonly again: boolean },
): JobId {
  if (wanted.document !== undefined) {
    requireDocument(ports, wanted.document);
    ports.index.setOcrPriority(wanted.document, ports.index.highestOcrPriority() + 1);
  }
  ports.index.requestOcr(wanted.document ?? null, wanted.again && wanted.document !== undefined);
  ports.settings.write({ ocrPaused: false });
  ports.publish({ kind: "changed", areas: ["ocr", "documents"] });
  return runningJob(jobs) ?? goOn(jobs);
}

/** Goes on with the job that was paused or interrupted, so that each does not leave one more in the list. */
function goOn(jobs: JobRunner): JobId {
  const latest = jobs.list().find((job) => job.kind === "ocr");
  if (latest?.status === "interrupted" || latest?.status === "cancelled") {
    jobs.resume(latest.jobId);
    return latest.jobId;
  }
  return jobs.start("ocr", "OCR", { paths: [], incomingFolder: null, documents: null });
}

/** Starts OCR by itself, after an import or when a case is opened: unless it was paused or nothing waits. */
export function continueOcr({ ports, jobs }: Pick<OcrContext, "ports" | "jobs">): void {
  if (ports.settings.read().ocrPaused || runningJob(jobs) !== null) return;
  if (ports.index.waitingPages(1).length > 0) goOn(jobs);
}

/** Pauses OCR, also after a restart, until it is started again. */
export async function pauseOcr(context: OcrContext): Promise<OcrStatus> {
  const { ports, jobs } = context;
  ports.settings.write({ ocrPaused: true });
  const running = runningJob(jobs);
  if (running !== null) await jobs.cancel(running);
  ports.publish({ kind: "changed", areas: ["ocr"] });
  return ocrStatus(context);
}

/**
 * Chooses engine and languages. A choice for the case holds for pages that are recognised from now on.
 *
 * @throws ProbativeError `document/not-found`, `ocr/language-missing`
 */
export async function configureOcr(
  context: OcrContext,
  choice: {
    readonly engine?: OcrEngineChoice | undefined;
    readonly languages?: readonly string[] | undefined;
    readonly document?: DocumentId | undefined;
  },
): Promise<OcrStatus> {
  const { ports } = context;
  const { engine, languages, document } = choice;
  if (languages !== undefined) await requireLanguages(await ports.ocrEngines(), languages);
  if (document !== undefined) {
    requireDocument(ports, document);
    if (languages !== undefined) {
      ports.edits.perform("Choose OCR languages", () => ports.documents.setLanguages(document, languages));
    }
  } else if (languages !== undefined) {
    ports.settings.write({ ocrLanguages: languages });
  }
  if (engine !== undefined) ports.settings.write({ ocrEngine: engine });
  ports.publish({ kind: "changed", areas: ["ocr", "documents", "edits"] });
  return ocrStatus(context);
}
