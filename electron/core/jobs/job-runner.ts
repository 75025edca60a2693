import type { JobId } from "#shared/base/ids.ts";
import type { ChangedArea } from "#shared/contract/events.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { toWireError } from "#shared/errors/wire.ts";
import type { Job, JobKind } from "#shared/model/job.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRequest } from "../ports/job-store.ts";
import { reopenJob } from "./reopen-job.ts";

/** What a running job gets besides its ports. */
export interface JobRun {
  readonly jobId: JobId;
  readonly request: JobRequest;
  readonly signal: AbortSignal;
  /** Names the file being read now, or null. Tells followers at most every tenth of a second. */
  progress(current: string | null): void;
}

/** The work behind each kind of job. Resolves when done; rejects with `job/cancelled` when its signal was aborted. */
export type JobWork = Readonly<Record<JobKind, (ports: CasePorts, run: JobRun) => Promise<void>>>;

/** Jobs of one lane run one at a time; lanes run beside each other. OCR goes on behind imports. */
type JobLane = "main" | "ocr";

const LANES: Readonly<Record<JobKind, JobLane>> = { import: "main", "rebuild-index": "main", ocr: "ocr" };

/** What the end of a job makes old. An import has told of each of its documents; what a cancelled one left out changes none. */
const AREAS_AFTER: Readonly<Record<JobKind, readonly ChangedArea[]>> = {
  import: ["case", "jobs", "ocr"],
  "rebuild-index": ["case", "documents", "passages", "briefs", "jobs", "ocr"],
  ocr: ["case", "documents", "passages", "briefs", "jobs", "ocr"],
};

/** Time between two progress events: often enough to look live, too seldom to cost anything. */
const PROGRESS_INTERVAL_MS = 100;

/** Runs the jobs of a case, one at a time in each lane. */
export interface JobRunner {
  /** Starts a job. Throws `case/busy` while another one runs in its lane. */
  start(kind: JobKind, title: string, request: JobRequest): JobId;
  /** Goes on with a cancelled or interrupted job. Throws `job/not-found`, `job/not-resumable`, `case/busy`. */
  resume(jobId: JobId): void;
  /** Stops a job and waits until it has stopped. A job that does not run is left as it is. */
  cancel(jobId: JobId): Promise<Job>;
  /** A job, live if it is running. Throws `job/not-found`. */
  show(jobId: JobId): Job;
  list(): readonly Job[];
  /** True while a job runs for which closing the case should wait: any but OCR, which goes on by itself the next time. */
  isBusy(): boolean;
  /** Resolves when no job runs in any lane. */
  settled(): Promise<void>;
  /** Stops what runs, leaving it `interrupted`, so that it can be resumed when the case is opened again. */
  interrupt(): Promise<void>;
}

interface RunningJob {
  readonly jobId: JobId;
  readonly kind: JobKind;
  readonly controller: AbortController;
  current: string | null;
  toldAt: number;
  isInterrupted: boolean;
  finished: Promise<void>;
}

/**
 * Makes the runner of an open case.
 *
 * @param onEnd told of each job when it has ended, whatever its end; the next job of its lane can be started then
 */
export function createJobRunner(ports: CasePorts, work: JobWork, onEnd: (job: Job) => void = () => {}): JobRunner {
  const lanes = new Map<JobLane, RunningJob>();

  const entryOf = (jobId: JobId) => [...lanes.values()].find((entry) => entry.jobId === jobId);

  function show(jobId: JobId): Job {
    const job = ports.jobs.find(jobId);
    if (job === null) throw new ProbativeError("job/not-found", jobId, { job: jobId });
    return asItStands(job);
  }

  /** A stored job that claims to run and does not could not write its end: it was interrupted. */
  function asItStands(job: Job): Job {
    const entry = entryOf(job.jobId);
    if (entry !== undefined) return { ...job, current: entry.current };
    return job.status === "running" ? { ...job, status: "interrupted" } : job;
  }

  function tell(jobId: JobId): void {
    ports.publish({ kind: "job", job: show(jobId) });
  }

  function requireIdle(kind: JobKind): void {
    const running = lanes.get(LANES[kind]);
    if (running !== undefined) throw new ProbativeError("case/busy", "", { job: running.jobId });
  }

  async function perform(entry: RunningJob): Promise<void> {
    const { jobId, kind, controller } = entry;
    const run: JobRun = {
      jobId,
      request: ports.jobs.request(jobId),
      signal: controller.signal,
      progress: (current) => {
        entry.current = current;
        const now = performance.now();
        if (now - entry.toldAt < PROGRESS_INTERVAL_MS) return;
        entry.toldAt = now;
        tell(jobId);
      },
    };
    try {
      await work[kind](ports, run);
      ports.jobs.setStatus(jobId, "done", ports.clock.now(), null);
    } catch (thrown) {
      endEarly(entry, thrown);
    }
  }

  function endEarly(entry: RunningJob, thrown: unknown): void {
    const { jobId } = entry;
    if (entry.isInterrupted) {
      ports.jobs.setStatus(jobId, "interrupted", null, null);
      return;
    }
    ports.jobs.recordPending(jobId, {
      outcome: "skipped",
      reason: "import/cancelled",
      message: null,
      documentId: null,
      pages: 0,
      pagesWithoutText: 0,
    });
    if (entry.controller.signal.aborted) {
      ports.jobs.setStatus(jobId, "cancelled", ports.clock.now(), null);
      return;
    }
    const wire = toWireError(thrown, (cause) => ports.log.failure(cause, "job failed"));
    const number = wire.correlationId === undefined ? "" : ` (${wire.correlationId})`;
    ports.jobs.setStatus(jobId, "failed", ports.clock.now(), `${wire.message}${number} ${wire.action}`);
  }

  function launch(jobId: JobId, kind: JobKind): void {
    const entry: RunningJob = {
      jobId,
      kind,
      controller: new AbortController(),
      current: null,
      toldAt: 0,
      isInterrupted: false,
      finished: Promise.resolve(),
    };
    lanes.set(LANES[kind], entry);
    entry.finished = perform(entry)
      .catch((thrown: unknown) => {
        // Not even the end could be written (a full disk): the job counts as `interrupted`.
        ports.log.failure(thrown, "the end of a job could not be recorded");
      })
      .finally(() => {
        lanes.delete(LANES[kind]);
        tell(jobId);
        ports.publish({ kind: "changed", areas: AREAS_AFTER[kind] });
        onEnd(show(jobId));
      })
      .catch((thrown: unknown) => {
        ports.log.failure(thrown, "what follows a job could not be started");
      });
    tell(jobId);
  }

  async function settled(): Promise<void> {
    while (lanes.size > 0) await Promise.all([...lanes.values()].map((entry) => entry.finished));
  }

  return {
    start: (kind, title, request) => {
      requireIdle(kind);
      const jobId = ports.ids.next("job");
      ports.jobs.create(jobId, kind, title, request, ports.clock.now());
      launch(jobId, kind);
      return jobId;
    },
    resume: (jobId) => {
      const job = show(jobId);
      requireIdle(job.kind);
      const { kind } = reopenJob(ports, job);
      launch(jobId, kind);
    },
    cancel: async (jobId) => {
      const job = show(jobId);
      const entry = entryOf(jobId);
      if (entry === undefined) return job;
      entry.controller.abort();
      await entry.finished;
      return show(jobId);
    },
    show,
    list: () => ports.jobs.list().map(asItStands),
    isBusy: () => lanes.has("main"),
    settled,
    interrupt: async () => {
      for (const entry of lanes.values()) {
        entry.isInterrupted = true;
        entry.controller.abort();
      }
      await settled();
    },
  };
}
