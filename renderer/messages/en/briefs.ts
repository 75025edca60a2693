/** English messages of briefs. */
export const BRIEFS = {} as const;
