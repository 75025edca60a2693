import type { JobStatus } from "#shared/model/job.ts";

/** The tone of a job's status, as chips have them. */
export const STATUS_TONES = {
  running: "accent",
  done: "ok",
  cancelled: "warn",
  interrupted: "warn",
  failed: "bad",
} as const satisfies Readonly<Record<JobStatus, string>>;
