/** English messages of jobs. */
export const JOBS = {} as const;
