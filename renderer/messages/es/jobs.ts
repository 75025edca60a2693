import type { JOBS as English } from "../en/jobs.ts";

/** Spanish messages of jobs. */
export const JOBS = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
